import { beforeEach, describe, expect, it } from 'vitest';
import { answerTension, raiseAnonymously, raiseTension, tensionsOf } from './tensions.server.ts';
import { by, db, beginWorkshops } from '../../../tests/support/workshops.ts';

beforeEach(beginWorkshops);

describe('a tension', () => {
	it('raised anonymously leaves its text and the day, and nothing else', async () => {
		await raiseAnonymously(db, '2026-11-12', 'g', { kind: 'organisational', text: 'Rückrufe dauern' });
		const [row] = await db.selectFrom('tension').selectAll().execute();
		expect(row).toMatchObject({ raisedOn: '2026-11-12', byName: '' });
		expect(await db.selectFrom('journalEntry').selectAll().execute()).toEqual([]);
	});

	it('is seen by readers once it is answered', async () => {
		const id = await raiseTension(db, by, 'g', { kind: 'professional', text: 'Auftrag unklar' });
		expect(await tensionsOf(db, 'g', true)).toEqual([]);
		expect(await answerTension(db, by, 'g', { tensionId: id, text: 'Thema im Januar' })).toBeNull();
		expect(await tensionsOf(db, 'g', true)).toMatchObject([
			{ byName: 'Kim Lorenzen', answer: { text: 'Thema im Januar' } }
		]);
		expect(await answerTension(db, by, 'other', { tensionId: id, text: 'x' })).toEqual({ refused: 'unknown' });
	});
});
