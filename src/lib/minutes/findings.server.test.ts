import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#lib/db/database.server.ts';
import { hashToken } from '#lib/db/ids.server.ts';
import type { Actor } from '#lib/journal/journal.server.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { enterEvaluation, evaluationOf } from './evaluations.server.ts';
import { evaluationShape } from './evaluation.form.ts';
import { findingLinksOf, mintFindingLink, openFindingLink, revokeFindingLinks } from './findingLinks.server.ts';
import type { Operation } from './findingMerge.ts';
import { noteFindings, snapshotOf } from './findings.server.ts';
import { addPhoto, photoAnswer, photosOf, removePhoto } from './photos.server.ts';
import { answerTension, raiseAnonymously, raiseTension, tensionsOf } from './tensions.server.ts';
import { findingsOfGathering, resultsState } from './workshopResults.server.ts';

const NOW = '2026-11-12T14:00:00.000Z';
const by: Actor = { accountId: null, name: 'Kim Lorenzen', at: NOW };
const one = { id: 'ws-one', gatheringId: 'g' };
const two = { id: 'ws-two', gatheringId: 'g' };
const PLAIN = {
	...{ kind: 'proposal' as const, side: 'all' as const, question: 0, position: 1024 },
	...{ isDissent: 0 as const, dots: 0, standardId: null }
};

let db: Database;

beforeEach(async () => {
	db = await freshDatabase();
	const gathering = {
		...{ id: 'g', kind: 'conference_day', title: 'Fachtag', subtitle: '', guidingQuestion: '', aims: '', place: '' },
		...{ dateOn: '2026-11-12', startTime: '08:30', endTime: '16:00', address: '', accessibility: '', onlineUrl: '' },
		...{ contactName: '', contactEmail: '', contactPhone: '', circleId: null, createdAt: NOW }
	};
	await db.insertInto('gathering').values(gathering).execute();
	const workshop = { theme: '', aim: '', method: '', roomId: null, minSize: 5, maxSize: 20, minuteTakerId: null };
	const rows = [one, two].map(({ id }, i) => ({ id, number: i + 1, title: id, ...workshop }));
	await db
		.insertInto('workshop')
		.values(rows.map((row) => ({ ...row, gatheringId: 'g', agendaItemId: null, topicId: null })))
		.execute();
});

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

describe('a link for people without an account', () => {
	const day = { id: 'g', dateOn: '2026-11-12' };

	it('opens its workshop until some days after the gathering, and nothing of it is stored', async () => {
		const token = await mintFindingLink(db, { ...by, at: '2026-11-01T09:00:00.000Z' }, day, 'ws-one');
		expect((await openFindingLink(db, token, NOW))?.workshop?.id).toBe('ws-one');
		expect(await openFindingLink(db, token, '2026-11-19T22:00:00.000Z')).toBeDefined();
		expect(await openFindingLink(db, token, '2026-11-20T00:00:00.000Z')).toBeUndefined();
		const [row] = await db.selectFrom('minuteLink').selectAll().execute();
		expect(JSON.stringify(row)).not.toContain(token);
		expect(row?.hash).toBe(hashToken(token));
	});

	it('is void once withdrawn, and only that of its workshop', async () => {
		const first = await mintFindingLink(db, by, day, 'ws-one');
		const other = await mintFindingLink(db, by, day, 'ws-two');
		const word = await mintFindingLink(db, by, day, null);
		await revokeFindingLinks(db, by, 'g', 'ws-one');
		expect(await openFindingLink(db, first, NOW)).toBeUndefined();
		expect(await openFindingLink(db, other, NOW)).toBeDefined();
		expect((await openFindingLink(db, word, NOW))?.workshop).toBeUndefined();
		expect((await findingLinksOf(db, 'g', NOW)).map(({ workshopId }) => workshopId)).toEqual(['ws-two', null]);
	});

	it('cannot be guessed from its mark', async () => {
		const token = await mintFindingLink(db, by, day, 'ws-one');
		const [link] = await findingLinksOf(db, 'g', NOW);
		expect(link?.mark).toHaveLength(8);
		for (const wrong of [link?.mark ?? '', hashToken(token), token.slice(0, 42), `${token.slice(0, 42)}!`, ''])
			expect(await openFindingLink(db, wrong, NOW)).toBeUndefined();
	});
});

describe('a photo', () => {
	const bytes = (...start: number[]) => Uint8Array.from([...start, ...Array.from({ length: 40 }, () => 7)]);
	// One grey dot.
	const PNG = Uint8Array.from(
		Buffer.from(
			'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
			'base64'
		)
	);

	it('is kept when it is one by its content, and served as nothing but an image', async () => {
		const id = (await addPhoto(db, by, one, { content: PNG, description: 'Pinnwand' })) as string;
		const answer = await photoAnswer(db, 'ws-one', id);
		expect(answer?.headers.get('content-type')).toBe('image/png');
		expect(answer?.headers.get('content-disposition')).toBe(`inline; filename="${id}.png"`);
		expect(new Uint8Array((await answer?.arrayBuffer()) ?? new ArrayBuffer())).toEqual(PNG);
		expect(await photoAnswer(db, 'ws-two', id)).toBeUndefined();
		await removePhoto(db, by, two, id);
		expect(await photosOf(db, 'ws-one')).toHaveLength(1);
		await removePhoto(db, by, one, id);
		expect(await photosOf(db, 'ws-one')).toHaveLength(0);
	});

	it.each([
		['a page', new TextEncoder().encode('<html><script>alert(1)</script></html>'), 'type'],
		['a drawing with scripts', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"></svg>'), 'type'],
		['nothing', new Uint8Array(), 'none'],
		['a GIF', bytes(0x47, 0x49, 0x46, 0x38), 'type'],
		['too much', new Uint8Array(5 * 1024 * 1024 + 1), 'large']
	])('%s is refused', async (_, content, refused) => {
		expect(await addPhoto(db, by, one, { content, description: 'x' })).toEqual({ refused });
	});
});

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

describe('figures of the feedback sheets', () => {
	const typed = {
		...{ returned: '87', yes: '71', maybe: '14', no: '2', again: 'jährlich', comments: 'Gern wieder.\n\nMehr Zeit.' },
		...{ item: ['Organisation', 'Workshop', ''], mean: ['1,3', '1.55', ''] }
	};

	it('are kept as typed and replaced as a whole', async () => {
		for (const returned of ['87', '88']) {
			await enterEvaluation(db, by, 'g', evaluationShape.parse({ ...typed, returned }));
		}
		expect(await evaluationOf(db, 'g')).toEqual({
			returned: 88,
			recommend: { yes: 71, maybe: 14, no: 2 },
			again: 'jährlich',
			items: [
				{ item: 'Organisation', mean: 1.3 },
				{ item: 'Workshop', mean: 1.55 }
			],
			comments: ['Gern wieder.', 'Mehr Zeit.']
		});
		expect(await evaluationOf(db, 'other')).toBeUndefined();
	});

	it.each([
		[{ returned: '80' }, 'returned'],
		[{ mean: ['4,1', '', ''] }, 'mean-0'],
		[{ mean: ['0,9', '', ''] }, 'mean-0'],
		[{ item: ['', '', ''] }, 'item-0'],
		[{ returned: '4', yes: '4', maybe: '0', no: '0' }, 'returned']
	])('are refused when they cannot be: %j', (change, field) => {
		const result = evaluationShape.safeParse({ ...typed, ...change });
		expect(result.error?.issues.map(({ path }) => path[0])).toContain(field);
	});
});
