import { type Database, inTransaction } from '#lib/db/database.server.ts';
import { newToken } from '#lib/db/ids.server.ts';
import type { Announce } from '#lib/gatherings/announce.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import type { Window } from './door.ts';
import { moveUpWaiting } from './seats.server.ts';

export type WindowInput = Omit<Window, 'gatheringId' | 'token'>;

/** The window of a gathering; undefined while nobody has set one. */
export function windowOf(db: Database, gatheringId: string): Promise<Window | undefined> {
	return db.selectFrom('registrationWindow').selectAll().where('gatheringId', '=', gatheringId).executeTakeFirst();
}

/** The window behind a public link. */
export function windowByToken(db: Database, token: string): Promise<Window | undefined> {
	return db.selectFrom('registrationWindow').selectAll().where('token', '=', token).executeTakeFirst();
}

/** Sets dates, capacity and texts. The link stays the same for ever; more places move up those who wait. */
export async function saveWindow(
	db: Database,
	by: Actor,
	gatheringId: string,
	input: WindowInput,
	announce: Announce
): Promise<void> {
	const { opensOn, closesOn, capacity, wishCount, introduction } = input;
	const row = { opensOn, closesOn, capacity, wishCount, introduction };
	await inTransaction(db, async (trx) => {
		await trx
			.insertInto('registrationWindow')
			.values({ ...row, gatheringId, token: newToken().slice(0, 22) })
			.onConflict((conflict) => conflict.column('gatheringId').doUpdateSet(row))
			.execute();
		await journal(trx, by, {
			verb: 'registration.window_set',
			thing: `gathering:${gatheringId}`,
			gatheringId,
			particulars: { opensOn, closesOn, capacity, wishCount }
		});
		await moveUpWaiting(trx, by, gatheringId, announce);
	});
}
