import { describe, expect, it } from 'vitest';
import { netOf } from './net.ts';

const classes: [k: number, least: number][] = [
	...([2, 3, 4, 5, 7, 8, 9, 11, 16, 25, 27] as const).map((k): [number, number] => [k, k + 1]),
	...([6, 14] as const).map((k): [number, number] => [k, 3]),
	...([10, 12, 15, 20, 21, 22] as const).map((k): [number, number] => [k, 4])
];

describe.each(classes)('a square of %i × %i cells', (k, least) => {
	const net = netOf(k);
	it('has so many parallel classes', () => expect(net.length).toBeGreaterThanOrEqual(least));

	it('has lines that meet lines of every other class once', () => {
		net.forEach((one, a) => {
			for (const other of net.slice(a + 1)) {
				const met = new Set<number>();
				for (let i = 0; i < k; i++) for (let d = 0; d < k; d++) met.add(one(i, d) * k + other(i, d));
				expect(met.size).toBe(k * k);
			}
		});
	});

	it('begins with i and ends with d', () => {
		expect([net[0]!(1, k - 1), net.at(-1)!(1, k - 1)]).toEqual([1, k - 1]);
	});
});
