import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween } from '#lib/time/berlin.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { loadRegion } from './loadRegion.server.ts';
import { daysToMove } from './region.ts';

test('the Fachtag keeps its weekday and lies three to four weeks ahead, whenever the demo is opened', () => {
	fc.assert(
		fc.property(fc.integer({ min: -2000, max: 4000 }), (shift) => {
			const todayOn = addDays('2026-11-12', shift);
			const movedOn = addDays('2026-11-12', daysToMove('2026-11-12', todayOn));
			expect(Math.abs(daysBetween('2026-11-12', movedOn) % 7)).toBe(0);
			expect(daysBetween(todayOn, movedOn)).toBeGreaterThanOrEqual(20);
			expect(daysBetween(todayOn, movedOn)).toBeLessThanOrEqual(26);
		})
	);
});

test('the region fills an empty database: people, places, wishes, a released programme, delivered confirmations', async () => {
	const db = await freshDatabase();
	const now = new Date().toISOString();
	await loadRegion(db, now);
	const count = async (table: 'organisation' | 'person' | 'registration' | 'place' | 'agendaRelease' | 'message') =>
		(await db.selectFrom(table).select(db.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n;
	expect({
		organisations: await count('organisation'),
		persons: await count('person'),
		registrations: await count('registration'),
		places: await count('place'),
		releases: await count('agendaRelease')
	}).toEqual({ organisations: 23, persons: 111, registrations: 111, places: 105, releases: 1 });
	const undelivered = await db
		.selectFrom('message')
		.leftJoin('messageDispatch', 'messageId', 'message.id')
		.where('messageDispatch.at', 'is', null)
		.select('message.id')
		.execute();
	expect(undelivered).toEqual([]);
	const future = await db.selectFrom('registration').where('registeredAt', '>', now).select('id').execute();
	expect(future).toEqual([]);
});

test('what came of the first Fachtag lies behind us: results, two Trägertreffen, eight standards, five groups', async () => {
	const db = await freshDatabase();
	const now = new Date().toISOString();
	const todayOn = now.slice(0, 10);
	await loadRegion(db, now);
	const meetings = await db
		.selectFrom('gathering')
		.where('kind', '=', 'provider_meeting')
		.orderBy('dateOn')
		.select(['id', 'dateOn'])
		.execute();
	expect(meetings.map(({ id }) => id)).toEqual(['tt-1', 'tt-2']);
	const ago = daysBetween(meetings[1]?.dateOn ?? '', todayOn);
	expect(ago).toBeGreaterThanOrEqual(7);
	expect(ago).toBeLessThanOrEqual(15);
	const states = await db.selectFrom('standardState').select(['standardId', 'state']).orderBy('at').execute();
	const newest = Object.fromEntries(states.map(({ standardId, state }) => [standardId, state]));
	expect(newest).toMatchObject({ 'std-1': 'consultation', 'std-3': 'agreed', 'std-5': 'in_force', 'std-7': 'idea' });
	const votes = await db
		.selectFrom('vote')
		.where('decisionId', '=', 'de-2-3')
		.groupBy('choice')
		.select(({ fn }) => ['choice', fn.countAll<number>().as('count')])
		.orderBy('choice')
		.execute();
	expect(votes).toEqual([
		{ choice: 'abstain', count: 1 },
		{ choice: 'no', count: 1 },
		{ choice: 'yes', count: 14 }
	]);
	const outcome = await db
		.selectFrom('decisionOutcome')
		.where('decisionId', '=', 'de-2-3')
		.select('sentence')
		.executeTakeFirstOrThrow();
	expect(outcome.sentence).toMatch(/^Angenommen \(14 Ja, 1 Nein, 1 Enthaltung\): 14 von 15 Stimmen/);
	const results = await db.selectFrom('decisionOutcome').select('result').distinct().execute();
	expect(results).toEqual([{ result: 'adopted' }]);
	expect(await db.selectFrom('minutesFinal').select('minutesId').execute()).toEqual([{ minutesId: 'minutes-tt-1' }]);
	const later = await db.selectFrom('decisionOutcome').where('at', '>', now).select('decisionId').execute();
	expect(later).toEqual([]);
});

test('two departments of the Kreisjugendamt and two partners say what they do', async () => {
	const db = await freshDatabase();
	const now = new Date().toISOString();
	await loadRegion(db, now);
	const rows = await db
		.selectFrom('serviceProfile')
		.innerJoin('organisation', 'organisation.id', 'organisationId')
		.orderBy('shortName')
		.select(['shortName', 'partOfId', 'changedAt', 'mandate', 'aim', 'services', 'limits', 'legalBasis'])
		.execute();
	expect(rows.map(({ shortName, partOfId }) => [shortName, partOfId])).toEqual([
		['ASD Kreis', 'org-ja-kreis'],
		['Frühe Hilfen', 'org-ja-kreis'],
		['Jobcenter', null],
		['KJP Seetal', null]
	]);
	for (const { changedAt, partOfId: _, ...texts } of rows) {
		expect(changedAt < now).toBe(true);
		expect(Object.values(texts).filter((text) => text === '')).toEqual([]);
	}
});
