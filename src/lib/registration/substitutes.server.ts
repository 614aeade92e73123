import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import type { Announce } from '#lib/gatherings/announce.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import type { Language } from '#lib/time/wording.ts';
import { type Refusal, refuse } from '#lib/web/refusal.ts';
import { announceStanding, type Entry, entryById, entryOfPerson } from './entries.server.ts';
import { insertRecord, requeue } from './records.server.ts';
import { NO_PARTICULARS, type Registrant } from './registrant.ts';
import { personOf } from './registrants.server.ts';
import { admit, moveUpWaiting, nextOrdinal } from './seats.server.ts';
import { insertWithdrawal } from './withdrawals.server.ts';

export type SubstituteRefusal = 'withdrawn' | 'same' | 'registered';

export interface SubstituteInput {
	person: Registrant;
	language: Language;
	/** `office` when the office enters it: then name and organisation are enough to mean a known person. */
	channel: 'colleague' | 'office';
}

/**
 * Somebody comes instead: the first registration is withdrawn, the other person takes over the place (or the place in
 * the queue) and the wishes, even when others wait. Food, needs and consents are asked anew.
 * @returns the id of the substitute's registration.
 */
export function nameSubstitute(
	db: Database,
	by: Actor,
	registrationId: string,
	input: SubstituteInput,
	announce: Announce
): Promise<string | Refusal<SubstituteRefusal>> {
	return inTransaction(db, async (trx) => {
		const entry = await entryById(trx, registrationId);
		if (!entry || entry.standing === 'withdrawn') return refuse('withdrawn');
		const personId = await personOf(trx, by, input.person, input.channel);
		if (personId === entry.personId) return refuse('same');
		const other = await entryOfPerson(trx, entry.gatheringId, personId);
		if (other?.standing === 'seat' || (other?.standing === 'waiting' && entry.standing === 'waiting')) {
			return refuse('registered');
		}
		const id = other?.id ?? (await insertSubstitute(trx, by, entry, personId, input));
		if (other?.standing === 'withdrawn') await requeue(trx, entry.gatheringId, id);
		await insertWithdrawal(trx, by, entry, '');
		await handOver(trx, by, entry, id);
		await tellBoth(trx, by, entry, id, announce);
		return id;
	});
}

async function insertSubstitute(trx: Trx, by: Actor, entry: Entry, personId: string, input: SubstituteInput) {
	const wishes = await trx
		.selectFrom('wish')
		.select('workshopId')
		.where('registrationId', '=', entry.id)
		.orderBy('rank')
		.execute();
	const { language, channel, person } = input;
	return insertRecord(trx, by, entry.gatheringId, personId, {
		...NO_PARTICULARS,
		wishes: wishes.map(({ workshopId }) => workshopId),
		channel,
		language,
		organisationName: person.organisationId ? '' : person.organisationName,
		remark: ''
	});
}

/** The place passes on as it is: a seat as a seat, a place in the queue as the same place in the queue. */
async function handOver(trx: Trx, by: Actor, entry: Entry, substituteId: string): Promise<void> {
	await trx
		.insertInto('substitution')
		.values({ registrationId: entry.id, substituteId, at: by.at })
		.onConflict((conflict) => conflict.column('registrationId').doUpdateSet({ substituteId, at: by.at }))
		.execute();
	if (entry.standing === 'seat') return admit(trx, substituteId, 'substitute', by.at);
	const last = await nextOrdinal(trx, entry.gatheringId);
	await trx.updateTable('registration').set({ ordinal: last }).where('id', '=', entry.id).execute();
	await trx.updateTable('registration').set({ ordinal: entry.ordinal }).where('id', '=', substituteId).execute();
}

async function tellBoth(trx: Trx, by: Actor, entry: Entry, substituteId: string, announce: Announce): Promise<void> {
	const { gatheringId } = entry;
	const occasion = entry.standing === 'seat' ? 'substituted' : 'waiting';
	await announceStanding(trx, by, { ...entry, standing: 'withdrawn' }, announce);
	await announce(trx, { gatheringId, registrationIds: [substituteId], occasion, at: by.at });
	await journal(trx, by, {
		verb: 'registration.substituted',
		thing: `registration:${entry.id}`,
		gatheringId,
		particulars: { substitute: substituteId }
	});
	await moveUpWaiting(trx, by, gatheringId, announce);
}
