import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '#lib/db/database.server.ts';
import { migrate } from '#lib/db/migrate.server.ts';
import { readMigrations } from '#lib/db/migrationFiles.server.ts';
import { loadRegion } from '#lib/demo/loadRegion.server.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import { gatheringById } from '#lib/gatherings/gatherings.server.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { agendaOf } from './agenda.server.ts';
import { agendaPage } from './agendaPage.server.ts';
import { copyAgenda } from './copyAgenda.server.ts';
import { removeRounds, restoreRounds } from './roundRemoval.server.ts';
import { type RemovedRound, tableRoundsShape } from './tableRounds.form.ts';
import { addTableRounds } from './tableRounds.server.ts';
import { caseShape, workshopShape } from './workshop.form.ts';
import { addWorkshop, correctWorkshop, writeCase } from './workshopChanges.server.ts';
import { workshopsOf } from './workshops.server.ts';

const NOW = '2026-10-20T08:00:00.000Z';
const by = { accountId: null, name: 'Test', at: NOW };
const nobody = async () => {};
const rounds = (more: object = {}) =>
	tableRoundsShape.parse({
		...{ kind: 'world_cafe', title: 'World-Café', startTime: '13:00', rounds: '2', lengthMin: '20', changeMin: '5' },
		...{ people: '30', topics: ['Kita', 'Schule', 'Klinik'], hosts: ['', '', ''], ...more }
	});
const workshop = (more: object = {}) =>
	workshopShape.parse({ number: '6', title: 'Neu', minSize: '5', maxSize: '20', questions: 'Was hilft?', ...more });

let db: Database;
let gathering: Gathering;

beforeEach(async () => {
	db = await freshDatabase();
	await loadRegion(db, NOW);
	gathering = (await gatheringById(db, 'ev-1'))!;
});

const added = async () => (await workshopsOf(db, 'ev-1')).filter(({ id }) => !/^ws-\d$/.test(id));

async function secondSlot(): Promise<string> {
	const row = { gatheringId: 'ev-1', kind: 'workshops', title: 'Zweite Runde', note: '', startTime: '14:00' };
	await db
		.insertInto('agendaItem')
		.values({ ...row, id: 'slot-2', lengthMin: 60, roomId: null, place: '', speakers: '' })
		.execute();
	return 'slot-2';
}

describe('a workshop in several rounds', () => {
	it('is typed once: same topic, number, people and words', async () => {
		const also = await secondSlot();
		const [person = ''] = (await agendaPage(db, gathering, 0)).people;
		const input = workshop({ agendaItemId: 'ag-07', alsoIn: [also], moderators: [person] });
		expect(await addWorkshop(db, by, gathering, input)).toBeTypeOf('string');
		const [first, second] = await added();
		expect([first?.topicId, second?.topicId]).toEqual([first?.id, first?.id]);
		expect([first?.number, second?.number]).toEqual([6, 6]);
		expect(second).toMatchObject({ agendaItemId: also, title: 'Neu', questions: ['Was hilft?'] });
		expect(second?.moderators).toEqual(first?.moderators);
		expect(second?.moderators).toHaveLength(1);
	});

	it('is corrected once; room, time and moderators are each its own', async () => {
		const also = await secondSlot();
		await addWorkshop(db, by, gathering, workshop({ agendaItemId: 'ag-07', alsoIn: [also] }));
		const [first] = await added();
		const corrected = workshop({ title: 'Besser', agendaItemId: 'ag-07', roomId: 'room-ws-1', questions: 'Was noch?' });
		expect(await correctWorkshop(db, by, gathering, first!, corrected, nobody)).toBe(true);
		const story = caseShape.parse({ title: 'Familie Erfunden', isInvented: 'on' });
		await writeCase(db, by, gathering, (await added())[0]!, story);
		const [one, other] = await added();
		expect([one?.roomId, other?.roomId]).toEqual(['room-ws-1', null]);
		expect(other).toMatchObject({ title: 'Besser', questions: ['Was noch?'], case: { title: 'Familie Erfunden' } });
	});

	it('can be held again later, and twice in one round it is not', async () => {
		const also = await secondSlot();
		const [existing] = await workshopsOf(db, 'ev-1');
		const input = workshop({ number: '1', title: existing!.title, agendaItemId: 'ag-07', alsoIn: [also, also] });
		for (let i = 0; i < 2; i++) await correctWorkshop(db, by, gathering, existing!, input, nobody);
		expect((await added()).map(({ agendaItemId, topicId }) => [agendaItemId, topicId])).toEqual([[also, 'ws-1']]);
	});

	it('keeps its topic when the programme is copied', async () => {
		await addWorkshop(db, by, gathering, workshop({ agendaItemId: 'ag-07', alsoIn: [await secondSlot()] }));
		await sql`insert into gathering select 'copy', kind, title, subtitle, guiding_question, aims, date_on, start_time,
			end_time, place, address, accessibility, online_url, contact_name, contact_email, contact_phone, circle_id,
			created_at from gathering where id = 'ev-1'`.execute(db);
		await db.transaction().execute((trx) => copyAgenda(trx, 'ev-1', 'copy', new Map()));
		const topics = (await workshopsOf(db, 'copy')).filter(({ topicId }) => topicId !== null);
		expect(topics).toHaveLength(2);
		expect(topics[0]?.topicId).toBe(topics[1]?.topicId);
		expect((await added()).map(({ topicId }) => topicId)).not.toContain(topics[0]?.topicId);
	});
});

describe('rounds at tables', () => {
	it('of a World-Café are items with one workshop per table, a topic each, hosts at their table', async () => {
		const [host = ''] = (await agendaPage(db, gathering, 0)).people;
		const ids = await addTableRounds(db, by, gathering, rounds({ hosts: [host, '', ''] }), nobody);
		const items = (await agendaOf(db, 'ev-1')).filter(({ id }) => (ids as string[]).includes(id));
		expect(items.map(({ title, startTime, lengthMin }) => [title, startTime, lengthMin])).toEqual([
			['World-Café, Runde 1', '13:00', 20],
			['World-Café, Runde 2', '13:25', 20]
		]);
		const tables = await added();
		expect(tables).toHaveLength(6);
		const topics = Map.groupBy(tables, ({ topicId }) => topicId);
		expect([...topics.values()].map((list) => list.map(({ title }) => title))).toEqual([
			['Kita', 'Kita'],
			['Schule', 'Schule'],
			['Klinik', 'Klinik']
		]);
		expect(tables.map(({ number, moderators }) => [number, moderators.length])).toEqual([
			...[
				[1, 1],
				[1, 1],
				[2, 0],
				[2, 0],
				[3, 0],
				[3, 0]
			]
		]);
	});

	it('of a speed meeting have no topic', async () => {
		await addTableRounds(
			db,
			by,
			gathering,
			rounds({ kind: 'speed_meeting', size: '4', topics: [], hosts: [] }),
			nobody
		);
		const tables = await added();
		expect(tables).toHaveLength(2 * 8);
		expect(new Set(tables.map(({ topicId }) => topicId))).toEqual(new Set([null]));
	});

	it('share a room without a warning, and push later items back when asked', async () => {
		const before = (await agendaOf(db, 'ev-1')).filter(({ startTime }) => startTime >= '13:00');
		await addTableRounds(db, by, gathering, rounds({ roomId: 'room-ws-1', follow: 'on' }), nobody);
		const after = await agendaOf(db, 'ev-1');
		const moved = before.filter(({ id, startTime }) => after.find((item) => item.id === id)?.startTime !== startTime);
		expect(moved.length).toBe(before.length);
		const { warnings } = await agendaPage(db, gathering, 0);
		expect(warnings.filter(({ kind }) => kind === 'room_twice')).toEqual([]);
	});

	it('refuse who is unknown and a room of another gathering', async () => {
		const of = (more: object) => addTableRounds(db, by, gathering, rounds(more), nobody);
		expect(await of({ hosts: ['Niemand', '', ''] })).toEqual({ refused: 'unknown_person' });
		expect(await of({ roomId: 'no-room' })).toEqual({ refused: 'unknown_room' });
		expect(await added()).toEqual([]);
	});

	it('go with all their tables and come back', async () => {
		const ids = (await addTableRounds(db, by, gathering, rounds(), nobody)) as string[];
		const [items, tables] = [await agendaOf(db, 'ev-1'), await added()];
		const removed = (await removeRounds(db, by, gathering, ids, false)) as RemovedRound[];
		expect(await added()).toEqual([]);
		expect((await agendaOf(db, 'ev-1')).some(({ id }) => ids.includes(id))).toBe(false);
		for (let i = 0; i < 2; i++) await restoreRounds(db, by, gathering, removed);
		expect([await agendaOf(db, 'ev-1'), await added()]).toEqual([items, tables]);
	});

	it('do not go while somebody sits there, unless that is wanted too', async () => {
		const ids = (await addTableRounds(db, by, gathering, rounds(), nobody)) as string[];
		const [table] = await added();
		await db.insertInto('place').values({ registrationId: 'reg-per-030', workshopId: table!.id, isHeld: 0 }).execute();
		expect(await removeRounds(db, by, gathering, ids, false)).toEqual({ refused: 'chosen' });
		expect(await removeRounds(db, by, gathering, ['ag-07'], true)).toEqual({ refused: 'gone' });
		expect(await removeRounds(db, by, gathering, ids, true)).toHaveLength(2);
		expect(await added()).toEqual([]);
	});
});

it('an older database keeps all its workshops with what belongs to them', async () => {
	const all = await readMigrations();
	const older = Object.fromEntries(Object.entries(all).filter(([name]) => name < '0007'));
	const { db: old } = openDatabase(':memory:');
	await migrate(old, older);
	await sql`insert into gathering values ('g', 'conference_day', 'G', '', '', '', '2026-11-10', '09:00', '16:00', '', '',
		'', '', '', '', '', null, ${NOW})`.execute(old);
	for (const id of ['a', 'b'])
		await sql`insert into agenda_item values (${id}, 'g', 'workshops', 'R', '', '10:00', 60, null, '', '')`.execute(
			old
		);
	const titles = [
		['w1', 'a', 'Fall'],
		['w2', 'a', 'Sucht'],
		['w3', 'b', ' fall'],
		['w4', null, 'Sucht']
	] as const;
	for (const [i, [id, item, title]] of titles.entries()) {
		await sql`insert into workshop values (${id}, 'g', ${item}, ${i}, ${title}, '', '', '', null, 0, 9, null)`.execute(
			old
		);
		await sql`insert into guiding_question values (${id}, 0, 'Was hilft?')`.execute(old);
	}
	await migrate(old, all);
	const rows = await old.selectFrom('workshop').select(['id', 'topicId', 'agendaItemId']).orderBy('id').execute();
	expect(rows.map(({ id, topicId, agendaItemId }) => [id, topicId, agendaItemId])).toEqual([
		['w1', 'w1', 'a'],
		['w2', null, 'a'],
		['w3', 'w1', 'b'],
		['w4', null, null]
	]);
	expect(await old.selectFrom('guidingQuestion').select('workshopId').execute()).toHaveLength(4);
	await old.deleteFrom('workshop').where('id', '=', 'w1').execute();
	expect(await old.selectFrom('guidingQuestion').select('workshopId').execute()).toHaveLength(3);
});
