import { sql } from 'kysely';
import type { Database, Trx } from '#lib/db/database.server.ts';
import type { Announce, Occasion } from '#lib/gatherings/announce.ts';
import type { Actor } from '#lib/journal/journal.server.ts';
import type { Standing } from './participant.ts';

/** One registration with its standing: what every act on it needs to know. */
export interface Entry {
	id: string;
	gatheringId: string;
	personId: string;
	ordinal: number;
	standing: Standing;
	/** True when she had a place, also after withdrawing. */
	wasAdmitted: boolean;
}

const STANDING = sql<Standing>`case when registration_withdrawal.at is not null then 'withdrawn'
	when admission.at is not null then 'seat' else 'waiting' end`;

function entries(db: Database) {
	return db
		.selectFrom('registration')
		.leftJoin('admission', 'admission.registrationId', 'registration.id')
		.leftJoin('registrationWithdrawal', 'registrationWithdrawal.registrationId', 'registration.id')
		.select(['registration.id', 'registration.gatheringId', 'personId', 'ordinal'])
		.select([STANDING.as('standing'), sql<0 | 1>`admission.at is not null`.as('wasAdmitted')]);
}

type Row = Omit<Entry, 'wasAdmitted'> & { wasAdmitted: 0 | 1 };

function entryOf(row: Row | undefined): Entry | undefined {
	return row && { ...row, wasAdmitted: row.wasAdmitted === 1 };
}

/** A registration by its id; the caller holds a personal link of it. */
export async function entryById(db: Database, id: string): Promise<Entry | undefined> {
	return entryOf(await entries(db).where('registration.id', '=', id).executeTakeFirst());
}

/** A registration of this gathering: an id of another gathering finds nothing. */
export async function entryIn(db: Database, gatheringId: string, id: string): Promise<Entry | undefined> {
	const query = entries(db).where('registration.id', '=', id).where('registration.gatheringId', '=', gatheringId);
	return entryOf(await query.executeTakeFirst());
}

/** The registration of a person for this gathering. */
export async function entryOfPerson(db: Database, gatheringId: string, personId: string): Promise<Entry | undefined> {
	const query = entries(db).where('personId', '=', personId).where('registration.gatheringId', '=', gatheringId);
	return entryOf(await query.executeTakeFirst());
}

const OCCASIONS: Record<Standing, Occasion> = { seat: 'registered', waiting: 'waiting', withdrawn: 'withdrawn' };

/** Tells somebody where she stands: the mail after registering, and the same again on request. */
export function announceStanding(trx: Trx, by: Actor, entry: Entry, announce: Announce): Promise<void> {
	const { gatheringId, id, standing } = entry;
	return announce(trx, { gatheringId, registrationIds: [id], occasion: OCCASIONS[standing], at: by.at });
}
