import type { Account } from '#lib/accounts/account.ts';
import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { berlinDay } from '#lib/time/berlin.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import type { Announce } from './announce.ts';
import type { GatheringInput } from './gathering.form.ts';
import { concernsEverybody, type Gathering } from './gathering.ts';
import { copyRooms } from './rooms.server.ts';

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

async function setHosts(trx: Trx, gatheringId: string, hosts: string[]): Promise<void> {
	await trx.deleteFrom('host').where('gatheringId', '=', gatheringId).execute();
	const rows = [...new Set(hosts)].map((organisationId) => ({ gatheringId, organisationId }));
	await trx.insertInto('host').values(rows).execute();
}

/** Hosts that exist, and the acting organisation among them: nobody locks herself out. */
async function hostsIssue(trx: Trx, by: Actor, hosts: string[]): Promise<'own_host' | 'unknown_host' | undefined> {
	const known = await trx.selectFrom('organisation').select('id').where('id', 'in', hosts).execute();
	if (hosts.length === 0 || known.length !== new Set(hosts).size) return 'unknown_host';
	const actor = await trx
		.selectFrom('account')
		.select(['organisationId', 'isAdministrator'])
		.where('id', '=', by.accountId ?? '')
		.executeTakeFirst();
	const keeps = !actor || actor.isAdministrator === 1 || hosts.includes(actor.organisationId ?? '');
	return keeps ? undefined : 'own_host';
}

async function circleIssue(trx: Trx, circleId: string | null): Promise<'unknown_circle' | undefined> {
	if (circleId === null) return undefined;
	const circle = await trx.selectFrom('circle').select('id').where('id', '=', circleId).executeTakeFirst();
	return circle ? undefined : 'unknown_circle';
}

export type GatheringRefusal = Refusal<'own_host' | 'unknown_host' | 'unknown_circle'>;

/** Adds a gathering; the own organisation is one of its hosts. */
export function createGathering(
	db: Database,
	by: Actor,
	account: Account,
	input: GatheringInput
): Promise<string | GatheringRefusal> {
	return inTransaction(db, async (trx) => {
		const { hosts, ...row } = input;
		const issue = (await hostsIssue(trx, { ...by, accountId: account.id }, hosts)) ?? (await circleIssue(trx, row.circleId));
		if (issue) return refuse(issue);
		const id = newId();
		await trx.insertInto('gathering').values({ ...row, id, createdAt: by.at }).execute();
		await setHosts(trx, id, hosts);
		await journal(trx, by, { verb: 'gathering.created', thing: `gathering:${id}`, gatheringId: id });
		return id;
	});
}

/** Corrects a gathering. When date, time or place change before it is over, everybody who takes part hears about it. */
export function correctGathering(
	db: Database,
	by: Actor,
	gathering: Gathering,
	input: GatheringInput,
	announce: Announce
): Promise<{ announced: boolean } | GatheringRefusal> {
	return inTransaction(db, async (trx) => {
		const { hosts, ...row } = input;
		const issue = (await hostsIssue(trx, by, hosts)) ?? (await circleIssue(trx, row.circleId));
		if (issue) return refuse(issue);
		await trx.updateTable('gathering').set(row).where('id', '=', gathering.id).execute();
		await setHosts(trx, gathering.id, hosts);
		const today = berlinDay(by.at);
		const isAhead = gathering.dateOn >= today || row.dateOn >= today;
		const announced = concernsEverybody(gathering, row) && isAhead && !gathering.isCancelled;
		await journal(trx, by, {
			verb: 'gathering.corrected',
			thing: `gathering:${gathering.id}`,
			gatheringId: gathering.id,
			particulars: { announced }
		});
		if (announced) {
			await announce(trx, { gatheringId: gathering.id, registrationIds: 'all', occasion: 'changed', at: by.at });
		}
		return { announced };
	});
}

/** Furnishes a copy: the rooms below (agenda …) bring their part. `rooms` maps old room ids to new ones. */
export type Furnish = (trx: Trx, fromId: string, toId: string, rooms: Map<string, string>) => Promise<void>;

/** Copies a gathering to another day with everything but its people: no team, no contact, no registrations. */
export function copyGathering(
	db: Database,
	by: Actor,
	account: Account,
	gathering: Gathering,
	dateOn: string,
	furnish: Furnish
): Promise<string> {
	return inTransaction(db, async (trx) => {
		const { hosts, isCancelled: _, ...row } = gathering;
		const id = newId();
		await trx
			.insertInto('gathering')
			.values({ ...row, id, dateOn, contactName: '', contactEmail: '', contactPhone: '', createdAt: by.at })
			.execute();
		await setHosts(
			trx,
			id,
			hosts.map((host) => host.id)
		);
		await furnish(trx, gathering.id, id, await copyRooms(trx, gathering.id, id));
		await journal(
			trx,
			{ ...by, accountId: account.id },
			{ verb: 'gathering.copied', thing: `gathering:${id}`, gatheringId: id, particulars: { from: gathering.id } }
		);
		return id;
	});
}

/** Cancels a gathering for good, with a reason; everybody who takes part hears about it. */
export function cancelGathering(
	db: Database,
	by: Actor,
	gathering: Gathering,
	reason: string,
	announce: Announce
): Promise<{ cancelled: true } | Refusal<'cancelled_already'>> {
	return inTransaction(db, async (trx) => {
		const { id } = gathering;
		const { numInsertedOrUpdatedRows } = await trx
			.insertInto('gatheringCancellation')
			.values({ gatheringId: id, at: by.at, byName: by.name, reason })
			.onConflict((conflict) => conflict.doNothing())
			.executeTakeFirstOrThrow();
		if (!numInsertedOrUpdatedRows) return refuse('cancelled_already');
		await journal(trx, by, { verb: 'gathering.cancelled', thing: `gathering:${id}`, gatheringId: id });
		await announce(trx, { gatheringId: id, registrationIds: 'all', occasion: 'cancelled', at: by.at });
		return { cancelled: true };
	});
}

/** When, by whom and why a gathering was cancelled. */
export function cancellationOf(db: Database, gatheringId: string) {
	return db
		.selectFrom('gatheringCancellation')
		.select(['at', 'byName', 'reason'])
		.where('gatheringId', '=', gatheringId)
		.executeTakeFirst();
}
