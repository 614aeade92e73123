import { sql } from 'kysely';
import type { Account } from '#lib/accounts/account.ts';
import type { Database } from '#lib/db/database.server.ts';
import type { Schema } from '#migrations/schema.ts';
import { gatheringsByIds, gatheringsFor } from './gatherings.server.ts';
import { nextPart, type Series, type SeriesPart, type SeriesPlace } from './series.ts';

/** Who set it up, hosts one of its parts, or organizes in its circle: all with equal rights. */
function managedBy(account: Account) {
	const own = account.organisationId ?? '';
	return sql<0 | 1>`(${account.isAdministrator ? 1 : 0}
		or coalesce(series.set_up_by_id, '-') = ${own}
		or exists (select 1 from series_part join host on host.gathering_id = series_part.gathering_id
			where series_part.series_id = series.id and host.organisation_id = ${own})
		or (${account.organizes ? 1 : 0} and exists (select 1 from seat
			where seat.circle_id = series.circle_id and seat.organisation_id = ${own} and seat.until_on is null)))`;
}

/** Whoever manages it, has or had a seat in its circle, or may read one of its parts as a member of that part's circle. */
function readableBy(account: Account) {
	const own = account.organisationId ?? '';
	return sql<0 | 1>`(${managedBy(account)}
		or exists (select 1 from seat where seat.circle_id = series.circle_id and seat.organisation_id = ${own})
		or exists (select 1 from series_part join gathering on gathering.id = series_part.gathering_id
			join seat on seat.circle_id = gathering.circle_id
			where series_part.series_id = series.id and seat.organisation_id = ${own}
			and (seat.until_on is null or seat.until_on >= gathering.date_on)))`;
}

function readableSeries(db: Database, account: Account) {
	return db
		.selectFrom('series')
		.leftJoin('circle', 'circle.id', 'series.circleId')
		.selectAll('series')
		.select(['circle.name as circleName', managedBy(account).as('manages')])
		.where(readableBy(account), '=', 1);
}

function seriesOf(row: Schema['series'] & { circleName: string | null; manages: unknown }): Series {
	const { id, title, annualTheme, principles, circleId, circleName, token, manages } = row;
	const lines = principles.split('\n').filter(Boolean);
	return { id, title, annualTheme, principles: lines, circleId, circleName, token, manages: manages === 1 };
}

/** A series which this account may read; `manages` when it may change it. */
export async function seriesFor(db: Database, account: Account, id: string): Promise<Series | undefined> {
	const row = await readableSeries(db, account).where('series.id', '=', id).executeTakeFirst();
	return row && seriesOf(row);
}

/** A series which this account may change. */
export async function managedSeriesFor(db: Database, account: Account, id: string): Promise<Series | undefined> {
	const series = await seriesFor(db, account, id);
	return series?.manages ? series : undefined;
}

/** The parts of a series in their order, each with what this account may do with it. Five queries. */
export async function partsOf(db: Database, account: Account, seriesId: string): Promise<SeriesPart[]> {
	const numbers = await numbersOf(db, seriesId);
	const gatherings = await gatheringsByIds(db, [...numbers.keys()]);
	const readable = new Map((await gatheringsFor(db, account)).map(({ id, manages }) => [id, manages]));
	return gatherings
		.map((gathering) => ({
			number: numbers.get(gathering.id) ?? 0,
			gathering,
			reads: readable.has(gathering.id),
			manages: readable.get(gathering.id) ?? false
		}))
		.sort((a, b) => a.number - b.number);
}

/** Number of each part by the id of its gathering, in order. */
export async function numbersOf(db: Database, seriesId: string): Promise<Map<string, number>> {
	const rows = await db
		.selectFrom('seriesPart')
		.select(['gatheringId', 'number'])
		.where('seriesId', '=', seriesId)
		.orderBy('number')
		.execute();
	return new Map(rows.map(({ gatheringId, number }) => [gatheringId, number]));
}

export interface ListedSeries extends Series {
	count: number;
	/** Day of the next part; null when none lies ahead. */
	nextOn: string | null;
}

/** All series this account may read, those with the next date first; a fixed number of queries. */
export async function seriesListFor(
	db: Database,
	account: Account,
	todayOn: string,
	circleId?: string
): Promise<ListedSeries[]> {
	const rows = await readableSeries(db, account)
		.$if(circleId !== undefined, (query) => query.where('series.circleId', '=', circleId ?? ''))
		.execute();
	const parts = await db
		.selectFrom('seriesPart')
		.innerJoin('gathering', 'gathering.id', 'seriesPart.gatheringId')
		.leftJoin('gatheringCancellation', 'gatheringCancellation.gatheringId', 'gathering.id')
		.select(['seriesId', 'dateOn', 'startTime', 'gatheringCancellation.at as cancelledAt'])
		.execute();
	const bySeries = Map.groupBy(parts, ({ seriesId }) => seriesId);
	return rows
		.map((row) => {
			const own = (bySeries.get(row.id) ?? []).map((part) => ({ ...part, isCancelled: part.cancelledAt !== null }));
			const next = nextPart(
				own.map((gathering) => ({ gathering })),
				todayOn
			);
			return { ...seriesOf(row), count: own.length, nextOn: next?.gathering.dateOn ?? null };
		})
		.sort((a, b) => (a.nextOn ?? '9').localeCompare(b.nextOn ?? '9') || a.title.localeCompare(b.title, 'de'));
}

/** The series a gathering belongs to, and its place there. */
export async function placeOfGathering(db: Database, gatheringId: string): Promise<SeriesPlace | undefined> {
	const place = await db
		.selectFrom('seriesPart')
		.innerJoin('series', 'series.id', 'seriesPart.seriesId')
		.where('gatheringId', '=', gatheringId)
		.select(['seriesId', 'title', 'token', 'number'])
		.select((eb) =>
			eb
				.selectFrom('seriesPart as all')
				.whereRef('all.seriesId', '=', 'seriesPart.seriesId')
				.select(({ fn }) => fn.countAll<number>().as('count'))
				.as('count')
		)
		.executeTakeFirst();
	return place && { ...place, count: place.count ?? 0 };
}
