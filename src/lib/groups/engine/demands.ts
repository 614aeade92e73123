import type { Demand, Group, MixRule, Problem } from './contract.ts';
import { valuesOf } from './countrules.ts';
import { attending } from './sizes.ts';

/** A demand with what the problem is without it, and with it loosened by so many. */
export type Loose = {
	demand: Demand;
	/** Most steps worth trying; 0 = it can only be given up. */
	most: number;
	without: (problem: Problem) => Problem;
	loosened: (problem: Problem, by: number) => Problem;
};

/** Every must of a problem as a demand that can be given up or loosened. */
export function demandsOf(problem: Problem): Loose[] {
	return [
		...sizeDemands(problem),
		...fixedDemands(problem),
		...startedDemands(problem),
		...listDemands(problem, 'together'),
		...listDemands(problem, 'apart'),
		...topicDemand(problem),
		...(problem.mix ?? []).flatMap((rule, at) => (rule.must ? ruleDemands(problem, rule, at) : []))
	];
}

function sizeDemands(problem: Problem): Loose[] {
	return problem.rounds.flatMap((round) => {
		const all = attending(problem, round).length;
		const change = (id: string, by: (group: Group) => Partial<Group>) => (of: Problem) => ({
			...of,
			rounds: of.rounds.map((one) =>
				one.id !== round.id
					? one
					: { ...one, groups: one.groups.map((group) => (group.id === id ? { ...group, ...by(group) } : group)) }
			)
		});
		return round.groups.flatMap((group): Loose[] => {
			const where = { rule: 'size' as const, round: round.id, group: group.id };
			const lower = (by: number) => change(group.id, ({ min }) => ({ min: Math.max(0, min - by) }));
			const raise = (by: number) => change(group.id, ({ max }) => ({ max: max + by }));
			const least: Loose = {
				demand: { ...where, end: 'least', n: group.min },
				most: group.min,
				without: lower(group.min),
				loosened: (of, by) => lower(by)(of)
			};
			const most: Loose = {
				demand: { ...where, end: 'most', n: group.max },
				most: all,
				without: raise(all),
				loosened: (of, by) => raise(by)(of)
			};
			return group.min > 0 ? [least, most] : [most];
		});
	});
}

/** People fixed in one group are one demand; loosened it lets some of them go elsewhere. */
function fixedDemands(problem: Problem): Loose[] {
	return problem.rounds.flatMap((round) =>
		round.groups.flatMap((group): Loose[] => {
			const people = problem.people.filter(({ fixed }) => fixed?.[round.id] === group.id).map(({ id }) => id);
			if (people.length === 0) return [];
			const free = (of: Problem) => ({
				...of,
				people: of.people.map((person) => {
					if (person.fixed?.[round.id] !== group.id) return person;
					const { [round.id]: _, ...fixed } = person.fixed;
					return { ...person, fixed };
				})
			});
			const demand: Demand = { rule: 'fixed', round: round.id, group: group.id, people, n: people.length };
			return [{ demand, most: people.length, without: free, loosened: free }];
		})
	);
}

function startedDemands(problem: Problem): Loose[] {
	return (problem.repair?.started ?? []).map((round): Loose => {
		const end = (of: Problem) => ({
			...of,
			...(of.repair
				? { repair: { ...of.repair, started: (of.repair.started ?? []).filter((id) => id !== round) } }
				: {})
		});
		return { demand: { rule: 'started', round }, most: 0, without: end, loosened: end };
	});
}

function listDemands(problem: Problem, rule: 'together' | 'apart'): Loose[] {
	return (problem[rule] ?? []).map((people): Loose => {
		const drop = (of: Problem) => ({ ...of, [rule]: (of[rule] ?? []).filter((list) => list !== people) });
		return { demand: { rule, people }, most: 0, without: drop, loosened: drop };
	});
}

function topicDemand(problem: Problem): Loose[] {
	if (problem.rounds.length < 2 || !problem.rounds.some(({ groups }) => groups.some(({ topic }) => topic))) return [];
	const drop = (of: Problem) => ({
		...of,
		rounds: of.rounds.map((round) => ({ ...round, groups: round.groups.map(({ topic: _, ...group }) => group) }))
	});
	return [{ demand: { rule: 'topic' }, most: 0, without: drop, loosened: drop }];
}

/** A must-rule for each value is a demand for each value. */
function ruleDemands(problem: Problem, rule: MixRule, at: number): Loose[] {
	const values = new Set(problem.rounds.flatMap((round) => [...valuesOf(rule, attending(problem, round)).keys()]));
	return [...values].map((value): Loose => {
		const change = (by: number | undefined) => (of: Problem) => changeRule(of, at, rule, value, by);
		const demand: Demand = {
			rule: rule.rule,
			class: rule.class,
			value,
			...(rule.n === undefined ? {} : { n: rule.n })
		};
		const most = { spread: 0, atLeast: rule.n ?? 0, atMost: problem.people.length, balance: problem.people.length };
		return {
			demand,
			most: most[rule.rule],
			without: change(undefined),
			loosened: (of, by) => change(by)(of)
		};
	});
}

/**
 * Loosens a rule for one value (`by` undefined = gives it up). The rule's place in the list stays taken, because other
 * demands count on it: a rule for every value is kept as a bundle of rules with one value each.
 */
function changeRule(of: Problem, at: number, rule: MixRule, value: string, by: number | undefined): Problem {
	const mix = [...(of.mix ?? [])];
	const bundle = (mix[at] as MixRule & { bundle?: MixRule[] }).bundle ?? unbundle(of, rule);
	const changed = bundle.flatMap((one): MixRule[] => {
		if (one.value !== value) return [one];
		return by === undefined ? [] : [loosen(one, by)];
	});
	mix[at] = { ...rule, bundle: changed } as MixRule;
	return { ...of, mix };
}

function unbundle(problem: Problem, rule: MixRule): MixRule[] {
	const values = new Set(problem.rounds.flatMap((round) => [...valuesOf(rule, attending(problem, round)).keys()]));
	return [...values].map((value) => ({ ...rule, value }));
}

/** A problem as the model reads it: bundles laid out as rules. */
export function layOut(problem: Problem): Problem {
	const mix = (problem.mix ?? []).flatMap((rule) => (rule as MixRule & { bundle?: MixRule[] }).bundle ?? [rule]);
	return { ...problem, mix };
}

function loosen(rule: MixRule, by: number): MixRule {
	if (rule.rule === 'balance') return { ...rule, tolerance: (rule.tolerance ?? 0) + by };
	if (rule.rule === 'atMost') return { ...rule, n: (rule.n ?? 0) + by };
	return { ...rule, n: Math.max(0, (rule.n ?? 0) - by) };
}
