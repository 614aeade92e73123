import type { Insertable } from 'kysely';
import type { Trx } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import type { Announce, Announcement } from '#lib/gatherings/announce.ts';
import { addMinutesToInstant, berlinDay } from '#lib/time/berlin.ts';
import type { MessageTable } from '#migrations/schema.ts';
import { type CalendarContent, contentOf } from './calendarContent.ts';
import { type Plan, type PlannedLetter, planFor, type Situation } from './calendarPlan.ts';
import { type Invitee, inviteesOf } from './invitees.server.ts';
import { fillLetter, HELD_KINDS } from './letter.ts';
import { factsOf } from './letterFacts.ts';
import { letterIn, storedLetters, type StoredLetter } from './letters.server.ts';
import { hostName } from './mailSettings.server.ts';
import { type LetterGathering, letterGathering } from './occasion.server.ts';
import { renewReminders } from './reminders.server.ts';
import {
	dropMessages,
	entriesOf,
	type EntryToSave,
	insertMessages,
	lastAddresses,
	replaceableMessages,
	saveEntries
} from './queue.server.ts';

/** A change waits this long: a second one within it makes one mail, and a change undone makes none. */
export const CHANGE_WAITS_MIN = 10;

type Concerned = Invitee & { plan: Plan; entryId: string };

/** A letter that follows from a change and is not in the outbox yet. */
export interface PendingLetter {
	to: Concerned;
	letter: PlannedLetter;
	write: Writing;
}

/**
 * Brings the outbox and the calendar entries in line with what is true now: one message at most for what goes by itself, and
 * one that waits for the organizer when a plan was released. A fixed number of queries, however many people there are.
 */
export const announceChanges: Announce = async (trx, announcement) => {
	await insertMessages(trx, (await settle(trx, announcement)).map(messageFor));
};

/** Takes back what is no longer true, keeps the calendar entries as they now stand, and gives the letters to be written. */
export async function settle(trx: Trx, announcement: Announcement): Promise<PendingLetter[]> {
	const gathering = await letterGathering(trx, announcement.gatheringId);
	const concerned = await plansOf(trx, announcement, gathering);
	if (concerned.length === 0) return [];
	if (announcement.occasion === 'changed') await renewReminders(trx, gathering.id, gathering.dateOn, announcement.at);
	const letters = await storedLetters(trx, gathering.id);
	const write = { gathering, letters, at: announcement.at };
	await dropMessages(
		trx,
		concerned.flatMap(({ plan }) => plan.drop)
	);
	await saveEntries(
		trx,
		concerned.flatMap((one) => entryToSave(one, write))
	);
	return concerned.flatMap((to) => to.plan.letters.map((letter) => ({ to, letter, write })));
}

async function plansOf(trx: Trx, announcement: Announcement, gathering: LetterGathering): Promise<Concerned[]> {
	const { occasion, registrationIds: ids } = announcement;
	if (ids.length === 0) return [];
	const all = await inviteesOf(trx, gathering.id, ids);
	const invitees = ids === 'all' ? all.filter(({ standing }) => isAmongAll(standing, occasion)) : all;
	const entries = await entriesOf(trx, gathering.id, ids);
	const waiting = await replaceableMessages(trx, gathering.id, ids);
	const addresses = occasion === 'corrected' ? await lastAddresses(trx, gathering.id, ids) : new Map<string, string>();
	const isOff = gathering.cancelledFor !== null;
	return invitees.map((invitee) => {
		const { registrationId, address } = invitee;
		const entry = entries.get(registrationId);
		const plan = planFor({
			occasion,
			standing: isOff && invitee.standing !== 'withdrawn' ? 'cancelled' : invitee.standing,
			content: contentOf(gathering, invitee.groups),
			entry,
			waiting: waiting.get(registrationId) ?? [],
			newUid: `${newId()}${newId()}@${hostName()}`,
			hasNewAddress: (addresses.get(registrationId) ?? address) !== address
		});
		return { ...invitee, plan, entryId: entry?.id ?? newId() };
	});
}

/** 'all' is everybody who takes part; those who wait hear of a cancellation too. */
function isAmongAll(standing: Invitee['standing'], occasion: Situation['occasion']): boolean {
	return standing === 'seat' || (standing === 'waiting' && occasion === 'cancelled');
}

interface Writing {
	gathering: LetterGathering;
	letters: readonly StoredLetter[];
	at: string;
}

function entryToSave({ registrationId, plan, entryId }: Concerned, { gathering, at }: Writing): EntryToSave[] {
	if (!plan.entry) return [];
	return [{ id: entryId, gatheringId: gathering.id, registrationId, entry: plan.entry, at }];
}

/** The row of a letter, filled in. */
export function messageFor({ to, letter, write }: PendingLetter): Insertable<MessageTable> {
	const { gathering, letters, at } = write;
	const { kind, calendar, kept } = letter;
	const facts = factsOf({
		name: to.name,
		language: to.language,
		content: toldOf({ to, letter, write }),
		before: calendar?.before ?? null,
		reason: gathering.cancelledFor ?? '',
		contact: gathering.contact,
		todayOn: berlinDay(at)
	});
	return {
		gatheringId: gathering.id,
		registrationId: to.registrationId,
		kind,
		language: to.language,
		toName: to.name,
		toAddress: to.address,
		...fillLetter(letterIn(letters, kind, to.language), facts),
		...kept,
		calendar: calendar && JSON.stringify(calendar),
		createdAt: at,
		dueAt: kind === 'changed' ? addMinutesToInstant(at, CHANGE_WAITS_MIN) : at,
		clearedAt: HELD_KINDS.includes(kind) ? null : at
	};
}

/** What the letter says of time and place. Whoever has no seat does not get the link to the meeting. */
export function toldOf({ to, letter, write }: PendingLetter): CalendarContent {
	return letter.calendar?.content ?? { ...contentOf(write.gathering, to.groups), onlineUrl: '' };
}
