import { beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '#lib/accounts/account.ts';
import type { Database } from '#lib/db/database.server.ts';
import { loadRegion } from '#lib/demo/loadRegion.server.ts';
import { journalOfGathering } from '#lib/journal/journal.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import { account } from '../../../tests/support/account.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { newPartShape, removedSeriesShape, seriesShape } from './series.form.ts';
import { partsOf, placeOfGathering, seriesFor, seriesListFor } from './series.server.ts';
import type { Series } from './series.ts';
import { correctSeries, removeSeries, restoreSeries, setUpSeries } from './seriesChanges.server.ts';
import {
	addPart,
	createPart,
	movePart,
	orderByDay,
	possibleParts,
	removePart,
	restorePart
} from './seriesParts.server.ts';

const NOW = '2026-10-20T08:00:00.000Z';
const by = { accountId: null, name: 'Test', at: NOW };
const input = (more: object = {}) => seriesShape.parse({ title: 'Neue Reihe', annualTheme: 'Nähe', ...more });
const newPart = (more: object = {}) =>
	newPartShape.parse({
		...{ kind: 'conference_day', title: 'Teil', dateOn: '2027-04-13', startTime: '09:00', endTime: '12:00' },
		...{ place: '', onlineUrl: 'https://video.example.org/a', ...more }
	});

let db: Database;
let host: Account;
let other: Account;
let stranger: Account;

beforeEach(async () => {
	db = await freshDatabase();
	await loadRegion(db, NOW);
	host = account('org-ja-kreis');
	other = account('org-ja-stadt', { id: 'b' });
	stranger = account('org-schule', { id: 'c' });
});

async function setUp(by_: Account = host, more: object = {}): Promise<Series> {
	const id = await setUpSeries(db, by, by_, input(more));
	if (isRefused(id)) throw new Error(id.refused);
	return (await seriesFor(db, by_, id))!;
}

async function numbered(series: Series): Promise<string[]> {
	const parts = await partsOf(db, host, series.id);
	return parts.map(({ number, gathering }) => `${number} ${gathering.title}`);
}

describe('who may see and change a series', () => {
	it('who set it up, also while it is empty; nobody else', async () => {
		const series = await setUp();
		expect(series.manages).toBe(true);
		expect(await seriesFor(db, other, series.id)).toBeUndefined();
		expect(await seriesFor(db, stranger, series.id)).toBeUndefined();
		expect((await seriesListFor(db, stranger, '2026-10-20')).map(({ id }) => id)).toEqual([]);
	});

	it('every host of a part, with equal rights', async () => {
		const series = await setUp();
		await db.insertInto('seriesPart').values({ seriesId: series.id, gatheringId: 'ev-1', number: 1 }).execute();
		expect((await seriesFor(db, other, series.id))?.manages).toBe(true);
	});

	it('members of its circle read it; who organizes there changes it', async () => {
		const member = account('org-p01', { organizes: false });
		expect((await seriesFor(db, member, 'series-1'))?.manages).toBe(false);
		expect((await seriesFor(db, { ...member, organizes: true }, 'series-1'))?.manages).toBe(true);
		const [part] = await partsOf(db, member, 'series-1');
		expect(part).toMatchObject({ reads: true, manages: false });
		expect(await correctSeries(db, by, member, (await seriesFor(db, member, 'series-1'))!, input())).toEqual({
			refused: 'gone'
		});
	});

	it('an account without organisation sees none and sets up none, an administrator all', async () => {
		const nobody = account(null);
		expect(await seriesFor(db, nobody, 'series-1')).toBeUndefined();
		expect(await setUpSeries(db, by, nobody, input())).toEqual({ refused: 'not_allowed' });
		expect((await seriesFor(db, account(null, { isAdministrator: true }), 'series-1'))?.manages).toBe(true);
	});

	it('it joins only a circle in which one organizes', async () => {
		expect(await setUpSeries(db, by, stranger, input({ circleId: 'circle-tt' }))).toEqual({
			refused: 'unknown_circle'
		});
		const series = await setUp(host, { circleId: 'circle-tt' });
		expect(series.circleName).toBe('Trägertreffen Birkenfurt-Seetal');
		expect((await seriesListFor(db, host, '2026-10-20', 'circle-tt')).map(({ id }) => id)).toContain(series.id);
	});
});

describe('the parts of a series', () => {
	it('are numbered, moved, sorted by day, taken out and put back where they were', async () => {
		const series = await setUp();
		for (const [title, dateOn] of [
			['C', '2027-06-01'],
			['A', '2027-04-01'],
			['B', '2027-05-01']
		])
			await createPart(db, by, host, series, newPart({ title, dateOn }));
		expect(await numbered(series)).toEqual(['1 C', '2 A', '3 B']);
		const ids = (await partsOf(db, host, series.id)).map(({ gathering }) => gathering.id);
		await movePart(db, by, host, series, { gatheringId: ids[2]!, by: -1 });
		expect(await numbered(series)).toEqual(['1 C', '2 B', '3 A']);
		await orderByDay(db, by, host, series);
		expect(await numbered(series)).toEqual(['1 A', '2 B', '3 C']);

		const removed = await removePart(db, by, host, series, ids[1]!);
		expect(await numbered(series)).toEqual(['1 B', '2 C']);
		expect(await placeOfGathering(db, ids[1]!)).toBeUndefined();
		if (isRefused(removed)) throw new Error(removed.refused);
		await restorePart(db, by, host, series, removed);
		expect(await numbered(series)).toEqual(['1 A', '2 B', '3 C']);
		expect(await placeOfGathering(db, ids[0]!)).toMatchObject({ number: 3, count: 3, title: 'Neue Reihe' });
		expect((await journalOfGathering(db, ids[1]!)).map(({ verb }) => verb)).toEqual([
			'series.part_added',
			'series.part_removed',
			'series.part_added',
			'gathering.created'
		]);
	});

	it('a new part takes hosts and contact of the one before it', async () => {
		const series = await setUp(host, { circleId: 'circle-tt' });
		expect(await addPart(db, by, host, series, 'ev-1')).toBe(true);
		await createPart(db, by, host, series, newPart());
		const [first, second] = await partsOf(db, host, series.id);
		expect(second?.gathering.hosts).toEqual(first?.gathering.hosts);
		expect(second?.gathering).toMatchObject({ contactName: first?.gathering.contactName, circleId: 'circle-tt' });
	});

	it('are gatherings one hosts, in one series only', async () => {
		const series = await setUp();
		const mine = await setUp(stranger);
		expect((await possibleParts(db, stranger)).length).toBe(0);
		expect(await addPart(db, by, stranger, mine, 'ev-1')).toEqual({ refused: 'no_part' });
		expect(await addPart(db, by, host, series, 'series-1-part-1')).toEqual({ refused: 'no_part' });
		expect(await addPart(db, by, stranger, series, 'ev-1')).toEqual({ refused: 'gone' });
		expect(await restorePart(db, by, stranger, mine, { gatheringId: 'ev-1', number: 1 })).toEqual({
			refused: 'no_part'
		});
	});

	it('only hosts of a part take it out', async () => {
		const organizer = account('org-p01');
		const series = (await seriesFor(db, organizer, 'series-1'))!;
		expect(series.manages).toBe(true);
		expect(await removePart(db, by, organizer, series, 'series-1-part-2')).toEqual({ refused: 'not_host' });
	});
});

describe('removing a series', () => {
	it('needs it to be empty, and can be undone with the same link', async () => {
		const series = await setUp();
		await createPart(db, by, host, series, newPart());
		expect(await removeSeries(db, by, host, series)).toEqual({ refused: 'has_parts' });
		const [part] = await partsOf(db, host, series.id);
		await removePart(db, by, host, series, part!.gathering.id);
		const removed = await removeSeries(db, by, host, series);
		expect(await seriesFor(db, host, series.id)).toBeUndefined();
		const sentBack = removedSeriesShape.parse(JSON.parse(JSON.stringify(removed)));
		expect(await restoreSeries(db, by, host, sentBack)).toBe(series.id);
		expect(await restoreSeries(db, by, host, sentBack)).toEqual({ refused: 'taken' });
		expect(await seriesFor(db, host, series.id)).toEqual(series);
	});
});
