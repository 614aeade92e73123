import { expect, test } from 'vitest';
import { addDays, berlinDay, berlinInstant, berlinTime, daysBetween } from './berlin.ts';
import { addMinutes, overlaps } from './clock.ts';

test('the day and time in Berlin do not depend on the zone of the machine', () => {
	expect(berlinDay('2026-11-12T23:30:00Z')).toBe('2026-11-13');
	expect(berlinTime('2026-07-01T06:30:00Z')).toBe('08:30');
	expect(berlinInstant('2026-11-12', '08:30')).toBe('2026-11-12T07:30:00.000Z');
	expect(berlinInstant('2026-07-01', '08:30')).toBe('2026-07-01T06:30:00.000Z');
	// The hour that the clocks skip: the later one counts.
	expect(berlinInstant('2027-03-28', '02:30')).toBe('2027-03-28T01:30:00.000Z');
});

test('days are counted as on a calendar, over changes of the clock too', () => {
	expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2);
	expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
	expect(addMinutes('23:50', 20)).toBe('00:10');
});

test('spans overlap when they share a minute, not when one ends where the other begins', () => {
	const span = (startTime: string, lengthMin: number) => ({ startTime, lengthMin });
	expect(overlaps(span('09:00', 60), span('09:59', 10))).toBe(true);
	expect(overlaps(span('09:00', 60), span('10:00', 10))).toBe(false);
});
