/** The morning of the day: some do not come, others stand at the door. */
import type { Plan, Problem } from '#lib/groups/engine/contract.ts';
import { Random } from '#lib/groups/engine/random.ts';
import { crowd, shuffle } from './crowd.ts';

/** Takes away one in twenty and adds one in fifty; the plan made before stays as it is where it still can. */
export function changedMorning(problem: Problem, plan: Plan, seed = 1): Problem {
	const random = new Random(seed, 3);
	const all = problem.people.length;
	const missing = new Set(
		shuffle(problem.people, random)
			.slice(0, Math.round(all * 0.05))
			.map(({ id }) => id)
	);
	const topics = problem.rounds[0]!.groups.map(({ id, topic }) => topic ?? id);
	const guests = crowd(random, Math.round(all * 0.02), shuffle(topics, random), 'w');
	const hasWishes = problem.people.some((person) => person.wishes !== undefined);
	const walkIns = guests.map(({ id, classes, wishes }) => ({ id, classes, ...(hasWishes ? { wishes } : {}) }));
	const here = (ids: string[]) => ids.filter((id) => !missing.has(id));
	const places = Object.entries(plan).map(([round, seats]) => [
		round,
		Object.fromEntries(Object.entries(seats).filter(([id]) => !missing.has(id)))
	]);
	return {
		...problem,
		people: [...problem.people.filter(({ id }) => !missing.has(id)), ...walkIns],
		...(problem.met ? { met: problem.met.map((met) => ({ ...met, groups: met.groups.map(here) })) } : {}),
		repair: { current: Object.fromEntries(places) as Plan, price: 1 }
	};
}
