import { Temporal } from 'temporal-polyfill';

export const ZONE = 'Europe/Berlin';

/** Civil day in Berlin of an instant, YYYY-MM-DD. */
export function berlinDay(at: string): string {
	return Temporal.Instant.from(at).toZonedDateTimeISO(ZONE).toPlainDate().toString();
}

/** Wall time in Berlin of an instant, HH:MM. */
export function berlinTime(at: string): string {
	return Temporal.Instant.from(at).toZonedDateTimeISO(ZONE).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** The moment a wall clock in Berlin shows this day and time. In the hour that is skipped in March the later one counts. */
export function berlinMoment(on: string, time: string): Temporal.ZonedDateTime {
	return Temporal.PlainDate.from(on).toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from(time) });
}

/** The same as an instant, as stored. */
export function berlinInstant(on: string, time: string): string {
	return new Date(berlinMoment(on, time).epochMilliseconds).toISOString();
}

/** Days from one civil day to another; negative when the second lies before. */
export function daysBetween(fromOn: string, toOn: string): number {
	return Temporal.PlainDate.from(fromOn).until(Temporal.PlainDate.from(toOn), { largestUnit: 'days' }).days;
}

export function addDays(on: string, days: number): string {
	return Temporal.PlainDate.from(on).add({ days }).toString();
}

export function addMinutesToInstant(at: string, minutes: number): string {
	return new Date(Date.parse(at) + minutes * 60_000).toISOString();
}
