import { m } from '#lib/paraglide/messages.js';
import { type Language } from '#lib/time/wording.ts';
import type { CalendarContent } from './calendarContent.ts';
import { placeOf, whenOf } from './calendarWording.ts';
import { type Letter, partLink, plainText } from './letter.ts';

export interface LetterPart {
	number: number;
	content: CalendarContent;
	hasSeat: boolean;
}

interface SeriesLetterFacts {
	name: string;
	language: Language;
	/** Title of the series. */
	title: string;
	parts: readonly LetterPart[];
	contact: string;
}

/** The confirmation for several parts of a series: each with its day, its place, where she stands and its own link. */
export function seriesLetter({ name, language: locale, title, parts, contact }: SeriesLetterFacts): Letter {
	const options = { locale };
	const paragraphs = parts.map(({ number, content, hasSeat }) =>
		[
			m.series_mail_part({ number, title: content.title }, options),
			whenOf(content, locale),
			placeOf(content),
			hasSeat ? m.series_mail_seat({}, options) : m.series_mail_waiting({}, options)
		]
			.filter(Boolean)
			.map((line) => plainText(line))
			.concat(`[[${partLink(number)}]]`)
			.join('\n')
	);
	const count = parts.filter((part) => part.hasSeat).length;
	const body = [
		m.series_mail_greeting({ name: plainText(name) }, options),
		m.series_mail_arrived({ title: plainText(title) }, options),
		...paragraphs,
		m.series_mail_links({}, options),
		...(count > 0 ? [m.series_mail_calendar({ count }, options)] : []),
		m.series_mail_regards({ contact: plainText(contact) }, options)
	];
	return { subject: m.series_mail_subject({ title: plainText(title) }, options), body: body.join('\n\n').trim() };
}
