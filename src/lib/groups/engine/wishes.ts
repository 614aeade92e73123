import type { Group, Person, Problem } from './contract.ts';

/** Rank of "not wished": one more than the longest list of wishes. Unwanted is that + 1. */
export function notWishedRank(problem: Problem): number {
	return Math.max(0, ...problem.people.map((person) => person.wishes?.length ?? 0)) + 1;
}

/** Rank of a group for a person, 1 = first wish; 0 = she has no rank because she wishes for nothing. */
export function rankOf(person: Person, group: Group, notWished: number): number {
	if (!person.wishes?.length) return 0;
	const names = (entry: string) => entry === group.id || entry === group.topic;
	const index = person.wishes.findIndex(names);
	if (index >= 0) return index + 1;
	return person.unwanted?.some(names) ? notWished + 1 : notWished;
}

/** Leximin: negative if `a` is better, i.e. has fewer places at the worst rank where the two differ. */
export function compareProfiles(a: readonly number[], b: readonly number[]): number {
	for (let i = Math.max(a.length, b.length) - 1; i >= 0; i--) {
		const difference = (a[i] ?? 0) - (b[i] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}

/** Drops the zeros at the end. */
export function trimProfile(profile: readonly number[]): number[] {
	let end = profile.length;
	while (end > 0 && profile[end - 1] === 0) end--;
	return profile.slice(0, end);
}
