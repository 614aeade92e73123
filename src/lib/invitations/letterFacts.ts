import { distance, type Language, longDay, span } from '#lib/time/wording.ts';
import type { CalendarContent } from './calendarContent.ts';
import { changesOf, groupsOf, placeOf } from './calendarWording.ts';
import type { Facts } from './letter.ts';

export interface FactSource {
	/** Full name of the recipient. */
	name: string;
	language: Language;
	content: CalendarContent;
	before: CalendarContent | null;
	/** Reason of a cancellation. */
	reason: string;
	/** Name, address and telephone of whom to ask; one line each. */
	contact: string;
	todayOn: string;
}

/** What a letter may say about one recipient, in her language. */
export function factsOf({ name, language, content, before, reason, contact, todayOn }: FactSource): Facts {
	return {
		name,
		title: content.title,
		day: longDay(content.dateOn, language),
		time: span(content.startTime, content.endTime, language),
		distance: distance(todayOn, content.dateOn, language),
		place: placeOf(content),
		group: groupsOf(content, language),
		changes: before ? changesOf(before, content, language) : '',
		reason,
		contact
	};
}
