import { beforeEach, describe, expect, it } from 'vitest';
import type { Operation } from './findingMerge.ts';
import { noteFindings, snapshotOf } from './findings.server.ts';
import { findingsOfGathering, resultsState } from './workshopResults.server.ts';
import { NOW, by, one, two, db, beginWorkshops } from '../../../tests/support/workshops.ts';

beforeEach(beginWorkshops);

const PLAIN = {
	...{ kind: 'proposal' as const, side: 'all' as const, question: 0, position: 1024 },
	...{ isDissent: 0 as const, dots: 0, standardId: null }
};

const add = (noteId: string, text: string, more = {}): Operation => ({
	...{ id: `add_${noteId}`, noteId, what: 'add' as const, text },
	...PLAIN,
	...more
});
const write = (id: string, noteId: string, text: string, over: (number | string)[]): Operation => ({
	...{ id, noteId, what: 'write' as const },
	...{ text, over }
});
const note = (operations: Operation[], hand: string | null = 'hand_a', who = by) =>
	noteFindings(db, who, one, { hand, operations });
const lines = async () => (await findingsOfGathering(db, 'g'))[0]?.findings ?? [];

describe('findings', () => {
	it('are kept once, however often they are sent', async () => {
		const operations = [add('line_one', 'eins'), write('write_one', 'line_one', 'eins und mehr', ['add_line_one'])];
		const first = await note(operations);
		expect(first).toEqual({ made: { add_line_one: 1, write_one: 2 }, refused: [] });
		expect(await note(operations)).toEqual(first);
		expect(await lines()).toMatchObject([{ text: 'eins und mehr', beside: [] }]);
	});

	it('leave no half sentence behind, not even in the history', async () => {
		await note([add('line_one', 'Frau Mü')]);
		await note([write('write_one', 'line_one', 'die Mutter', ['add_line_one'])]);
		const rows = await db.selectFrom('findingWording').select(['revision', 'text']).execute();
		expect(rows).toEqual([{ revision: 2, text: 'die Mutter' }]);
	});

	it('show both wordings side by side until somebody settles it', async () => {
		await note([add('line_one', 'Frist')]);
		await note([write('w_from_a', 'line_one', 'Frist drei Tage', [1])], 'hand_a');
		await note([write('w_from_b', 'line_one', 'Frist fünf Tage', [1])], 'hand_b', { ...by, name: 'Mitschrift' });
		expect(await lines()).toMatchObject([{ text: 'Frist drei Tage', beside: ['Frist fünf Tage'] }]);
		const { notes } = await snapshotOf(db, 'ws-one');
		const open = notes.find(({ id }) => id === 'line_one')?.wordings ?? [];
		expect(open.map(({ byName }) => byName)).toEqual(['Kim Lorenzen', 'Mitschrift']);
		await note([write('w_settled', 'line_one', 'Frist vier Tage', [2, 3])]);
		expect(await lines()).toMatchObject([{ text: 'Frist vier Tage', beside: [] }]);
		const kept = await db.selectFrom('findingWording').select('text').orderBy('revision').execute();
		expect(kept.map(({ text }) => text)).toEqual(['Frist drei Tage', 'Frist fünf Tage', 'Frist vier Tage']);
	});

	it('hold the same for headline and next step, also when they were there before', async () => {
		const early = { workshopId: 'ws-one', headline: 'Alt', nextStep: '', changedAt: NOW, byName: 'x' };
		await db.insertInto('workshopResult').values(early).execute();
		await note([write('head_from_a', 'headline', 'von a', [1])], 'hand_a');
		await note([write('head_from_b', 'headline', 'von b', [1])], 'hand_b');
		await note([write('step_from_b', 'next_step', 'Kleingruppe', [])], 'hand_b');
		const { notes } = await snapshotOf(db, 'ws-one');
		expect(notes.find(({ id }) => id === 'headline')?.wordings.map(({ text }) => text)).toEqual(['von a', 'von b']);
		expect((await findingsOfGathering(db, 'g'))[0]).toMatchObject({ headline: 'von a', nextStep: 'Kleingruppe' });
		const history = await db
			.selectFrom('workshopResultWording')
			.select('text')
			.where('field', '=', 'headline')
			.execute();
		expect(history.map(({ text }) => text)).toContain('Alt');
	});

	it('can be removed and brought back, and removal never takes what was not seen', async () => {
		await note([add('line_one', 'eins')]);
		await note([write('w_from_a', 'line_one', 'zwei', [1])], 'hand_b');
		await note([{ id: 'remove_old', noteId: 'line_one', what: 'remove', over: [1] }]);
		expect(await lines()).toHaveLength(1);
		await note([{ id: 'remove_new', noteId: 'line_one', what: 'remove', over: [2] }]);
		expect(await lines()).toHaveLength(0);
		await note([{ id: 'restore_it', noteId: 'line_one', what: 'restore' }]);
		expect(await lines()).toMatchObject([{ text: 'zwei' }]);
	});

	it('of another workshop stay untouched', async () => {
		await note([add('line_one', 'eins')]);
		const foreign = await noteFindings(db, by, two, {
			hand: 'hand_b',
			operations: [
				write('w_foreign', 'line_one', 'fremd', [1]),
				{ id: 'r_foreign', noteId: 'line_one', what: 'remove', over: [1] },
				add('line_one', 'fremd'),
				{ ...add('line_two', 'fremd'), id: 'add_line_one' }
			]
		});
		expect(foreign.refused).toEqual(['w_foreign', 'r_foreign', 'add_line_one', 'add_line_one']);
		expect(await lines()).toMatchObject([{ text: 'eins' }]);
		expect((await findingsOfGathering(db, 'g'))[1]?.findings).toEqual([]);
	});

	it('about a line that is not there are given back, not lost', async () => {
		expect(await note([write('w_nowhere', 'line_none', 'Text', [1])])).toEqual({ made: {}, refused: ['w_nowhere'] });
	});

	it('aim only at standards of the circle', async () => {
		await note([add('line_one', 'eins', { standardId: 'std-foreign' })]);
		expect(await lines()).toMatchObject([{ standardId: null }]);
	});

	it('end at five hundred lines', async () => {
		const many = Array.from({ length: 100 }, (_, i) => i);
		for (const part of [0, 1, 2, 3, 4]) await note(many.map((i) => add(`line_${part}_${i}_x`, `${i}`)));
		const { refused } = await note([add('line_too_much', 'x')]);
		expect(refused).toEqual(['add_line_too_much']);
	});

	it('write one line a quarter of an hour into the journal, without any text', async () => {
		for (const i of [1, 2, 3]) await note([add(`line_no_${i}`, `Geheim ${i}`)]);
		await note([add('line_no_4', 'x')], 'hand_a', { ...by, at: '2026-11-12T14:20:00.000Z' });
		const entries = await db.selectFrom('journalEntry').selectAll().execute();
		expect(entries).toHaveLength(2);
		expect(JSON.stringify(entries)).not.toContain('Geheim');
	});

	it('are counted for the way of the gathering', async () => {
		expect(await resultsState(db, 'g')).toEqual({ workshops: 2, noted: 0 });
		await note([add('line_one', 'eins')]);
		expect(await resultsState(db, 'g')).toEqual({ workshops: 2, noted: 1 });
	});
});
