import type { Group, Plan, Problem } from './engine/contract.ts';
import { notWishedRank } from './engine/wishes.ts';

/** Rounds for which somebody has a wish. In others, as at the tables of a speed meeting, no place is "not wished". */
export function wishedRounds({ rounds, people }: Pick<Problem, 'rounds' | 'people'>): Set<string> {
	const wished = new Set(people.flatMap(({ wishes = [] }) => wishes));
	const isWished = ({ id, topic = id }: Group) => wished.has(id) || wished.has(topic);
	return new Set(rounds.filter(({ groups }) => groups.some(isWished)).map(({ id }) => id));
}

/**
 * The profile to be shown: the engine counts every round as a place for each wish, so those of rounds without wishes
 * are taken out of what lies beyond. Without a plan everybody has a place.
 */
export function shownWishes(problem: Problem, profile: readonly number[], plan?: Plan): number[] {
	const wished = wishedRounds(problem);
	const wishing = problem.people.filter(({ wishes = [] }) => wishes.length > 0);
	const places = problem.rounds
		.filter(({ id }) => !wished.has(id))
		.reduce((sum, { id }) => sum + wishing.filter((person) => !plan || plan[id]?.[person.id]).length, 0);
	const beyond = notWishedRank(problem);
	return profile.map((count, i) => (i + 1 === beyond ? Math.max(0, count - places) : count));
}
