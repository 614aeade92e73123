import type { Trx } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import type { Actor } from '#lib/journal/journal.server.ts';
import type { Language } from '#lib/time/wording.ts';
import type { Channel, Particulars } from './registrant.ts';
import { nextOrdinal } from './seats.server.ts';
import { tidyWishes } from './wishes.ts';

/** What is written of a registration besides person and gathering. */
export interface Details extends Particulars {
	channel: Channel;
	language: Language;
	/** As typed, when the organisation is not in the directory. */
	organisationName: string;
	/** Free text for the office: what a list said that could not be read. */
	remark: string;
}

/** Writes a new registration at the end of the queue, without a place. */
export async function insertRecord(
	trx: Trx,
	by: Actor,
	gatheringId: string,
	personId: string,
	details: Details
): Promise<string> {
	const id = newId();
	const ordinal = await nextOrdinal(trx, gatheringId);
	const { wishes, ...row } = details;
	await trx
		.insertInto('registration')
		.values({ ...row, id, gatheringId, personId, ordinal, registeredAt: by.at, consentsAt: by.at })
		.execute();
	await putWishes(trx, gatheringId, id, wishes);
	return id;
}

/** Opens a withdrawn registration again, with what is typed now, at the end of the queue. */
export async function reopenRecord(
	trx: Trx,
	by: Actor,
	gatheringId: string,
	id: string,
	details: Details
): Promise<void> {
	await requeue(trx, gatheringId, id);
	const { wishes, ...row } = details;
	await trx
		.updateTable('registration')
		.set({ ...row, registeredAt: by.at, consentsAt: by.at })
		.where('id', '=', id)
		.execute();
	await putWishes(trx, gatheringId, id, wishes);
}

/** Takes back a withdrawal, but not the place: the registration waits again behind all others. */
export async function requeue(trx: Trx, gatheringId: string, id: string): Promise<void> {
	const ordinal = await nextOrdinal(trx, gatheringId);
	await trx.deleteFrom('registrationWithdrawal').where('registrationId', '=', id).execute();
	await trx.deleteFrom('substitution').where('registrationId', '=', id).execute();
	await trx.deleteFrom('admission').where('registrationId', '=', id).execute();
	await trx.updateTable('registration').set({ ordinal }).where('id', '=', id).execute();
}

/** Replaces the wishes; only workshops of this gathering count, as many as the window asks for. */
export async function putWishes(
	trx: Trx,
	gatheringId: string,
	id: string,
	ranked: readonly string[]
): Promise<string[]> {
	const workshops = await trx.selectFrom('workshop').select('id').where('gatheringId', '=', gatheringId).execute();
	const window = await trx
		.selectFrom('registrationWindow')
		.select('wishCount')
		.where('gatheringId', '=', gatheringId)
		.executeTakeFirst();
	const ids = workshops.map((workshop) => workshop.id);
	const wishes = tidyWishes(ranked, ids, window?.wishCount ?? 5);
	await trx.deleteFrom('wish').where('registrationId', '=', id).execute();
	const rows = wishes.map((workshopId, index) => ({ registrationId: id, rank: index + 1, workshopId }));
	if (rows.length > 0) await trx.insertInto('wish').values(rows).execute();
	return wishes;
}
