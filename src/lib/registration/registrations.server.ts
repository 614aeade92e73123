import { attempt } from '#lib/accounts/throttle.server.ts';
import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import type { Announce } from '#lib/gatherings/announce.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { berlinDay } from '#lib/time/berlin.ts';
import type { Language } from '#lib/time/wording.ts';
import { type Refusal, refuse } from '#lib/web/refusal.ts';
import { type Door, doorOf, type Occurrence, type WindowState, windowState } from './door.ts';
import { announceStanding, type Entry, entryOfPerson } from './entries.server.ts';
import type { Standing } from './participant.ts';
import { type Details, insertRecord, reopenRecord } from './records.server.ts';
import type { Channel, Particulars, Registrant } from './registrant.ts';
import { personOf } from './registrants.server.ts';
import { admitOrQueue, countSeats } from './seats.server.ts';
import { windowOf } from './windows.server.ts';

export interface RegistrationInput {
	person: Registrant;
	particulars: Particulars;
	channel: Channel;
	language: Language;
}

/** `known` was registered before: nothing of hers was changed. `returned` had withdrawn and stands at the end again. */
export interface Registered {
	registrationId: string;
	standing: Standing;
	was: 'new' | 'known' | 'returned';
}

export type ClosedDoor = Exclude<Door, 'open'>;

const REMINDERS_PER_QUARTER_HOUR = 3;

/**
 * Registers somebody: finds or adds the person, writes registration and wishes, gives a place when one is free and nobody
 * waits, else a place in the queue, and tells her. Somebody who is registered already only gets her link again.
 * The office and lists are not bound to the dates of the window.
 */
export function registerParticipant(
	db: Database,
	by: Actor,
	gathering: Occurrence,
	input: RegistrationInput,
	announce: Announce
): Promise<Registered | Refusal<ClosedDoor>> {
	return inTransaction(db, async (trx) => {
		const door = doorOf(await windowOf(trx, gathering.id), gathering, berlinDay(by.at));
		const isPublic = input.channel === 'web' || input.channel === 'colleague';
		if (isPublic && door !== 'open') return refuse(door);
		const { person, particulars, channel, language } = input;
		const personId = await personOf(trx, by, person, channel);
		const organisationName = person.organisationId ? '' : person.organisationName;
		const details = { ...particulars, channel, language, organisationName, remark: '' };
		return registerPerson(trx, by, gathering.id, personId, details, announce);
	});
}

/** The same for a person of the directory, for example from a list. Call it in a transaction. */
export async function registerPerson(
	trx: Trx,
	by: Actor,
	gatheringId: string,
	personId: string,
	details: Details,
	announce: Announce
): Promise<Registered> {
	const before = await entryOfPerson(trx, gatheringId, personId);
	if (before && before.standing !== 'withdrawn') return remind(trx, by, before, details.channel, announce);
	const id = before?.id ?? (await insertRecord(trx, by, gatheringId, personId, details));
	if (before) await reopenRecord(trx, by, gatheringId, id, details);
	const standing = await admitOrQueue(trx, gatheringId, id, by.at);
	const occasion = standing === 'seat' ? 'registered' : 'waiting';
	await announce(trx, { gatheringId, registrationIds: [id], occasion, at: by.at });
	await journal(trx, by, {
		verb: 'registration.added',
		thing: `registration:${id}`,
		gatheringId,
		particulars: { channel: details.channel, standing }
	});
	return { registrationId: id, standing, was: before ? 'returned' : 'new' };
}

/** Sends the mail with the link again, to the stored address and not more often than is useful. */
async function remind(trx: Trx, by: Actor, entry: Entry, channel: Channel, announce: Announce): Promise<Registered> {
	const isAsked = channel === 'web' || channel === 'colleague';
	if (isAsked && (await attempt(trx, 'registered-again', entry.id, REMINDERS_PER_QUARTER_HOUR, by.at))) {
		await announceStanding(trx, by, entry, announce);
	}
	return { registrationId: entry.id, standing: entry.standing, was: 'known' };
}

/** What the gathering's page says of its registration. */
export interface RegistrationState {
	window: WindowState;
	opensOn: string | null;
	closesOn: string | null;
	capacity: number | null;
	admitted: number;
	waiting: number;
	withdrawn: number;
}

/** Window and counts of a gathering; two queries. */
export async function registrationState(
	db: Database,
	gatheringId: string,
	todayOn: string
): Promise<RegistrationState> {
	const window = await windowOf(db, gatheringId);
	const { admitted, waiting, withdrawn } = await countSeats(db, gatheringId);
	return {
		window: windowState(window, todayOn),
		opensOn: window?.opensOn ?? null,
		closesOn: window?.closesOn ?? null,
		capacity: window?.capacity ?? null,
		admitted,
		waiting,
		withdrawn
	};
}
