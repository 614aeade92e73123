import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#lib/db/database.server.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { boardDataOf } from './boardData.server.ts';
import { readProblem } from './engine/validate.ts';
import { meetingPicture } from './meetingPicture.server.ts';
import { earlierOf } from './metBefore.server.ts';
import { mixProblem } from './mixProblem.ts';

const NOW = '2026-10-20T08:00:00.000Z';
const PEOPLE = ['ada', 'bea', 'cem', 'dia', 'eli', 'fay'];

let db: Database;
let asked: string[] = [];

beforeEach(async () => {
	db = await freshDatabase((statement) => asked.push(statement));
	await db
		.insertInto('circle')
		.values([
			{ id: 'rt', name: 'Runder Tisch', kind: 'round_table', purpose: '', rhythm: '', createdAt: NOW },
			{ id: 'else', name: 'Andere Runde', kind: 'round_table', purpose: '', rhythm: '', createdAt: NOW }
		])
		.execute();
	const organisation = { town: '', mailDomain: '', dataProtectionLaw: 'DSGVO', createdAt: NOW };
	await db
		.insertInto('organisation')
		.values([
			{
				...organisation,
				id: 'ja',
				name: 'Jugendamt',
				shortName: 'JA',
				kind: 'public_youth_office',
				side: 'youth_office'
			},
			{ ...organisation, id: 'fp', name: 'Träger', shortName: 'FP', kind: 'free_provider', side: 'outpatient' }
		])
		.execute();
	const person = { title: '', salutation: '', unit: '', jobFunction: '', level: '', side: null, createdAt: NOW };
	await db
		.insertInto('person')
		.values(
			PEOPLE.map((id, i) => ({
				...{ ...person, id, firstName: id, lastName: id, email: '', changedAt: NOW },
				organisationId: i < 3 ? 'ja' : 'fp'
			}))
		)
		.execute();
});

/** A gathering of a circle with everybody registered and admitted. */
async function gather(id: string, dateOn: string, circleId: string | null = 'rt', people = PEOPLE): Promise<void> {
	const empty = { subtitle: '', guidingQuestion: '', aims: '', place: '', address: '', accessibility: '' };
	const contact = { onlineUrl: '', contactName: '', contactEmail: '', contactPhone: '' };
	const time = { dateOn, startTime: '09:00', endTime: '16:00' };
	await db
		.insertInto('gathering')
		.values({ ...empty, ...contact, ...time, id, circleId, kind: 'conference_day', title: id, createdAt: NOW })
		.execute();
	for (const [ordinal, personId] of people.entries()) {
		const words = { supportNeed: '', catering: '', organisationName: '', remark: '' };
		const flags = { isNewcomer: 0 as const, isListed: 1 as const, allowsPhotos: 0 as const };
		const times = { registeredAt: NOW, consentsAt: NOW };
		const row = { id: `${id}-${personId}`, gatheringId: id, personId, ordinal, channel: 'web' as const };
		await db
			.insertInto('registration')
			.values({ ...words, ...flags, ...times, ...row, language: 'de' })
			.execute();
		await db.insertInto('admission').values({ registrationId: row.id, at: NOW, how: 'seat' }).execute();
	}
}

/** Releases groups: lists of people, one list per group. */
async function release(id: string, groups: string[][], number = 1): Promise<void> {
	const planReleaseId = `${id} ${number}`;
	await db
		.insertInto('planRelease')
		.values({ id: planReleaseId, gatheringId: id, number, releasedAt: NOW, releasedBy: '', reason: '', broken: '[]' })
		.execute();
	const rows = groups.flatMap((people, i) =>
		people.map((person) => ({ planReleaseId, registrationId: `${id}-${person}`, workshopId: `${id}-w${i}` }))
	);
	await db.insertInto('releasedPlace').values(rows).execute();
}

async function withdraw(registrationId: string): Promise<void> {
	await db.insertInto('registrationWithdrawal').values({ registrationId, at: NOW, byName: '', reason: '' }).execute();
}

const now = (...people: string[]) => people.map((person) => `now-${person}`);

describe('earlier gatherings of the circle', () => {
	it('count by person, the newest whole and each before it half as much', async () => {
		for (const [id, day] of [
			['old', '2025-01-10'],
			['new', '2026-01-10'],
			['now', '2026-11-10']
		] as const)
			await gather(id, day);
		await release('old', [['ada', 'bea', 'cem']]);
		await release('new', [
			['ada', 'dia'],
			['bea', 'eli']
		]);
		const earlier = await earlierOf(db, 'now');
		expect(earlier.map(({ id, share, groups }) => [id, share, groups])).toEqual([
			['new', 1, [now('ada', 'dia'), now('bea', 'eli')]],
			['old', 0.5, [now('ada', 'bea', 'cem')]]
		]);
		const problem = mixProblem(await boardDataOf(db, 'now'));
		expect(problem.met?.map(({ weight }) => weight)).toEqual([0.1, 0.05]);
	});

	it('are only those released, not cancelled, of this circle and before this one', async () => {
		await gather('draft', '2026-01-10');
		await gather('cancelled', '2026-02-10');
		await gather('other', '2026-03-10', 'else');
		await gather('later', '2026-12-10');
		await gather('now', '2026-11-10');
		for (const id of ['cancelled', 'other', 'later']) await release(id, [['ada', 'bea']]);
		const cancellation = { gatheringId: 'cancelled', at: NOW, byName: '', reason: '' };
		await db.insertInto('gatheringCancellation').values(cancellation).execute();
		expect(await earlierOf(db, 'now')).toEqual([]);
	});

	it('count by their last release, without those who stayed away or are not here now', async () => {
		await gather('then', '2026-01-10');
		await gather('now', '2026-11-10', 'rt', ['ada', 'bea', 'cem']);
		await release('then', [['ada', 'bea', 'cem', 'dia']]);
		await release(
			'then',
			[
				['ada', 'bea', 'dia'],
				['cem', 'eli']
			],
			2
		);
		expect((await earlierOf(db, 'now'))[0]?.groups).toEqual([now('ada', 'bea')]);
		await withdraw('then-bea');
		expect((await earlierOf(db, 'now'))[0]?.groups).toEqual([]);
	});

	it('matter to no gathering outside a circle', async () => {
		await gather('then', '2026-01-10', null);
		await gather('now', '2026-11-10', null);
		await release('then', [['ada', 'bea']]);
		expect(await earlierOf(db, 'now')).toEqual([]);
	});

	it('are read by three queries and by index, only the newest three', async () => {
		for (const year of [2020, 2021, 2022, 2023, 2024]) {
			await gather(`g${year}`, `${year}-01-10`);
			await release(`g${year}`, [['ada', 'bea']]);
		}
		await gather('now', '2026-11-10');
		asked = [];
		expect((await earlierOf(db, 'now')).map(({ id }) => id)).toEqual(['g2024', 'g2023', 'g2022']);
		expect(asked).toHaveLength(3);
		asked = [];
		await meetingPicture(db, 'rt', '2026-10-20');
		expect(asked).toHaveLength(2);
		await gather('again', '2026-11-11');
		asked = [];
		await earlierOf(db, 'again');
		await meetingPicture(db, 'rt', '2026-10-20');
		for (const statement of [...asked]) {
			const { rows } = await sql
				.raw<{ detail: string }>(`explain query plan ${statement.replaceAll('?', "'x'")}`)
				.execute(db);
			const scans = rows.map(({ detail }) => detail).filter((detail) => /^SCAN (?!\d|CONSTANT)/.test(detail));
			expect(rows.length).toBeGreaterThan(0);
			expect(scans, statement).toEqual([]);
		}
	});

	it('tell who stayed behind her first wish, and she comes first at a tie', async () => {
		const words = { theme: '', aim: '', method: '', roomId: null, minSize: 1, maxSize: 4, title: '' };
		const workshop = (id: string, gatheringId: string, number: number, more: object = {}) =>
			db
				.insertInto('workshop')
				.values({ ...words, minuteTakerId: null, id, gatheringId, number, agendaItemId: null, ...more })
				.execute();
		await gather('old', '2025-01-10');
		await gather('then', '2026-01-10');
		await gather('now', '2026-11-10');
		for (const id of ['old', 'then', 'now']) {
			await workshop(`${id}-w0`, id, 1, { topicId: 'care' });
			await workshop(`${id}-w1`, id, 2, { minuteTakerId: 'eli' });
			await workshop(`${id}-w2`, id, 3, { topicId: 'care' });
		}
		const wishes = (id: string, ...numbers: number[]) =>
			db
				.insertInto('wish')
				.values(numbers.map((n, i) => ({ registrationId: id, workshopId: `${id.split('-')[0]}-w${n}`, rank: i + 1 })))
				.execute();
		await wishes('then-ada', 0, 1);
		await wishes('then-bea', 1, 0);
		await wishes('then-cem', 2, 1);
		await wishes('then-dia', 2);
		await wishes('then-eli', 2);
		await wishes('then-fay', 1);
		await db.insertInto('workshopModerator').values({ workshopId: 'then-w2', personId: 'fay', position: 1 }).execute();
		await wishes('old-dia', 2, 0);
		await wishes('now-dia', 1, 0);
		await wishes('now-fay', 1);
		await release('then', [
			['ada', 'bea', 'cem', 'fay'],
			['dia', 'eli']
		]);
		await release('old', [[], ['dia']]);
		const earlier = await earlierOf(db, 'now');
		// Cem's topic was held twice and either will do; Eli took minutes and Fay led another group: no choice of theirs.
		expect(earlier.map(({ lost }) => lost)).toEqual([{ 'now-bea': 1, 'now-dia': 1 }, { 'now-dia': 2 }]);
		await withdraw('then-bea');
		expect((await earlierOf(db, 'now'))[0]?.lost).toEqual({ 'now-dia': 1 });
		const credits = mixProblem(await boardDataOf(db, 'now')).people.map(({ id, credit }) => [id, credit]);
		expect(credits).toContainEqual(['now-dia', 2]);
		expect(credits).toContainEqual(['now-bea', undefined]);
		expect(credits).toContainEqual(['now-ada', undefined]);
		const data = await boardDataOf(db, 'now');
		const off = mixProblem({ ...data, settings: { ...data.settings, countsEarlier: false } });
		expect(off.people.every(({ credit }) => credit === undefined)).toBe(true);
		// A workshop that was taken out is no wish any more: of Dia's two wishes of then one is left.
		await db.deleteFrom('wish').where('registrationId', '=', 'old-dia').where('rank', '=', 1).execute();
		expect((await earlierOf(db, 'now'))[1]?.lost).toEqual({ 'now-dia': 1 });
	});

	it('give a problem the engine reads', async () => {
		await gather('then', '2026-01-10');
		await gather('now', '2026-11-10');
		await release('then', [
			['ada', 'bea'],
			['cem', 'dia', 'eli']
		]);
		const item = { note: '', place: '', speakers: '', roomId: null, lengthMin: 60 };
		await db
			.insertInto('agendaItem')
			.values({ ...item, id: 'r1', gatheringId: 'now', kind: 'workshops', title: 'Runde 1', startTime: '10:00' })
			.execute();
		const words = { theme: '', aim: '', method: '', roomId: null, minuteTakerId: null, minSize: 1, maxSize: 4 };
		await db
			.insertInto('workshop')
			.values(
				[1, 2].map((n) => ({
					...{ ...words, id: `w${n}`, gatheringId: 'now', agendaItemId: 'r1', number: n, title: `W ${n}` }
				}))
			)
			.execute();
		const read = readProblem(mixProblem(await boardDataOf(db, 'now')));
		expect(read).toMatchObject({ problem: { met: [{ groups: [now('ada', 'bea'), now('cem', 'dia', 'eli')] }] } });
	});
});

it('draws who has met whom up to today', async () => {
	expect(await meetingPicture(db, 'rt', '2026-10-20')).toBeUndefined();
	await gather('then', '2026-01-10');
	await gather('next', '2026-11-10');
	await release('then', [
		['ada', 'bea', 'dia'],
		['cem', 'eli', 'fay']
	]);
	await release('next', [PEOPLE]);
	const picture = await meetingPicture(db, 'rt', '2026-10-20');
	expect(picture?.gatherings.map(({ id }) => id)).toEqual(['then']);
	expect(picture?.organisations.parties.map(({ name, people }) => [name, people])).toEqual([
		['FP', 3],
		['JA', 3]
	]);
	expect(picture?.organisations.cells[1]?.[0]).toEqual({ met: 4, possible: 9 });
	await withdraw('then-ada');
	expect((await meetingPicture(db, 'rt', '2026-10-20'))?.organisations.parties).toHaveLength(1);
});
