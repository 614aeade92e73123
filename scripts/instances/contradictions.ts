/** Problems whose musts cannot all hold, each for another reason. */
import type { Demand, Group, MixRule, Problem } from '#lib/groups/engine/contract.ts';
import { conference } from './conference.ts';

const day = (): Problem => conference({ people: 60, groups: 3 });
const ids = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, i) => `p${from + i}`);

export const contradictions: Record<string, () => Problem> = {
	/** Too few of one office for as many as each group must have. */
	office: () => {
		const problem = day();
		const offices = problem.people.filter((person) => person.classes?.office === 'city').length;
		const n = Math.floor(offices / 3) + 1;
		return { ...problem, mix: [{ class: 'office', value: 'city', rule: 'atLeast', n, must: true }] };
	},
	/** Four people who must all sit apart in three groups. */
	apart: () => ({ ...day(), apart: [ids(1, 4)] }),
	/** Those who belong together are fixed in different groups. */
	together: () => {
		const problem = day();
		const people = problem.people.map((person, i) =>
			i === 0 || i === 9 ? { ...person, fixed: { r1: i === 0 ? 'r1g1' : 'r1g2' } } : person
		);
		return {
			...problem,
			people,
			together: [
				['p1', 'p5'],
				['p5', 'p10']
			]
		};
	},
	/** More people than places. */
	places: () => {
		const problem = day();
		const rounds = problem.rounds.map((round) => ({
			...round,
			groups: round.groups.map((group) => ({ ...group, min: 10, max: 19 }))
		}));
		return { ...problem, rounds };
	},
	/** Those who belong together are more than the largest group holds. */
	block: () => ({ ...day(), together: [ids(1, 25)] })
};

/** The problem without one demand of a contradiction: an independent reading of what that demand says. */
export function without(problem: Problem, demand: Demand): Problem {
	const { rule, people = [] } = demand;
	if (rule === 'size') return withoutSize(problem, demand);
	if (rule === 'fixed') return withoutFixed(problem, demand);
	if (rule === 'together' || rule === 'apart') {
		const named = (list: string[]) => people.length > 0 && people.every((id) => list.includes(id));
		return { ...problem, [rule]: (problem[rule] ?? []).filter((list) => !named(list)) };
	}
	const same = (mix: MixRule) =>
		mix.rule === rule && mix.class === demand.class && (mix.value === undefined || mix.value === demand.value);
	return { ...problem, mix: (problem.mix ?? []).filter((mix) => !(mix.must && same(mix))) };
}

const speaksOf = (named: string | undefined, id: string): boolean => named === undefined || named === id;

function withoutSize(problem: Problem, { round, group, end }: Demand): Problem {
	const free = (one: Group): Group => ({
		...one,
		min: end === 'most' ? one.min : 0,
		max: end === 'least' ? one.max : problem.people.length
	});
	const rounds = problem.rounds.map((one) => ({
		...one,
		groups: one.groups.map((place) => (speaksOf(round, one.id) && speaksOf(group, place.id) ? free(place) : place))
	}));
	return { ...problem, rounds };
}

function withoutFixed(problem: Problem, { round, group, people }: Demand): Problem {
	const freed = problem.people.map((person) => {
		if (people && !people.includes(person.id)) return person;
		const kept = Object.entries(person.fixed ?? {}).filter(
			([where, place]) => !(speaksOf(round, where) && speaksOf(group, place))
		);
		return { ...person, fixed: Object.fromEntries(kept) };
	});
	return { ...problem, people: freed };
}
