import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import type { Announce } from '#lib/gatherings/announce.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { type Refusal, refuse } from '#lib/web/refusal.ts';
import { announceStanding, type Entry, entryById } from './entries.server.ts';
import type { Standing } from './participant.ts';
import { requeue } from './records.server.ts';
import { admit, admitOrQueue, countSeats, freeSeats, moveUpWaiting } from './seats.server.ts';

/** Withdraws a registration, tells her, and lets the next who waits move up. */
export function withdraw(
	db: Database,
	by: Actor,
	registrationId: string,
	reason: string,
	announce: Announce
): Promise<Refusal<'withdrawn' | 'unknown'> | undefined> {
	return inTransaction(db, async (trx) => {
		const entry = await entryById(trx, registrationId);
		if (!entry) return refuse('unknown');
		if (entry.standing === 'withdrawn') return refuse('withdrawn');
		await insertWithdrawal(trx, by, entry, reason);
		await announceStanding(trx, by, { ...entry, standing: 'withdrawn' }, announce);
		await moveUpWaiting(trx, by, entry.gatheringId, announce);
		return undefined;
	});
}

/** The fact alone, with its line in the journal; the reason stays out of the journal. */
export async function insertWithdrawal(trx: Trx, by: Actor, entry: Entry, reason: string): Promise<void> {
	await trx
		.insertInto('registrationWithdrawal')
		.values({ registrationId: entry.id, at: by.at, byName: by.name, reason })
		.execute();
	await journal(trx, by, {
		verb: 'registration.withdrawn',
		thing: `registration:${entry.id}`,
		gatheringId: entry.gatheringId,
		particulars: { had: entry.standing }
	});
}

/**
 * Takes a withdrawal back. Who had a place gets it again while one is free and nobody waits;
 * else the registration goes to the end of the queue.
 */
export function takeBackWithdrawal(
	db: Database,
	by: Actor,
	registrationId: string,
	announce: Announce
): Promise<Standing | Refusal<'not_withdrawn'>> {
	return inTransaction(db, async (trx) => {
		const entry = await entryById(trx, registrationId);
		if (entry?.standing !== 'withdrawn') return refuse('not_withdrawn');
		const standing = await standAgain(trx, by, entry);
		await announceStanding(trx, by, { ...entry, standing }, announce);
		await journal(trx, by, {
			verb: 'registration.withdrawal_taken_back',
			thing: `registration:${entry.id}`,
			gatheringId: entry.gatheringId,
			particulars: { standing }
		});
		return standing;
	});
}

async function standAgain(trx: Trx, by: Actor, entry: Entry): Promise<Standing> {
	const { waiting, ...count } = await countSeats(trx, entry.gatheringId);
	const isFree = freeSeats({ waiting, ...count }) > 0 && waiting === 0;
	if (!entry.wasAdmitted || !isFree) {
		await requeue(trx, entry.gatheringId, entry.id);
		return admitOrQueue(trx, entry.gatheringId, entry.id, by.at);
	}
	await trx.deleteFrom('registrationWithdrawal').where('registrationId', '=', entry.id).execute();
	await trx.deleteFrom('substitution').where('registrationId', '=', entry.id).execute();
	return 'seat';
}

/**
 * The office gives a place to somebody who waits, out of turn and also above the capacity:
 * a decision of people, which the journal keeps.
 */
export function admitByOffice(
	db: Database,
	by: Actor,
	registrationId: string,
	announce: Announce
): Promise<Refusal<'not_waiting'> | undefined> {
	return inTransaction(db, async (trx) => {
		const entry = await entryById(trx, registrationId);
		if (entry?.standing !== 'waiting') return refuse('not_waiting');
		const { gatheringId } = entry;
		await admit(trx, entry.id, 'office', by.at);
		await announce(trx, { gatheringId, registrationIds: [entry.id], occasion: 'moved_up', at: by.at });
		await journal(trx, by, { verb: 'registration.admitted', thing: `registration:${entry.id}`, gatheringId });
		return undefined;
	});
}
