import { describe, expect, it } from 'vitest';
import { seriesShape } from './series.form.ts';
import { byDay, movedBy, nextPart, placeInSeries } from './series.ts';

const part = (dateOn: string, startTime = '09:00', isCancelled = false) => ({
	gathering: { dateOn, startTime, isCancelled }
});

describe('the order of parts', () => {
	it('moves one place and stays at the ends', () => {
		expect(movedBy(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
		expect(movedBy(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
		expect(movedBy(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
		expect(movedBy(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
		expect(movedBy(['a', 'b'], 'x', 1)).toEqual(['a', 'b']);
	});

	it('by day puts the earlier of one day first', () => {
		const [late, early, next] = [part('2026-11-12', '14:00'), part('2026-11-12'), part('2026-12-01')];
		expect(byDay([next, late, early])).toEqual([early, late, next]);
	});

	it('the next part is the earliest ahead that takes place', () => {
		const [past, off, next] = [part('2026-10-01'), part('2026-11-01', '09:00', true), part('2026-12-01')];
		expect(nextPart([next, off, past], '2026-10-20')).toBe(next);
		expect(nextPart([past], '2026-10-20')).toBeUndefined();
	});

	it('is said in one phrase', () => {
		expect(placeInSeries({ number: 2, count: 4, title: 'Fachtage' })).toBe('Teil 2 von 4 der Reihe „Fachtage“');
	});
});

describe('a series as typed', () => {
	const typed = (principles: string) => seriesShape.safeParse({ title: 'Reihe', principles });

	it('keeps one principle per line and leaves empty lines out', () => {
		expect(typed(' Partnerschaftlichkeit \r\n\r\nParteilichkeit\nPrägnanz ').data?.principles).toBe(
			'Partnerschaftlichkeit\nParteilichkeit\nPrägnanz'
		);
		expect(typed('').data?.principles).toBe('');
	});

	it('refuses more principles than anybody remembers', () => {
		expect(typed(Array.from({ length: 8 }, (_, i) => `Satz ${i}`).join('\n')).success).toBe(false);
		expect(typed(Array.from({ length: 7 }, (_, i) => `Satz ${i}`).join('\n')).success).toBe(true);
	});
});
