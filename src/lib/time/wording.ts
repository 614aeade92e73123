import { Temporal } from 'temporal-polyfill';
import { getLocale } from '#lib/paraglide/runtime.js';
import { m } from '#lib/paraglide/messages.js';
import { daysBetween, ZONE } from './berlin.ts';

export type Language = 'de' | 'en';

const NARROW = '\u202f';

function format(on: string, options: Intl.DateTimeFormatOptions, language: Language): string {
	return Temporal.PlainDate.from(on).toLocaleString(language === 'de' ? 'de-DE' : 'en-GB', options);
}

/** Donnerstag, 12. November 2026 */
export function longDay(on: string, language: Language = getLocale()): string {
	return format(on, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, language).replace(
		'. ',
		'.\u00a0'
	);
}

/** 12. November 2026 */
export function plainDay(on: string, language: Language = getLocale()): string {
	return format(on, { day: 'numeric', month: 'long', year: 'numeric' }, language).replace('. ', '.\u00a0');
}

/** 8.30: time of day as a programme prints it. */
export function clock(time: string, language: Language = getLocale()): string {
	const [hours = '', minutes = ''] = time.split(':');
	return language === 'de' ? `${Number(hours)}.${minutes}` : `${hours}:${minutes}`;
}

/** 8.30 – 16 Uhr, with narrow no-break spaces: a span is never broken over two lines. */
export function span(startTime: string, endTime: string, language: Language = getLocale()): string {
	const short = (time: string) => clock(time, language).replace(/[.]00$/, '');
	const dash = `${short(startTime)}${NARROW}–${NARROW}${short(endTime)}`;
	return language === 'de' ? `${dash}\u00a0Uhr` : dash;
}

/** 8.30–9.00 as it stands before an item of the programme. */
export function itemSpan(startTime: string, endTime: string, language: Language = getLocale()): string {
	return `${clock(startTime, language)}${NARROW}–${NARROW}${clock(endTime, language)}`;
}

/** Moment as people read it: 12. November 2026, 9.05 Uhr (Berlin time). */
export function moment(at: string, language: Language = getLocale()): string {
	const zoned = Temporal.Instant.from(at).toZonedDateTimeISO(ZONE);
	const time = clock(zoned.toPlainTime().toString({ smallestUnit: 'minute' }), language);
	return m.web_moment({ day: plainDay(zoned.toPlainDate().toString(), language), time }, { locale: language });
}

/** heute · morgen · in zehn Tagen · vor drei Tagen */
export function distance(todayOn: string, on: string, language: Language = getLocale()): string {
	const days = daysBetween(todayOn, on);
	if (days === 0) return m.web_today({}, { locale: language });
	if (days === 1) return m.web_tomorrow({}, { locale: language });
	if (days === -1) return m.web_yesterday({}, { locale: language });
	const count = days < 0 ? -days : days;
	return days > 0 ? m.web_in_days({ count }, { locale: language }) : m.web_days_ago({ count }, { locale: language });
}
