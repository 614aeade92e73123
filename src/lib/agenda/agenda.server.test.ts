import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#lib/db/database.server.ts';
import { loadRegion } from '#lib/demo/loadRegion.server.ts';
import type { Announcement } from '#lib/gatherings/announce.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import { gatheringById } from '#lib/gatherings/gatherings.server.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { agendaOf, agendaState, releaseAgenda, releasesOf } from './agenda.server.ts';
import { itemShape, type RemovedItem } from './agendaItem.form.ts';
import { removeItem, restoreItem } from './itemRemoval.server.ts';
import { addItem, correctItem, moveItem } from './items.server.ts';
import { caseShape, type RemovedWorkshop, workshopShape } from './workshop.form.ts';
import { addWorkshop, correctWorkshop, dropCase, writeCase } from './workshopChanges.server.ts';
import { removeWorkshop, restoreWorkshop } from './workshopRemoval.server.ts';
import { workshopsOf } from './workshops.server.ts';

const NOW = '2026-10-20T08:00:00.000Z';
const by = { accountId: null, name: 'Test', at: NOW };
const item = (more: object = {}) =>
	itemShape.parse({ kind: 'info', title: 'Neu', startTime: '10:10', lengthMin: '15', people: [], ...more });
const workshop = (more: object = {}) =>
	workshopShape.parse({
		number: '6',
		title: 'Neu',
		minSize: '5',
		maxSize: '20',
		moderators: [],
		questions: '',
		...more
	});

let db: Database;
let queries: string[];
let gathering: Gathering;
let told: Announcement[];
const announce = async (_: unknown, announcement: Announcement) => void told.push(announcement);
const foreign = () => ({ ...gathering, id: 'other' });

beforeEach(async () => {
	queries = [];
	db = await freshDatabase((sql) => queries.push(sql));
	await loadRegion(db, NOW);
	gathering = (await gatheringById(db, 'ev-1'))!;
	told = [];
});

async function placeInReleasedGroup(workshopId: string): Promise<void> {
	const row = {
		id: 'rel',
		gatheringId: 'ev-1',
		number: 1,
		releasedAt: NOW,
		releasedBy: 'Test',
		reason: '',
		broken: '[]'
	};
	await db.insertInto('planRelease').values(row).execute();
	await db
		.insertInto('releasedPlace')
		.values({ planReleaseId: 'rel', registrationId: 'reg-per-030', workshopId })
		.execute();
}

async function queriesFor(work: () => Promise<unknown>): Promise<number> {
	queries.length = 0;
	await work();
	return queries.length;
}

it('reads one item and many with the same number of queries', async () => {
	const many = await queriesFor(() => agendaOf(db, 'ev-1'));
	const manyWorkshops = await queriesFor(() => workshopsOf(db, 'ev-1'));
	const manyState = await queriesFor(() => agendaState(db, 'ev-1', 100));
	const [first] = await agendaOf(db, 'ev-1');
	const others = db.deleteFrom('agendaItem').where('gatheringId', '=', 'ev-1').where('id', '!=', first!.id);
	await others.execute();
	await db.deleteFrom('workshop').where('gatheringId', '=', 'ev-1').where('number', '>', 1).execute();
	expect(await queriesFor(() => agendaOf(db, 'ev-1'))).toBe(many);
	expect(await queriesFor(() => workshopsOf(db, 'ev-1'))).toBe(manyWorkshops);
	expect(await queriesFor(() => agendaState(db, 'ev-1', 100))).toBe(manyState);
	expect([many, manyWorkshops]).toEqual([2, 3]);
});

it('reads workshops with everything that belongs to them', async () => {
	const [first] = await workshopsOf(db, 'ev-1');
	expect(first).toMatchObject({
		number: 1,
		startTime: '10:45',
		lengthMin: 120,
		roomName: 'Raum Grünlohe (1. OG)',
		maxSize: 23
	});
	expect(first?.moderators.map((person) => person.name)).toEqual(['Lukas Fährmann', 'Sven Rössig']);
	expect([first?.questions.length, first?.case?.facts.length, first?.minuteTaker?.id]).toEqual([6, 5, 'per-011']);
});

describe('items', () => {
	it('are added, and what follows moves back', async () => {
		const before = new Map((await agendaOf(db, 'ev-1')).map((one) => [one.id, one.startTime]));
		await addItem(db, by, gathering, item({ follow: 'on', people: ['wojciechowski, nadja · ja kreis'] }), announce);
		const after = await agendaOf(db, 'ev-1');
		expect(after.find((one) => one.title === 'Neu')?.people.map((person) => person.name)).toEqual([
			'Nadja Wojciechowski'
		]);
		expect(after.find((one) => one.id === 'ag-04')?.startTime).toBe(before.get('ag-04'));
		expect(after.find((one) => one.id === 'ag-05')?.startTime).toBe('10:25');
		expect(after.find((one) => one.id === 'ag-12')?.startTime).toBe('16:00');
	});

	it('are refused with unknown people, foreign rooms and times past midnight', async () => {
		const add = (more: object) => addItem(db, by, gathering, item(more), announce);
		expect(await add({ people: ['Niemand'] })).toEqual({ refused: 'unknown_person' });
		expect(await add({ roomId: 'nowhere' })).toEqual({ refused: 'unknown_room' });
		expect(await add({ startTime: '23:50' })).toEqual({ refused: 'past_midnight' });
		expect(await correctItem(db, by, foreign(), 'ag-04', item(), announce)).toEqual({ refused: 'gone' });
		expect(await moveItem(db, by, foreign(), 'ag-04', 'later', announce)).toEqual({ refused: 'gone' });
		expect(await removeItem(db, by, foreign(), 'ag-04')).toEqual({ refused: 'gone' });
	});

	it('tell those placed in a workshop of a moved slot, and only of a move', async () => {
		await placeInReleasedGroup('ws-2');
		const slot = (await agendaOf(db, 'ev-1')).find((one) => one.id === 'ag-07')!;
		const as = (more: object) => item({ ...slot, roomId: '', lengthMin: String(slot.lengthMin), people: [], ...more });
		await correctItem(db, by, gathering, 'ag-07', as({ title: 'Anders' }), announce);
		expect(told).toEqual([]);
		await correctItem(db, by, gathering, 'ag-07', as({ startTime: '11:00' }), announce);
		expect(told).toEqual([{ gatheringId: 'ev-1', registrationIds: ['reg-per-030'], occasion: 'changed', at: NOW }]);
	});

	it('change places', async () => {
		await moveItem(db, by, gathering, 'ag-03', 'earlier', announce);
		const times = new Map((await agendaOf(db, 'ev-1')).map((one) => [one.id, one.startTime]));
		expect([times.get('ag-03'), times.get('ag-02')]).toEqual(['09:00', '09:15']);
	});

	it('come back with people and workshops', async () => {
		const before = [await agendaOf(db, 'ev-1'), await workshopsOf(db, 'ev-1')];
		for (const id of ['ag-02', 'ag-07']) {
			const removed = (await removeItem(db, by, gathering, id)) as RemovedItem;
			expect((await agendaOf(db, 'ev-1')).some((one) => one.id === id)).toBe(false);
			await restoreItem(db, by, gathering, removed);
			await restoreItem(db, by, gathering, removed);
		}
		expect([await agendaOf(db, 'ev-1'), await workshopsOf(db, 'ev-1')]).toEqual(before);
	});
});

describe('workshops', () => {
	const one = async () => (await workshopsOf(db, 'ev-1'))[1]!;

	it('are added with a number of their own', async () => {
		expect(await addWorkshop(db, by, gathering, workshop({ number: '1' }))).toEqual({ refused: 'number_taken' });
		expect(await addWorkshop(db, by, gathering, workshop({ agendaItemId: 'x' }))).toEqual({ refused: 'unknown_item' });
		expect(await addWorkshop(db, by, gathering, workshop({ minuteTaker: 'x' }))).toEqual({
			refused: 'unknown_minute_taker'
		});
		const id = await addWorkshop(db, by, gathering, workshop({ questions: '1. Was?\n2. Wie?' }));
		expect((await workshopsOf(db, 'ev-1')).find((w) => w.id === id)?.questions).toEqual(['Was?', 'Wie?']);
	});

	it('tell those placed there of another room, after a release', async () => {
		const w = await one();
		const same = { number: '2', agendaItemId: w.agendaItemId, roomId: w.roomId };
		await placeInReleasedGroup(w.id);
		await correctWorkshop(db, by, gathering, w, workshop({ ...same, title: 'Anders' }), announce);
		expect(told).toEqual([]);
		await correctWorkshop(db, by, gathering, await one(), workshop({ ...same, roomId: 'room-saal' }), announce);
		expect(told.map((each) => each.registrationIds)).toEqual([['reg-per-030']]);
	});

	it('keep a case only with the word that it is invented', async () => {
		const typed = { title: 'Fall', setting: '', facts: 'Eins\nZwei', stageTwo: '' };
		expect(caseShape.safeParse(typed).success).toBe(false);
		await dropCase(db, by, gathering, await one());
		expect((await one()).case).toBeNull();
		await writeCase(db, by, gathering, await one(), caseShape.parse({ ...typed, isInvented: 'on' }));
		expect((await one()).case).toMatchObject({
			title: 'Fall',
			facts: ['Eins', 'Zwei'],
			notice: expect.stringContaining('Frei erfunden')
		});
	});

	it('come back as they were; chosen ones go only when that is said', async () => {
		const before = await one();
		expect(await removeWorkshop(db, by, gathering, before, false)).toEqual({ refused: 'chosen' });
		const removed = (await removeWorkshop(db, by, gathering, before, true)) as RemovedWorkshop;
		await restoreWorkshop(db, by, gathering, removed);
		await restoreWorkshop(db, by, gathering, removed);
		expect(await one()).toEqual(before);
	});
});

it('an item of which final minutes tell stays in the programme', async () => {
	const item = await db
		.selectFrom('minutesFinal')
		.innerJoin('minutesItem', 'minutesItem.minutesId', 'minutesFinal.minutesId')
		.innerJoin('agendaItem', 'agendaItem.id', 'agendaItemId')
		.select(['agendaItem.id', 'gatheringId'])
		.executeTakeFirstOrThrow();
	const past = { ...gathering, id: item.gatheringId };
	expect(await removeItem(db, by, past, item.id)).toEqual({ refused: 'recorded' });
});

it('a workshop in which something was written down stays, whatever is ticked', async () => {
	const past = { ...gathering, id: 'past-ev-1' };
	const [first] = await workshopsOf(db, past.id);
	expect(first && (await removeWorkshop(db, by, past, first, true))).toEqual({ refused: 'recorded' });
	expect(await workshopsOf(db, past.id)).toContainEqual(first);
});

describe('releases', () => {
	it('are numbered, frozen and compared with the draft', async () => {
		expect((await agendaState(db, 'ev-1')).differsFromRelease).toBe(false);
		const { number: last } = (await releasesOf(db, 'ev-1'))[0] ?? { number: 0 };
		await addItem(db, by, gathering, item(), announce);
		expect(await releaseAgenda(db, by, gathering)).toEqual({ number: last + 1 });
		expect(await releaseAgenda(db, by, gathering)).toEqual({ refused: 'unchanged' });
		expect(await agendaState(db, 'ev-1')).toMatchObject({ releasedNumber: last + 1, differsFromRelease: false });
		await moveItem(db, by, gathering, 'ag-03', 'earlier', announce);
		expect((await agendaState(db, 'ev-1')).differsFromRelease).toBe(true);
		expect(await releaseAgenda(db, by, gathering)).toEqual({ number: last + 2 });
		await expect(db.updateTable('agendaRelease').set({ content: '' }).execute()).rejects.toThrow('final');
	});

	it('need something to release', async () => {
		await db.deleteFrom('agendaItem').where('gatheringId', '=', 'ev-1').execute();
		expect(await releaseAgenda(db, by, gathering)).toEqual({ refused: 'empty' });
	});
});
