import { sql } from 'kysely';
import type { Database, Trx } from '#lib/db/database.server.ts';
import type { Announce } from '#lib/gatherings/announce.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { berlinDay } from '#lib/time/berlin.ts';
import type { Standing } from './participant.ts';

export interface SeatCount {
	/** null: no window, so nobody has set a limit. */
	capacity: number | null;
	admitted: number;
	waiting: number;
	withdrawn: number;
}

/** How many have a place, wait, have withdrawn; one query. */
export async function countSeats(db: Database, gatheringId: string): Promise<SeatCount> {
	const row = await db
		.selectFrom('registration')
		.leftJoin('admission', 'admission.registrationId', 'registration.id')
		.leftJoin('registrationWithdrawal', 'registrationWithdrawal.registrationId', 'registration.id')
		.where('gatheringId', '=', gatheringId)
		.select([
			sql<number>`coalesce(sum(registration_withdrawal.at is null and admission.at is not null), 0)`.as('admitted'),
			sql<number>`coalesce(sum(registration_withdrawal.at is null and admission.at is null), 0)`.as('waiting'),
			sql<number>`coalesce(sum(registration_withdrawal.at is not null), 0)`.as('withdrawn'),
			sql<number | null>`(select capacity from registration_window where gathering_id = ${gatheringId})`.as('capacity')
		])
		.executeTakeFirstOrThrow();
	return row;
}

/** Places that nobody has; never negative, also after the capacity was lowered. */
export function freeSeats({ capacity, admitted }: SeatCount): number {
	return capacity === null ? Infinity : Math.max(0, capacity - admitted);
}

/** The next number in the order of registration. */
export async function nextOrdinal(trx: Trx, gatheringId: string): Promise<number> {
	const row = await trx
		.selectFrom('registration')
		.select(sql<number>`coalesce(max(ordinal), 0) + 1`.as('ordinal'))
		.where('gatheringId', '=', gatheringId)
		.executeTakeFirstOrThrow();
	return row.ordinal;
}

export async function admit(
	trx: Trx,
	registrationId: string,
	how: 'seat' | 'moved_up' | 'office' | 'substitute',
	at: string
): Promise<void> {
	await trx.insertInto('admission').values({ registrationId, at, how }).execute();
}

/** Gives a place to a registration that has just come in, when one is free and nobody waits before it. */
export async function admitOrQueue(
	trx: Trx,
	gatheringId: string,
	registrationId: string,
	at: string
): Promise<Standing> {
	const count = await countSeats(trx, gatheringId);
	// The newcomer stands in the count as the one who waits.
	if (freeSeats(count) < 1 || count.waiting > 1) return 'waiting';
	await admit(trx, registrationId, 'seat', at);
	return 'seat';
}

/**
 * Gives free places to those who wait, in the order in which they came, and tells them.
 * Nobody moves up after the day, or when the gathering was cancelled.
 */
export async function moveUpWaiting(trx: Trx, by: Actor, gatheringId: string, announce: Announce): Promise<string[]> {
	const free = freeSeats(await countSeats(trx, gatheringId));
	if (free < 1) return [];
	const next = await waitingInOrder(trx, gatheringId, berlinDay(by.at)).limit(Math.min(free, 100_000)).execute();
	const ids = next.map(({ id }) => id);
	if (ids.length === 0) return [];
	for (const id of ids) await admit(trx, id, 'moved_up', by.at);
	await announce(trx, { gatheringId, registrationIds: ids, occasion: 'moved_up', at: by.at });
	await journal(trx, by, {
		verb: 'registration.moved_up',
		thing: `gathering:${gatheringId}`,
		gatheringId,
		particulars: { count: ids.length }
	});
	return ids;
}

function waitingInOrder(trx: Trx, gatheringId: string, todayOn: string) {
	return trx
		.selectFrom('registration')
		.innerJoin('gathering', 'gathering.id', 'registration.gatheringId')
		.leftJoin('gatheringCancellation', 'gatheringCancellation.gatheringId', 'gathering.id')
		.leftJoin('admission', 'admission.registrationId', 'registration.id')
		.leftJoin('registrationWithdrawal', 'registrationWithdrawal.registrationId', 'registration.id')
		.where('registration.gatheringId', '=', gatheringId)
		.where('gathering.dateOn', '>=', todayOn)
		.where('gatheringCancellation.at', 'is', null)
		.where('admission.at', 'is', null)
		.where('registrationWithdrawal.at', 'is', null)
		.orderBy('registration.ordinal')
		.select('registration.id');
}
