import type { Group, Person, Problem, Round } from './contract.ts';

/** The people who attend a round, in file order. */
export function attending(problem: Problem, round: Round): Person[] {
	return problem.people.filter((person) => !person.rounds || person.rounds.includes(round.id));
}

/**
 * Planned sizes of a round's groups, in file order. Groups without `size` start at `min`; then one person at a time
 * goes to the currently smallest of them that has room, the earlier one first, until everybody is planned. Where the
 * minimums already exceed the people (some optional group will stay closed) one at a time is taken from the currently
 * largest, again the earlier one first. Done at once by levels, because numbers may be large.
 */
export function plannedSizes(groups: readonly Group[], people: number): number[] {
	const least = groups.map((group) => group.size ?? group.min);
	const left = people - sum(least);
	if (left === 0) return least;
	const isOpen = (i: number) => groups[i]!.size === undefined;
	/** Sizes when the groups below a level are raised to it, or those above are lowered to it. */
	const at = (level: number): number[] =>
		least.map((size, i) => {
			if (!isOpen(i)) return size;
			return left > 0 ? Math.max(size, Math.min(level, groups[i]!.max)) : Math.min(size, level);
		});
	const highest = Math.max(0, ...groups.map(({ min, max }) => Math.max(min, max)));
	const level = lastLevel(highest, (one) => sum(at(one)) <= people);
	const sizes = at(Math.max(0, level));
	for (let i = 0, rest = people - sum(sizes); rest > 0 && i < sizes.length; i++) {
		// Going down, the earlier ones at the level were taken from first: what is left over stays with the later ones.
		const next = left > 0 ? i : sizes.length - 1 - i;
		const limit = left > 0 ? groups[next]!.max : least[next]!;
		if (!isOpen(next) || sizes[next] !== level || sizes[next]! >= limit) continue;
		sizes[next]!++;
		rest--;
	}
	return sizes;
}

const sum = (sizes: readonly number[]): number => sizes.reduce((all, size) => all + size, 0);

/** The highest level in 0 … most that fits; −1 if none does. `fits` holds up to some level and never above it. */
function lastLevel(most: number, fits: (level: number) => boolean): number {
	let low = -1;
	let high = most + 1;
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (fits(middle)) low = middle;
		else high = middle;
	}
	return low;
}

/** ⌊t⌋ and ⌈t⌉ of a share (ofClass ÷ all) × size, in whole numbers so that no rounding error can tip it. */
export function shareInterval(ofClass: number, all: number, size: number): [number, number] {
	if (all === 0) return [0, 0];
	const product = ofClass * size;
	const rest = product % all;
	const low = (product - rest) / all;
	return [low, rest === 0 ? low : low + 1];
}

/** The classes' value of a person; a missing one is "none". */
export function classValue(person: Person, name: string): string {
	const classes = person.classes;
	return classes && Object.hasOwn(classes, name) ? classes[name]! : 'none';
}
