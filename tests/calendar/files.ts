import type { CalendarContent, CalendarPart } from '#lib/invitations/calendarContent.ts';
import { calendarFile, type FeedEntry, invitationFile, type Mailbox } from '#lib/invitations/calendarFile.ts';

export const AT = '2026-10-05T08:00:00.000Z';
export const ORGANIZER: Mailbox = { name: 'Tafelrunde', address: 'einladung@kreis.example.org' };
export const KIM: Mailbox = { name: 'Kim Lorenzen', address: 'kim@example.org' };

export const CONTENT: CalendarContent = {
	title: 'Heute schon zusammengearbeitet?',
	dateOn: '2026-11-12',
	startTime: '08:30',
	endTime: '16:00',
	place: 'Kulturhalle Grünlohe, Am Weiher 1',
	onlineUrl: 'https://meet.example.org/a,b;c?x=1',
	organizer: 'Nadja Wojciechowski',
	groups: [
		{ number: 2, title: 'Kindeswohlgefährdung', room: 'Sitzungssaal Seetal', startTime: '10:45', endTime: '12:45' }
	]
};

export function part(other: Partial<CalendarPart> = {}): CalendarPart {
	return { method: 'REQUEST', uid: 'u1@kreis.example.org', sequence: 0, content: CONTENT, before: null, ...other };
}

export function invitation(other: Partial<CalendarPart> = {}, attendee = KIM, at = AT): string {
	return invitationFile(part(other), attendee, ORGANIZER, 'de', at);
}

export const ENTRY: FeedEntry = {
	uid: 'u1@kreis.example.org',
	sequence: 3,
	isCancelled: false,
	content: CONTENT,
	changedAt: AT
};

export function feed(entries: readonly FeedEntry[] = [ENTRY]): string {
	return calendarFile(entries, 'de', true);
}

/** One invitation, its update, its cancellation, one after registering again, and a feed. */
export function cycle(): Record<string, string> {
	const later = { ...CONTENT, startTime: '09:30', place: 'Bürgerhaus' };
	return {
		'1-request.ics': invitation(),
		'2-update.ics': invitation({ sequence: 1, content: later }, KIM, '2026-10-06T08:00:00.000Z'),
		'3-cancel.ics': invitation({ method: 'CANCEL', sequence: 2, content: later }, KIM, '2026-10-07T08:00:00.000Z'),
		'4-again.ics': invitation({ sequence: 3, content: later }, KIM, '2026-10-08T08:00:00.000Z'),
		'5-feed.ics': feed([ENTRY, { ...ENTRY, uid: 'u2@kreis.example.org', isCancelled: true }])
	};
}
