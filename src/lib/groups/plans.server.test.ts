// over 250 lines: one draft of the demo region is laid out for all that changes it.
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import region from '#lib/demo/demo-region.json';
import { loadRegion } from '#lib/demo/loadRegion.server.ts';
import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import type { Account } from '#lib/accounts/account.ts';
import type { Database } from '#lib/db/database.server.ts';
import type { Announcement } from '#lib/gatherings/announce.ts';
import type { Actor } from '#lib/journal/journal.server.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { assignGroups } from './engine/assign.ts';
import { layBoard } from './board.ts';
import { boardDataOf } from './boardData.server.ts';
import type { Problem } from './engine/contract.ts';
import { exchangePersons, holdPlace, movePerson, swapPersons, takeOut, undoStep } from './draft.server.ts';
import { fingerprint } from './fingerprint.server.ts';
import { groupsPageOf } from './groupsPage.server.ts';
import { groupsState } from './groupsState.server.ts';
import { addPair, mixOf, removePair, saveMix } from './mixes.server.ts';
import { finishProposal, prepareWork } from './liveWork.server.ts';
import { releaseLists } from './releaseLists.server.ts';
import { draftMark, releasedPlacesOf, releasePlan } from './releases.server.ts';
import { releasePageOf } from './releasePage.server.ts';
import { repairsFor, suggestRepairs } from './repairs.server.ts';
import { applyRun } from './runs.server.ts';
import { repairFrontier } from './engine/frontier.ts';
import { compareProfiles } from './engine/wishes.ts';

const NOW = '2026-10-30T09:00:00.000Z';
const by: Actor = { accountId: null, name: 'Nadja', at: NOW };
const gathering = { id: 'ev-1' };
const told: Announcement[] = [];
const announce = async (_trx: unknown, announcement: Announcement) => void told.push(announcement);
/** In the test's own thread, and a small budget. */
const assign = async (problem: Problem, { seed }: { seed: number }) =>
	assignGroups(problem, { seed, iterations: 600_000, inputHash: fingerprint(problem) });

/** A proposal with this seed becomes the draft. */
async function propose(seed: number) {
	const work = await prepareWork(db, 'ev-1', 'propose');
	if ('refused' in work) throw new Error(work.refused);
	return finishProposal(db, by, gathering, work, await assign(work.problem, { seed }));
}

const seeded = freshDatabase().then(async (db) => {
	await loadRegion(db, NOW);
	return db;
});
let db: Database;

beforeEach(async () => {
	db = await seeded;
	told.length = 0;
	// Every test begins with the draft of the demo region.
	await db.deleteFrom('draftStep').execute();
	await db.deleteFrom('place').execute();
	const places = region.persons.flatMap(({ id, workshopId }) =>
		workshopId ? [{ registrationId: `reg-${id}`, workshopId, isHeld: 0 as const }] : []
	);
	await db.insertInto('place').values(places).execute();
	await db.deleteFrom('registrationWithdrawal').where('reason', '=', 'Test').execute();
});

const placeOf = async (id: string) =>
	(await db.selectFrom('place').select(['workshopId', 'isHeld']).where('registrationId', '=', id).execute())[0];
const withdraw = (registrationId: string) =>
	db.insertInto('registrationWithdrawal').values({ registrationId, at: NOW, byName: '', reason: 'Test' }).execute();

test('a proposal is never worse than the example of the region', async () => {
	const before = layBoard(await boardDataOf(db, 'ev-1'), 'ag-7');
	expect(await propose(3)).toMatch(/./);
	const page = await groupsPageOf(db, 'ev-1');
	const roundId = page.board.workshops[0]?.roundId ?? '';
	const board = layBoard(page.board, roundId);
	expect(before.data.people).toHaveLength(105);
	expect(board.score.musts).toBe(0);
	expect(board.unplaced).toEqual([]);
	for (const [i, theirs] of region.assignmentMetrics.workshops.entries()) {
		expect(board.columns[i]?.counts.J).toBeGreaterThanOrEqual(6);
		expect(board.columns[i]?.seats.length).toBe(theirs.total);
	}
	expect(board.score.mix).toBeLessThanOrEqual(layBoard(before.data, roundId).score.mix);
	const theirs = region.assignmentMetrics.wishes;
	const profile = [theirs.first, theirs.second, theirs.third, theirs.none_of_wishes];
	expect(compareProfiles(board.score.wishes, profile)).toBeLessThanOrEqual(0);
	expect(page.run?.score).toMatchObject({ musts: 0, mix: board.score.mix });
	expect(page.step).toMatchObject({ verb: 'proposed' });
});

test('held people stay when the rest is mixed again, and the proposal can be taken back', async () => {
	await movePerson(db, by, gathering, { registrationId: 'reg-per-073', workshopId: 'ws-5' });
	await holdPlace(db, by, gathering, { registrationId: 'reg-per-073', workshopId: 'ws-5', isHeld: true });
	const places = await db.selectFrom('place').selectAll().orderBy('registrationId').execute();
	await propose(2);
	expect(await placeOf('reg-per-073')).toEqual({ workshopId: 'ws-5', isHeld: 1 });
	expect(await undoStep(db, by, gathering)).toBe(true);
	expect(await db.selectFrom('place').selectAll().orderBy('registrationId').execute()).toEqual(places);
});

describe('by hand', () => {
	test('a move, a swap and taking out are steps that undo takes back one by one', async () => {
		const before = await placeOf('reg-per-073');
		const other = await db.selectFrom('place').selectAll().where('workshopId', '=', 'ws-1').executeTakeFirstOrThrow();
		await movePerson(db, by, gathering, { registrationId: 'reg-per-073', workshopId: 'ws-2' });
		await swapPersons(db, by, gathering, {
			registrationId: 'reg-per-073',
			otherId: other.registrationId,
			workshopId: 'ws-1'
		});
		expect((await placeOf('reg-per-073'))?.workshopId).toBe('ws-1');
		expect((await placeOf(other.registrationId))?.workshopId).toBe('ws-2');
		await takeOut(db, by, gathering, { registrationId: 'reg-per-073', workshopId: 'ws-1' });
		expect(await placeOf('reg-per-073')).toBeUndefined();
		for (let i = 0; i < 3; i++) expect(await undoStep(db, by, gathering)).toBe(true);
		expect(await placeOf('reg-per-073')).toEqual(before);
		expect((await placeOf(other.registrationId))?.workshopId).toBe('ws-1');
		expect(await undoStep(db, by, gathering)).toEqual({ refused: 'nothing' });
	});

	test('three change places in a ring as one step; who is held stays held; one undo brings all home', async () => {
		const seats = async (workshopId: string) =>
			(await db.selectFrom('place').selectAll().where('workshopId', '=', workshopId).executeTakeFirstOrThrow())
				.registrationId;
		const ring = [await seats('ws-3'), await seats('ws-1'), await seats('ws-2')];
		await holdPlace(db, by, gathering, { registrationId: ring[1] ?? '', workshopId: 'ws-1', isHeld: true });
		const input = { registrationId: ring, workshopId: ['ws-1', 'ws-2', 'ws-3'] };
		expect(await exchangePersons(db, by, gathering, input)).toBe(true);
		expect(await Promise.all(ring.map(placeOf))).toEqual([
			{ workshopId: 'ws-1', isHeld: 0 },
			{ workshopId: 'ws-2', isHeld: 1 },
			{ workshopId: 'ws-3', isHeld: 0 }
		]);
		expect(await undoStep(db, by, gathering)).toBe(true);
		expect(await Promise.all(ring.map(placeOf))).toEqual([
			{ workshopId: 'ws-3', isHeld: 0 },
			{ workshopId: 'ws-1', isHeld: 1 },
			{ workshopId: 'ws-2', isHeld: 0 }
		]);
	});

	test('a ring that does not add up moves nobody', async () => {
		const refused = { refused: 'gone' };
		const [one, other] = ['reg-per-073', 'reg-per-001'];
		const before = await Promise.all([one, other].map(placeOf));
		const tries: [string[], string[]][] = [
			[[], []],
			[[one, other], ['ws-1']],
			[
				[one, one],
				['ws-1', 'ws-2']
			],
			[
				[one, other],
				['ws-1', 'ws-unknown']
			],
			[
				[one, 'reg-unknown'],
				['ws-1', 'ws-2']
			]
		];
		for (const [registrationId, workshopId] of tries)
			expect(await exchangePersons(db, by, gathering, { registrationId, workshopId })).toEqual(refused);
		expect(await Promise.all([one, other].map(placeOf))).toEqual(before);
	});

	test('a page left open does not take back what somebody else has done since', async () => {
		await movePerson(db, by, gathering, { registrationId: 'reg-per-073', workshopId: 'ws-2' });
		const { step } = await groupsPageOf(db, 'ev-1');
		await movePerson(db, by, gathering, { registrationId: 'reg-per-001', workshopId: 'ws-2' });
		expect(await undoStep(db, by, gathering, step?.id)).toEqual({ refused: 'changed' });
	});

	test('people and workshops of another gathering are not found', async () => {
		const refused = { refused: 'gone' };
		expect(await movePerson(db, by, { id: 'other' }, { registrationId: 'reg-per-073', workshopId: 'ws-2' })).toEqual(
			refused
		);
		expect(await movePerson(db, by, gathering, { registrationId: 'reg-per-073', workshopId: 'ws-9' })).toEqual(refused);
		await withdraw('reg-per-073');
		expect(await movePerson(db, by, gathering, { registrationId: 'reg-per-073', workshopId: 'ws-2' })).toEqual(refused);
	});
});

test('rules and pairs are kept', async () => {
	await saveMix(db, by, gathering, { ...(await mixOf(db, 'ev-1')), sideTolerance: 1 });
	expect((await mixOf(db, 'ev-1')).sideTolerance).toBe(1);
	await saveMix(db, by, gathering, { ...(await mixOf(db, 'ev-1')), sideTolerance: 0 });
	expect(await addPair(db, by, gathering, { personA: 'per-002', personB: 'per-001', kind: 'together' })).toBe(true);
	expect((await boardDataOf(db, 'ev-1')).pairs).toContainEqual({
		personA: 'per-001',
		personB: 'per-002',
		kind: 'together'
	});
	expect(await addPair(db, by, gathering, { personA: 'per-002', personB: 'per-002', kind: 'apart' })).toEqual({
		refused: 'same'
	});
	await removePair(db, by, gathering, { personA: 'per-002', personB: 'per-001' });
	expect((await boardDataOf(db, 'ev-1')).pairs).toHaveLength(3);
});

test('a release is final, numbered, tells those who are concerned, and asks for a reason when a must is broken', async () => {
	const data = await boardDataOf(db, 'ev-1');
	const first = await releasePlan(db, by, gathering, { reason: '', draft: draftMark(data) }, announce);
	expect(first).toEqual({ number: 1 });
	expect(told[0]).toMatchObject({ occasion: 'released', gatheringId: 'ev-1' });
	expect(told[0]?.registrationIds).toHaveLength(105);
	expect(await releasedPlacesOf(db, 'ev-1')).toHaveLength(105);
	expect(await groupsState(db, 'ev-1')).toEqual({
		placed: 105,
		unplaced: 0,
		brokenMusts: 0,
		releasedNumber: 1,
		differsFromRelease: false
	});
	await expect(sql`update plan_release set reason = 'x'`.execute(db)).rejects.toThrow('final');
	await expect(sql`delete from released_place`.execute(db)).rejects.toThrow('final');
	expect(await releasePlan(db, by, gathering, { reason: '' }, announce)).toEqual({ refused: 'same' });

	await movePerson(db, by, gathering, { registrationId: 'reg-per-021', workshopId: 'ws-2' });
	expect(await groupsState(db, 'ev-1')).toMatchObject({ brokenMusts: 1, differsFromRelease: true });
	expect(await releasePlan(db, by, gathering, { reason: '', draft: draftMark(data) }, announce)).toEqual({
		refused: 'changed'
	});
	expect(await releasePlan(db, by, gathering, { reason: ' ' }, announce)).toEqual({ refused: 'reason' });
	const page = await releasePageOf(db, 'ev-1');
	expect(page.broken).toHaveLength(1);
	expect(page.changes).toEqual([expect.stringContaining('von Gruppe\u00a01 nach Gruppe\u00a02')]);
	expect(await releasePlan(db, by, gathering, { reason: 'Sie leitet beide.' }, announce)).toEqual({ number: 2 });
	expect(told[1]?.registrationIds).toEqual(['reg-per-021']);

	const lists = await releaseLists(db, 'ev-1', 1);
	expect(lists?.groups.map(({ seats }) => seats.length)).toEqual([21, 21, 21, 21, 21]);
	expect(lists?.isLast).toBe(false);
	expect(await releaseLists(db, 'ev-1', 3)).toBeUndefined();
});

test('a late change asks for few moves; a substitute takes the place of the person she stands in for', async () => {
	await db.deleteFrom('place').where('registrationId', '=', 'reg-per-065').execute();
	await db.insertInto('place').values({ registrationId: 'reg-per-066', workshopId: 'ws-2', isHeld: 0 }).execute();
	const ids = await suggestRepairs(db, by, gathering, async (problem, { seed }) => repairFrontier(problem, { seed }));
	if (!Array.isArray(ids)) throw new Error('no repair');
	const [smallest] = await repairsFor(db, 'ev-1', await boardDataOf(db, 'ev-1'), ids);
	expect(smallest?.changes).toEqual([{ registrationId: 'reg-per-065', from: null, to: 'ws-2' }]);
	expect(await applyRun(db, by, gathering, smallest?.runId ?? '')).toBe(1);
	expect((await placeOf('reg-per-065'))?.workshopId).toBe('ws-2');
	expect(await applyRun(db, by, { id: 'other' }, smallest?.runId ?? '')).toEqual({ refused: 'gone' });
});

test('who has withdrawn disappears, who comes late has no group yet', async () => {
	await withdraw('reg-per-073');
	await db.deleteFrom('place').where('registrationId', '=', 'reg-per-074').execute();
	const { board } = await groupsPageOf(db, 'ev-1');
	expect(board.places.some((place) => place.registrationId === 'reg-per-073')).toBe(false);
	expect(await groupsState(db, 'ev-1')).toMatchObject({ placed: 103, unplaced: 1 });
});

test('hosts have equal rights, others do not find the gathering', async () => {
	const account = (organisationId: string) => ({ organisationId, isAdministrator: false }) as Account;
	expect(await gatheringFor(db, account('org-ja-kreis'), 'ev-1')).toBeDefined();
	expect(await gatheringFor(db, account('org-ja-stadt'), 'ev-1')).toBeDefined();
	expect(await gatheringFor(db, account('org-p01'), 'ev-1')).toBeUndefined();
});

test('the page asks the same number of questions for few people and for many', async () => {
	const asked: string[] = [];
	const counted = await freshDatabase((text) => void asked.push(text));
	await loadRegion(counted, NOW);
	const count = async () => {
		asked.length = 0;
		await groupsPageOf(counted, 'ev-1');
		await groupsState(counted, 'ev-1');
		return asked.length;
	};
	const many = await count();
	await sql`delete from admission where rowid > 20`.execute(counted);
	expect(await count()).toBe(many);
	expect(many).toBeLessThan(40);
});
