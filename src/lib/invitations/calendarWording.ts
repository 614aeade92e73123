import { m } from '#lib/paraglide/messages.js';
import { type Language, longDay, span } from '#lib/time/wording.ts';
import { type CalendarContent, changedParts, type ChangedPart, type GroupPart } from './calendarContent.ts';

/** Donnerstag, 12. November 2026, 8.30 – 16 Uhr */
export function whenOf(content: CalendarContent, language: Language): string {
	return `${longDay(content.dateOn, language)}, ${span(content.startTime, content.endTime, language)}`;
}

/** Place, or the link when the gathering is online only. */
export function locationOf(content: CalendarContent): string {
	return content.place || content.onlineUrl;
}

/** Place and link, each on its own line. */
export function placeOf(content: CalendarContent): string {
	return [content.place, content.onlineUrl].filter(Boolean).join('\n');
}

/** Gruppe 2: Kindeswohlgefährdung, Sitzungssaal Seetal, 10.45 – 12.45 Uhr */
export function groupLine(group: GroupPart, language: Language): string {
	const time = group.startTime && group.endTime ? span(group.startTime, group.endTime, language) : '';
	const head = m.invitations_group_line({ number: group.number, title: group.title }, { locale: language });
	return [head, group.room, time].filter(Boolean).join(', ');
}

export function groupsOf(content: CalendarContent, language: Language): string {
	return content.groups.map((group) => groupLine(group, language)).join('\n');
}

/** What the calendar shows beneath the title. The link stands on a line of its own: no client shows a field for it. */
export function descriptionOf(content: CalendarContent, language: Language): string {
	const contact = content.organizer && m.invitations_ics_contact({ name: content.organizer }, { locale: language });
	return [groupsOf(content, language), content.place && content.onlineUrl, contact].filter(Boolean).join('\n');
}

const LABELS: Record<ChangedPart, typeof m.invitations_change_time> = {
	time: m.invitations_change_time,
	place: m.invitations_change_place,
	group: m.invitations_change_group
};

function partOf(part: ChangedPart, content: CalendarContent, language: Language): string {
	if (part === 'time') return whenOf(content, language);
	const text = part === 'place' ? placeOf(content) : groupsOf(content, language);
	return text || m.invitations_change_none({}, { locale: language });
}

/** One paragraph for each changed part, with the old and the new. */
export function changesOf(before: CalendarContent, after: CalendarContent, language: Language): string {
	const options = { locale: language };
	return changedParts(before, after)
		.map((part) => {
			const was = m.invitations_change_before({ text: partOf(part, before, language) }, options);
			const is = m.invitations_change_after({ text: partOf(part, after, language) }, options);
			return `${LABELS[part]({}, options)}\n${was}\n${is}`;
		})
		.join('\n\n');
}
