/** Problems whose musts cannot all hold, each for another reason. */
import type { Demand, Problem } from '#lib/groups/engine/contract.ts';
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

/** The problem without one demand of a contradiction. */
export function without(problem: Problem, demand: Demand): Problem {
	const { rule, people = [] } = demand;
	const here = (round: string) => demand.round === undefined || demand.round === round;
	const names = (list: string[]) => people.length > 0 && people.every((id) => list.includes(id));
	if (rule === 'size') {
		const rounds = problem.rounds.map((round) => ({
			...round,
			groups: round.groups.map((group) =>
				here(round.id) && (demand.group === undefined || demand.group === group.id)
					? { ...group, min: 0, max: problem.people.length }
					: group
			)
		}));
		return { ...problem, rounds };
	}
	if (rule === 'fixed') {
		const freed = problem.people.map((person) => {
			if (!people.includes(person.id)) return person;
			const fixed = Object.entries(person.fixed ?? {}).filter(([round]) => !here(round));
			return { ...person, fixed: Object.fromEntries(fixed) };
		});
		return { ...problem, people: freed };
	}
	if (rule === 'together' || rule === 'apart')
		return { ...problem, [rule]: (problem[rule] ?? []).filter((list) => !names(list)) };
	const same = (mix: { class: string; value?: string; rule: string }) =>
		mix.rule === rule && mix.class === demand.class && (mix.value === undefined || mix.value === demand.value);
	return { ...problem, mix: (problem.mix ?? []).filter((mix) => !(mix.must && same(mix))) };
}
