import ical, {
	ICalAttendeeRole,
	ICalAttendeeStatus,
	ICalAttendeeType,
	type ICalCalendar,
	ICalCalendarMethod,
	type ICalEventData,
	ICalEventStatus
} from 'ical-generator';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import { m } from '#lib/paraglide/messages.js';
import { addDays, berlinMoment, ZONE } from '#lib/time/berlin.ts';
import type { Language } from '#lib/time/wording.ts';
import type { CalendarContent, CalendarPart } from './calendarContent.ts';
import { descriptionOf, locationOf } from './calendarWording.ts';

const FEED_SECONDS = 3600;

export interface Mailbox {
	name: string;
	address: string;
}

/** One line without control characters: ical-generator does not escape names of calendars and UIDs. */
function oneLine(text: string): string {
	return text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim(); // eslint-disable-line no-control-regex -- exactly these are taken out
}

/** Names of people: not every client decodes the escapes for quotes and carets. */
function cleanName(name: string): string {
	return oneLine(name).replace(/["^]/g, "'");
}

function newCalendar(language: Language): ICalCalendar {
	return ical({
		prodId: { company: 'tafelrunde', product: 'tafelrunde', language: language.toUpperCase() },
		scale: 'GREGORIAN',
		// Without a name: a named zone on the calendar would take the Z from DTSTAMP.
		timezone: { name: null, generator: (zone) => tzlib_get_ical_block(zone)[0] ?? null }
	});
}

function eventData(
	content: CalendarContent,
	language: Language,
	state: { uid: string; sequence: number; at: string; isCancelled: boolean }
): ICalEventData {
	const { dateOn, startTime, endTime } = content;
	const endOn = endTime > startTime ? dateOn : addDays(dateOn, 1);
	return {
		id: oneLine(state.uid),
		sequence: state.sequence,
		stamp: new Date(state.at),
		// Temporal, not Date: a Date would be written in the wall time of this machine.
		start: berlinMoment(dateOn, startTime),
		end: berlinMoment(endOn, endTime),
		timezone: ZONE,
		summary: oneLine(content.title),
		location: oneLine(locationOf(content)),
		description: descriptionOf(content, language),
		url: addressOf(content.onlineUrl),
		status: state.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED
	};
}

/** Commas and semicolons would be escaped as in a text, which is wrong for an address. */
function addressOf(url: string): string | null {
	if (!URL.canParse(url)) return null;
	return new URL(url).href.replace(/[,;]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * The calendar part of a mail to one person: REQUEST or CANCEL, with nobody else in it.
 * @param organizer sender of the mail; answers of calendars go there.
 * @param at instant of writing, becomes DTSTAMP.
 */
export function invitationFile(
	part: CalendarPart,
	attendee: Mailbox,
	organizer: Mailbox,
	language: Language,
	at: string
): string {
	const isCancelled = part.method === 'CANCEL';
	const calendar = newCalendar(language).method(ICalCalendarMethod[part.method]);
	const event = calendar.createEvent(eventData(part.content, language, { ...part, at, isCancelled }));
	event.organizer({
		name: cleanName(part.content.organizer || organizer.name),
		email: oneLine(organizer.address)
	});
	event.createAttendee({
		name: cleanName(attendee.name),
		email: oneLine(attendee.address).replace(/[\s",;:<>]/g, ''),
		role: ICalAttendeeRole.REQ,
		type: ICalAttendeeType.INDIVIDUAL,
		status: ICalAttendeeStatus.NEEDSACTION,
		rsvp: true
	});
	return closed(calendar);
}

export interface FeedEntry {
	uid: string;
	sequence: number;
	isCancelled: boolean;
	content: CalendarContent;
	changedAt: string;
}

/** A file for one's own calendar: no METHOD, no attendee, no organizer, so that clients ask for nothing and show nobody. */
export function calendarFile(entries: readonly FeedEntry[], language: Language, isFeed: boolean): string {
	const calendar = newCalendar(language);
	if (isFeed) calendar.name(oneLine(m.invitations_feed_name({}, { locale: language }))).ttl(FEED_SECONDS);
	for (const { content, changedAt, ...state } of entries) {
		const event = calendar.createEvent(eventData(content, language, { ...state, at: changedAt }));
		event.lastModified(new Date(changedAt));
	}
	return closed(calendar);
}

/** The generator leaves out the last line end. */
function closed(calendar: ICalCalendar): string {
	return `${calendar.toString()}\r\n`;
}
