import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutesOf, timeOf } from '#lib/time/clock.ts';
import { gapsBefore, inOrder, nextStart, retime, swap, type Timed } from './running.ts';

const day: Timed[] = [
	{ id: 'a', startTime: '09:00', lengthMin: 30 },
	{ id: 'b', startTime: '09:30', lengthMin: 60 },
	{ id: 'c', startTime: '10:45', lengthMin: 45 }
];

/** Up to twelve items one after the other within a morning, with gaps of 0 to 20 minutes. */
const days = fc
	.array(fc.record({ length: fc.integer({ min: 1, max: 40 }), gap: fc.integer({ min: 0, max: 20 }) }), {
		minLength: 1,
		maxLength: 12
	})
	.map((parts) => {
		let start = 8 * 60;
		return parts.map(({ length, gap }, i): Timed => {
			const item = { id: `i${i}`, startTime: timeOf(start), lengthMin: length };
			start += length + gap;
			return item;
		});
	});
const endOfDay = (items: readonly Timed[]) =>
	Math.max(...items.map((item) => minutesOf(item.startTime) + item.lengthMin));
const apply = (items: readonly Timed[], moves: readonly Timed[]) =>
	inOrder(items.map((item) => moves.find((move) => move.id === item.id) ?? item));

describe('retime', () => {
	it.each([
		['longer, others stay', { id: 'a', startTime: '09:00', lengthMin: 45 }, false, ['09:00', '09:30', '10:45']],
		['longer, others follow', { id: 'a', startTime: '09:00', lengthMin: 45 }, true, ['09:00', '09:45', '11:00']],
		['later, others follow', { id: 'b', startTime: '09:40', lengthMin: 60 }, true, ['09:00', '09:40', '10:55']],
		['shorter, others follow', { id: 'a', startTime: '09:00', lengthMin: 20 }, true, ['09:00', '09:20', '10:35']],
		['same end, nothing follows', { id: 'a', startTime: '09:10', lengthMin: 20 }, true, ['09:10', '09:30', '10:45']]
	])('%s', (_, changed, follow, starts) => {
		expect(apply(day, retime(day, changed, follow) ?? []).map((item) => item.startTime)).toEqual(starts);
	});

	it('refuses what would leave the day', () => {
		expect(retime(day, { id: 'a', startTime: '09:00', lengthMin: 14 * 60 }, true)).toBeUndefined();
		expect(retime(day, { id: 'c', startTime: '23:50', lengthMin: 20 }, false)).toBeUndefined();
	});

	it('keeps all lengths and gaps behind a moved item', () => {
		fc.assert(
			fc.property(days, fc.nat(11), fc.integer({ min: 0, max: 120 }), (items, at, more) => {
				const item = items[at % items.length]!;
				const moves = retime(items, { ...item, lengthMin: item.lengthMin + more }, true)!;
				const after = apply(items, moves);
				expect(endOfDay(after)).toBe(endOfDay(items) + more);
				expect([...gapsBefore(after)]).toEqual([...gapsBefore(items)]);
			})
		);
	});
});

describe('swap', () => {
	it('changes places and keeps the gap between', () => {
		expect(swap(day, 'c', 'earlier')).toEqual([
			{ id: 'c', startTime: '09:30', lengthMin: 45 },
			{ id: 'b', startTime: '10:30', lengthMin: 60 }
		]);
		expect(swap(day, 'a', 'earlier')).toEqual([]);
		expect(swap(day, 'c', 'later')).toEqual([]);
		expect(swap(day, 'x', 'later')).toEqual([]);
	});

	it('there and back again is as before, and the day ends when it did', () => {
		fc.assert(
			fc.property(days, fc.nat(11), (items, at) => {
				const { id } = items[at % items.length]!;
				const there = apply(items, swap(items, id, 'later'));
				expect(endOfDay(there)).toBe(endOfDay(items));
				if (at % items.length === items.length - 1) return;
				expect(apply(there, swap(there, id, 'earlier'))).toEqual(inOrder(items));
			})
		);
	});
});

it('knows gaps and the next start', () => {
	expect([...gapsBefore(day)]).toEqual([['c', 15]]);
	expect(nextStart(day, '08:00')).toBe('11:30');
	expect(nextStart([], '08:30')).toBe('08:30');
});
