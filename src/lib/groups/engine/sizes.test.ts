import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Group } from './contract.ts';
import { plannedSizes } from './sizes.ts';

/** The rule word for word: one person at a time. */
function oneByOne(groups: Group[], people: number): number[] {
	const sizes = groups.map((group) => group.size ?? group.min);
	let left = people - sizes.reduce((all, size) => all + size, 0);
	const step = left > 0 ? 1 : -1;
	for (; left !== 0; left -= step) {
		let next = -1;
		groups.forEach((group, i) => {
			if (group.size !== undefined || (step > 0 ? sizes[i]! >= group.max : sizes[i]! <= 0)) return;
			if (next < 0 || sizes[i]! * step < sizes[next]! * step) next = i;
		});
		if (next < 0) break;
		sizes[next]! += step;
	}
	return sizes;
}

const group: fc.Arbitrary<Group> = fc
	.record({ min: fc.nat(9), more: fc.nat(9), size: fc.option(fc.nat(12), { nil: undefined }) })
	.map(({ min, more, size }) => ({ id: 'g', min, max: min + more, ...(size === undefined ? {} : { size }) }));

it('plans sizes as one person at a time would', () => {
	fc.assert(
		fc.property(fc.array(group, { maxLength: 6 }), fc.nat(60), (groups, people) => {
			expect(plannedSizes(groups, people)).toEqual(oneByOne(groups, people));
		}),
		{ numRuns: 2000 }
	);
});

it('takes no longer for large numbers', () => {
	const groups = Array.from({ length: 100 }, (): Group => ({ id: 'g', min: 1_000_000, max: 1_000_000 }));
	expect(plannedSizes(groups, 250)).toEqual(groups.map((_, i) => (i < 50 ? 2 : 3)));
});
