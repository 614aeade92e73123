import type { Occasion } from '#lib/gatherings/announce.ts';
import { type CalendarContent, type CalendarPart, changedParts, isSameContent } from './calendarContent.ts';
import type { LetterKind } from './letter.ts';

/** The calendar entry of a registration as it was queued last. */
export interface EntryState {
	uid: string;
	sequence: number;
	status: 'confirmed' | 'cancelled';
	content: CalendarContent;
}

/** A message of this registration that has not gone out and may still be replaced. */
export interface WaitingMessage {
	id: number;
	kind: LetterKind;
	calendar: CalendarPart | null;
	subject: string;
	body: string;
	editedAt: string | null;
}

export interface Situation {
	occasion: Occasion;
	/** 'cancelled': the gathering does not take place. */
	standing: 'seat' | 'waiting' | 'withdrawn' | 'cancelled';
	/** What should stand in her calendar. */
	content: CalendarContent;
	entry: EntryState | undefined;
	waiting: readonly WaitingMessage[];
	/** UID for a first entry. */
	newUid: string;
	/** Her address is not the one the last mail went to. */
	hasNewAddress: boolean;
}

export interface PlannedLetter {
	kind: LetterKind;
	calendar: CalendarPart | null;
	/** Words of the organizer that stay, because what they are about has not changed. */
	kept?: Pick<WaitingMessage, 'subject' | 'body' | 'editedAt'>;
}

export interface Plan {
	/** The entry as it stands afterwards; undefined when nothing is to be written. */
	entry?: EntryState;
	/** Waiting messages that are replaced or no longer true. */
	drop: number[];
	letters: PlannedLetter[];
}

const NOTHING: Plan = { drop: [], letters: [] };

/**
 * What follows from a change for one person: messages to take back, messages to write, the calendar entry to keep.
 * What waits and has not gone out is rewritten, with the old of the first and the new of the last change; what has gone out stands.
 */
export function planFor(now: Situation): Plan {
	if (now.standing === 'withdrawn' || now.standing === 'cancelled') return planEnd(now);
	if (now.standing === 'waiting') {
		const isTold = now.occasion === 'registered' || now.occasion === 'waiting';
		return isTold ? { drop: [], letters: [{ kind: 'waiting', calendar: null }] } : NOTHING;
	}
	const { occasion, entry } = now;
	if (occasion === 'moved_up' || occasion === 'substituted') return planSeat(now, occasion);
	const isAsked = occasion === 'registered' || occasion === 'waiting';
	if (isAsked || (occasion === 'corrected' && now.hasNewAddress)) return planSeat(now, 'registered');
	if (occasion !== 'released' && entry?.status !== 'confirmed') return planSeat(now, 'registered');
	return planSeat(now, undefined);
}

/** Withdrawn or cancelled: CANCEL with the same UID, and nothing that waited goes out any more. */
function planEnd({ standing, occasion, entry, waiting }: Situation): Plan {
	const drop = waiting.map(({ id }) => id);
	const kind = standing === 'cancelled' ? 'cancelled' : 'withdrawn';
	const isTold = occasion === kind || (kind === 'withdrawn' && occasion === 'substituted');
	if (entry?.status !== 'confirmed') return { drop, letters: isTold ? [{ kind, calendar: null }] : [] };
	const { uid } = entry;
	const [content, sequence] = [baseOf(entry, waiting) ?? entry.content, entry.sequence + 1];
	return {
		entry: { uid, sequence, status: 'cancelled', content },
		drop,
		letters: [{ kind, calendar: { method: 'CANCEL', uid, sequence, content, before: null } }]
	};
}

/** What the recipient's calendar says once everything has arrived that can no longer be taken back. */
function baseOf(entry: EntryState, waiting: readonly WaitingMessage[]): CalendarContent | null {
	const first = waiting.find(({ calendar }) => calendar !== null);
	return first ? (first.calendar?.before ?? null) : entry.content;
}

/**
 * Somebody with a seat. Two steps at most: what may go out by itself (`open`), and a newly released group, which waits
 * for the organizer (`shut`). The second always has the higher SEQUENCE, so its order is that of sending.
 */
function planSeat(now: Situation, invitation: 'registered' | 'moved_up' | 'substituted' | undefined): Plan {
	const { entry, waiting, content: shut } = now;
	const hasEntry = entry?.status === 'confirmed';
	const base = hasEntry ? baseOf(entry, waiting) : null;
	const held = waiting.find(({ kind }) => kind === 'group');
	const isHeld = held !== undefined || now.occasion === 'released';
	const open = isHeld ? { ...shut, groups: base?.groups ?? [] } : shut;
	const letters: PlannedLetter[] = [];
	const uid = entry?.uid ?? now.newUid;
	let sequence = entry?.sequence ?? -1;
	const request = (content: CalendarContent, before: CalendarContent | null): CalendarPart => {
		const isNews = before === null || changedParts(before, content).length > 0;
		sequence = isNews ? sequence + 1 : sequence;
		return { method: 'REQUEST', uid, sequence, content, before };
	};
	const differs = base !== null && changedParts(base, open).length > 0;
	if (invitation) letters.push({ kind: invitation, calendar: request(open, base) });
	else if (differs)
		letters.push({ kind: 'changed', calendar: request(open, base), kept: keptOf(waiting, 'changed', open) });
	const before = invitation || base !== null ? open : null;
	if (before === null || changedParts(before, shut).length > 0) {
		letters.push({ kind: 'group', calendar: request(shut, before), kept: keptOf(waiting, 'group', shut) });
	}
	const drop = waiting.filter((message) => isOutdated(message, differs)).map(({ id }) => id);
	const isUnchanged = hasEntry && isSameContent(entry.content, shut) && entry.sequence === sequence;
	return { entry: isUnchanged ? undefined : { uid, sequence, status: 'confirmed', content: shut }, drop, letters };
}

/** Changes and group letters are written anew; a reminder that has not left yet is overtaken by a change. */
function isOutdated({ kind }: WaitingMessage, differs: boolean): boolean {
	return kind === 'changed' || kind === 'group' || (kind === 'reminder' && differs);
}

function keptOf(waiting: readonly WaitingMessage[], kind: LetterKind, content: CalendarContent): PlannedLetter['kept'] {
	const edited = waiting.find((message) => message.kind === kind && message.editedAt !== null);
	if (!edited?.calendar || !isSameContent(edited.calendar.content, content)) return undefined;
	const { subject, body, editedAt } = edited;
	return { subject, body, editedAt };
}
