import type { Group, Person, Problem, Round } from './contract.ts';

/** The people who attend a round, in file order. */
export function attending(problem: Problem, round: Round): Person[] {
	return problem.people.filter((person) => !person.rounds || person.rounds.includes(round.id));
}

/**
 * Planned sizes of a round's groups, in file order. Groups without `size` start at `min`; then one person at a time
 * goes to the currently smallest of them that has room, the earlier one first, until everybody is planned. Where the
 * minimums already exceed the people (some optional group will stay closed) one at a time is taken from the currently
 * largest, again the earlier one first.
 */
export function plannedSizes(groups: readonly Group[], people: number): number[] {
	const sizes = groups.map((group) => group.size ?? group.min);
	let left = people - sizes.reduce((sum, size) => sum + size, 0);
	const step = left > 0 ? 1 : -1;
	for (; left !== 0; left -= step) {
		const next = nextGroup(groups, sizes, step);
		if (next < 0) break;
		sizes[next]! += step;
	}
	return sizes;
}

/** The smallest group with room (step 1) or the largest with people (−1); −1 if there is none. */
function nextGroup(groups: readonly Group[], sizes: readonly number[], step: 1 | -1): number {
	let next = -1;
	groups.forEach((group, i) => {
		if (group.size !== undefined || (step > 0 ? sizes[i]! >= group.max : sizes[i]! <= 0)) return;
		if (next < 0 || sizes[i]! * step < sizes[next]! * step) next = i;
	});
	return next;
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
