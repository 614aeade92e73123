import type { Account } from '#lib/accounts/account.ts';
import type { Database } from '#lib/db/database.server.ts';
import type { Gathering } from './gathering.ts';

function gatherings(db: Database) {
	return db
		.selectFrom('gathering')
		.leftJoin('gatheringCancellation', 'gatheringCancellation.gatheringId', 'gathering.id')
		.selectAll('gathering')
		.select('gatheringCancellation.at as cancelledAt');
}
type Query = ReturnType<typeof gatherings>;

async function withHosts(db: Database, query: Query): Promise<Gathering[]> {
	const rows = await query.execute();
	const hosts = await db
		.selectFrom('host')
		.innerJoin('organisation', 'organisation.id', 'host.organisationId')
		.select(['host.gatheringId', 'organisation.id', 'organisation.name', 'organisation.shortName'])
		.$if(rows.length === 1, (narrowed) => narrowed.where('host.gatheringId', '=', rows[0]?.id ?? ''))
		.execute();
	hosts.sort((a, b) => a.name.localeCompare(b.name, 'de'));
	const byGathering = Map.groupBy(hosts, (host) => host.gatheringId);
	return rows.map(({ cancelledAt, ...row }) => ({
		...row,
		isCancelled: cancelledAt !== null,
		hosts: (byGathering.get(row.id) ?? []).map(({ id, name, shortName }) => ({ id, name, shortName }))
	}));
}

function hostedBy(query: Query, account: Account): Query {
	if (account.isAdministrator) return query;
	return query.where((eb) =>
		eb.exists(
			eb
				.selectFrom('host')
				.whereRef('host.gatheringId', '=', 'gathering.id')
				.where('host.organisationId', '=', account.organisationId ?? '')
				.select('host.gatheringId')
		)
	);
}

function readableBy(query: Query, account: Account): Query {
	if (account.isAdministrator) return query;
	const own = account.organisationId ?? '';
	return query.where((eb) =>
		eb.or([
			eb.exists(
				eb
					.selectFrom('host')
					.whereRef('host.gatheringId', '=', 'gathering.id')
					.where('host.organisationId', '=', own)
					.select('host.gatheringId')
			),
			eb.exists(
				eb
					.selectFrom('seat')
					.whereRef('seat.circleId', '=', 'gathering.circleId')
					.where('seat.organisationId', '=', own)
					.where((seat) =>
						seat.or([seat('seat.untilOn', 'is', null), seat('seat.untilOn', '>=', seat.ref('gathering.dateOn'))])
					)
					.select('seat.id')
			)
		])
	);
}

/** A gathering which this account may manage: its organisation is a host, or it is an administrator. */
export async function gatheringFor(db: Database, account: Account, id: string): Promise<Gathering | undefined> {
	return (await withHosts(db, hostedBy(gatherings(db), account).where('gathering.id', '=', id)))[0];
}

/** A gathering which this account may read: also as a member of its circle. */
export async function readableGatheringFor(db: Database, account: Account, id: string): Promise<Gathering | undefined> {
	return (await withHosts(db, readableBy(gatherings(db), account).where('gathering.id', '=', id)))[0];
}

/** A gathering without asking who wants to know; only for pages reached by a token. */
export async function gatheringById(db: Database, id: string): Promise<Gathering | undefined> {
	return (await withHosts(db, gatherings(db).where('gathering.id', '=', id)))[0];
}

/** The same for several, in no particular order; the caller has checked who may see them. */
export async function gatheringsByIds(db: Database, ids: readonly string[]): Promise<Gathering[]> {
	if (ids.length === 0) return [];
	return withHosts(db, gatherings(db).where('gathering.id', 'in', [...ids]));
}

/** All gatherings this account may read, earliest first; `manages` where its organisation is a host. */
export async function gatheringsFor(db: Database, account: Account): Promise<(Gathering & { manages: boolean })[]> {
	const rows = await withHosts(db, readableBy(gatherings(db), account).orderBy('dateOn').orderBy('startTime'));
	const isHost = (gathering: Gathering) => gathering.hosts.some((host) => host.id === account.organisationId);
	return rows.map((row) => ({ ...row, manages: account.isAdministrator || isHost(row) }));
}

/** Gatherings of a circle which this account may read, earliest first. */
export function gatheringsOfCircle(db: Database, account: Account, circleId: string): Promise<Gathering[]> {
	return withHosts(db, readableBy(gatherings(db), account).where('circleId', '=', circleId).orderBy('dateOn'));
}

/** When, by whom and why a gathering was cancelled. */
export function cancellationOf(db: Database, gatheringId: string) {
	return db
		.selectFrom('gatheringCancellation')
		.select(['at', 'byName', 'reason'])
		.where('gatheringId', '=', gatheringId)
		.executeTakeFirst();
}
