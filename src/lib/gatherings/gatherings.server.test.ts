import { beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '#lib/accounts/account.ts';
import { accountById } from '#lib/accounts/accounts.server.ts';
import type { Database } from '#lib/db/database.server.ts';
import { loadRegion } from '#lib/demo/loadRegion.server.ts';
import { journalOfGathering } from '#lib/journal/journal.server.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import type { Announcement } from './announce.ts';
import { gatheringShape, valuesOfGathering } from './gathering.form.ts';
import type { Gathering } from './gathering.ts';
import { cancelGathering, copyGathering, correctGathering, createGathering } from './gatheringChanges.server.ts';
import {
	cancellationOf,
	gatheringById,
	gatheringFor,
	gatheringsFor,
	readableGatheringFor
} from './gatherings.server.ts';
import { addRoom, correctRoom, type RemovedRoom, removeRoom, restoreRoom, roomsOf } from './rooms.server.ts';
import { addTeamMember, removeTeamMember, teamOf } from './team.server.ts';

const NOW = '2026-10-20T08:00:00.000Z';
const by = { accountId: 'acc-own', name: 'Test', at: NOW };
const inputOf = (gathering: Gathering, more: object = {}) =>
	gatheringShape.parse({ ...valuesOfGathering(gathering), ...more });

let db: Database;
let fachtag: Gathering;
let told: Announcement[];
const announce = async (_: unknown, announcement: Announcement) => void told.push(announcement);

async function accountOf(organisationId: string, id = `acc-${organisationId}`): Promise<Account> {
	const row = { id, email: `${id}@example.org`, name: id, organisationId, passwordHash: null };
	await db
		.insertInto('account')
		.values({ ...row, isAdministrator: 0, language: 'de', createdAt: NOW })
		.execute();
	return (await accountById(db, id))!;
}

beforeEach(async () => {
	db = await freshDatabase();
	await loadRegion(db, NOW);
	fachtag = (await gatheringById(db, 'ev-1'))!;
	told = [];
});

describe('permission', () => {
	it('is equal for two hosts; others get nothing, members of the circle may read', async () => {
		const [first, second] = [await accountOf('org-ja-kreis'), await accountOf('org-ja-stadt')];
		expect((await gatheringFor(db, first, 'ev-1'))?.hosts).toEqual((await gatheringFor(db, second, 'ev-1'))?.hosts);
		expect(fachtag.hosts.map((host) => host.name)).toEqual([
			'Kreisjugendamt Birkenfurt-Seetal',
			'Stadtjugendamt Birkenfurt'
		]);
		const seated = await db
			.selectFrom('seat')
			.select('organisationId')
			.where('circleId', '=', 'circle-tt')
			.where('organisationId', 'not like', 'org-ja%')
			.executeTakeFirstOrThrow();
		const member = await accountOf(seated.organisationId);
		expect(await gatheringFor(db, member, 'ev-1')).toBeUndefined();
		expect((await readableGatheringFor(db, member, 'ev-1'))?.id).toBe('ev-1');
		const shown = (await gatheringsFor(db, member)).map(({ id, manages }) => [id, manages]);
		expect(shown).toContainEqual(['ev-1', false]);
		await db
			.updateTable('seat')
			.set({ untilOn: '2020-01-01' })
			.where('organisationId', '=', seated.organisationId)
			.execute();
		expect(await readableGatheringFor(db, member, 'ev-1')).toBeUndefined();
	});

	it('is none for an account without an organisation', async () => {
		const nobody = { ...(await accountOf('org-ja-kreis')), organisationId: null };
		expect(await readableGatheringFor(db, nobody, 'ev-1')).toBeUndefined();
		expect(await gatheringsFor(db, nobody)).toEqual([]);
	});
});

describe('create and correct', () => {
	it('needs the own organisation among the hosts', async () => {
		const account = await accountOf('org-ja-kreis', 'acc-own');
		const input = inputOf(fachtag, { title: 'Neu' });
		const alone = { ...input, hosts: ['org-ja-stadt'] };
		expect(await createGathering(db, by, account, alone)).toEqual({ refused: 'own_host' });
		expect(await correctGathering(db, by, fachtag, alone, announce)).toEqual({ refused: 'own_host' });
		expect(await createGathering(db, by, account, { ...input, hosts: ['nobody'] })).toEqual({
			refused: 'unknown_host'
		});
		const id = await createGathering(db, by, account, input);
		expect((await gatheringFor(db, account, id as string))?.title).toBe('Neu');
		expect((await journalOfGathering(db, id as string)).map((line) => line.verb)).toEqual(['gathering.created']);
	});

	it.each([
		[{ title: 'Anders' }, false],
		[{ startTime: '09:00' }, true],
		[{ place: 'Rathaus' }, true],
		[{ onlineUrl: 'https://example.org/a' }, true],
		[{ dateOn: '2026-12-03' }, true]
	])('%j is told to all: %s', async (change, isTold) => {
		expect(await correctGathering(db, by, fachtag, inputOf(fachtag, change), announce)).toEqual({ announced: isTold });
		const one = { gatheringId: 'ev-1', registrationIds: 'all', occasion: 'changed', at: NOW };
		expect(told).toEqual(isTold ? [one] : []);
	});

	it('tells nobody of a day that is over', async () => {
		const late = { ...by, at: '2030-01-01T08:00:00.000Z' };
		await correctGathering(db, late, fachtag, inputOf(fachtag, { place: 'Rathaus' }), announce);
		expect(told).toEqual([]);
	});

	it('writes nothing when telling fails', async () => {
		const broken = () => Promise.reject(new Error('no'));
		await expect(correctGathering(db, by, fachtag, inputOf(fachtag, { place: 'Rathaus' }), broken)).rejects.toThrow();
		expect((await gatheringById(db, 'ev-1'))?.place).toBe(fachtag.place);
	});
});

it('cancels once, with a reason, and tells everybody', async () => {
	expect(await cancelGathering(db, by, fachtag, 'Sturm', announce)).toEqual({ cancelled: true });
	expect(await cancelGathering(db, by, fachtag, 'Sturm', announce)).toEqual({ refused: 'cancelled_already' });
	expect(told.map((one) => one.occasion)).toEqual(['cancelled']);
	expect(await cancellationOf(db, 'ev-1')).toMatchObject({ reason: 'Sturm', byName: 'Test' });
	expect((await gatheringById(db, 'ev-1'))?.isCancelled).toBe(true);
});

it('copies rooms and texts, not the people', async () => {
	const account = await accountOf('org-ja-kreis');
	let rooms = new Map<string, string>();
	const id = await copyGathering(
		db,
		by,
		account,
		fachtag,
		'2027-11-11',
		async (_trx, _from, _to, found) => void (rooms = found)
	);
	const copy = await gatheringFor(db, account, id);
	expect(copy).toMatchObject({ title: fachtag.title, dateOn: '2027-11-11', contactName: '', contactEmail: '' });
	expect(copy?.hosts).toEqual(fachtag.hosts);
	expect(await teamOf(db, id)).toEqual([]);
	const named = (list: { name: string; capacity: number | null }[]) =>
		list.map(({ name, capacity }) => [name, capacity]);
	expect(named(await roomsOf(db, id))).toEqual(named(await roomsOf(db, 'ev-1')));
	expect(rooms.size).toBe((await roomsOf(db, 'ev-1')).length);
	expect(await db.selectFrom('registration').selectAll().where('gatheringId', '=', id).execute()).toEqual([]);
});

describe('rooms', () => {
	const input = { name: 'Turnhalle', capacity: 60, isStepFree: 1 as const, note: '' };

	it('are added at the end and belong to one gathering', async () => {
		const id = await addRoom(db, by, fachtag, input);
		expect((await roomsOf(db, 'ev-1')).at(-1)).toMatchObject({ ...input, id });
		expect(await correctRoom(db, by, { ...fachtag, id: 'other' }, id, input, announce)).toEqual({ refused: 'gone' });
		expect(await removeRoom(db, by, { ...fachtag, id: 'other' }, id)).toEqual({ refused: 'gone' });
	});

	it('come back with what stood in them', async () => {
		const before = await db.selectFrom('workshop').select(['id', 'roomId']).orderBy('id').execute();
		const removed = (await removeRoom(db, by, fachtag, 'room-ws-1')) as RemovedRoom;
		expect(removed).toMatchObject({ workshopIds: ['ws-1'] });
		await restoreRoom(db, by, fachtag, removed);
		await restoreRoom(db, by, fachtag, removed);
		expect(await db.selectFrom('workshop').select(['id', 'roomId']).orderBy('id').execute()).toEqual(before);
	});

	it('with a new name are told to those who are placed there, after a release', async () => {
		await correctRoom(db, by, fachtag, 'room-ws-1', { ...input, name: 'A' }, announce);
		expect(told).toEqual([]);
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
		const places = [{ planReleaseId: 'rel', registrationId: 'reg-per-030', workshopId: 'ws-1' }];
		await db.insertInto('releasedPlace').values(places).execute();
		await correctRoom(db, by, fachtag, 'room-ws-2', { ...input, name: 'B' }, announce);
		await correctRoom(db, by, fachtag, 'room-ws-1', { ...input, name: 'C' }, announce);
		expect(told.map((one) => one.registrationIds)).toEqual([['reg-per-030']]);
	});
});

it('takes colleagues of the hosts into the team, nobody else', async () => {
	const other = await db
		.selectFrom('person')
		.select('id')
		.where('organisationId', 'not like', 'org-ja%')
		.executeTakeFirstOrThrow();
	expect(await addTeamMember(db, by, fachtag, { personId: other.id, task: 'desk' })).toEqual({
		refused: 'not_of_host'
	});
	await addTeamMember(db, by, fachtag, { personId: 'per-001', task: 'desk' });
	expect((await teamOf(db, 'ev-1')).find(({ personId }) => personId === 'per-001')?.task).toBe('desk');
	await removeTeamMember(db, by, fachtag, 'per-001');
	expect((await teamOf(db, 'ev-1')).some(({ personId }) => personId === 'per-001')).toBe(false);
});
