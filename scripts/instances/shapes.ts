/** Shapes known from elsewhere: social golfers, and courses of which some stay closed. */
import type { Problem } from '#lib/groups/engine/contract.ts';
import { Random } from '#lib/groups/engine/random.ts';
import { drawWishes } from './crowd.ts';

/** People meet in groups over several rounds; the only aim is that no two meet twice. */
export function golfers(people: number, groups: number, rounds: number): Problem {
	const sizes = { min: Math.floor(people / groups), max: Math.ceil(people / groups) };
	return {
		version: 1,
		order: ['mix'],
		rounds: Array.from({ length: rounds }, (_, r) => ({
			id: `r${r + 1}`,
			groups: Array.from({ length: groups }, (_, g) => ({ id: `r${r + 1}g${g + 1}`, ...sizes }))
		})),
		people: Array.from({ length: people }, (_, i) => ({ id: `p${i + 1}` })),
		meetings: { weight: 1 }
	};
}

/** Wishes alone: 416 people name three to five of 160 small groups, each of which may stay closed. */
export function courses(seed = 1): Problem {
	const random = new Random(seed, 2);
	const groups = Array.from({ length: 160 }, (_, g) => ({ id: `g${g + 1}`, min: 3, max: 6, optional: true }));
	const names = groups.map(({ id }) => id);
	const people = Array.from({ length: 416 }, (_, i) => ({
		id: `p${i + 1}`,
		wishes: drawWishes(random, names, 3 + random.below(3), 20)
	}));
	return { version: 1, order: ['wishes'], rounds: [{ id: 'r1', groups }], people };
}
