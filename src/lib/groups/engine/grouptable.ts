import type { CountRuleName, Plan, Problem } from './contract.ts';
import { countCost, countRules, outside, valuesOf, weightOf } from './countrules.ts';
import { classValue } from './sizes.ts';
import { viewPlan, type SeatedRound } from './view.ts';

/** One line of a group's table: how many of a class value it has and should have. */
export type GroupTableRow = {
	class: string;
	value: string;
	rule: CountRuleName;
	must: boolean;
	has: number;
	wants: [number, number | null];
	cost: number;
	/**
	 * Why it is not the even share. `rounding`: it cannot be divided evenly, and is as near as people can be. Else it
	 * costs something: too few or too many such people for all groups together (`supply`), fixed places alone exceed it
	 * (`fixed`), wishes come first (`wish`), or another rule weighed more (`tradeoff`).
	 */
	cause?: 'rounding' | 'supply' | 'fixed' | 'wish' | 'tradeoff';
};

/** Has and wants of every counted class value in one group; empty for closed or unknown groups. */
export function groupTable(problem: Problem, plan: Plan, roundId: string, groupId: string): GroupTableRow[] {
	const round = viewPlan(problem, plan).rounds.find((seated) => seated.round.id === roundId);
	const seated = round?.groups.find(({ group }) => group.id === groupId);
	if (!round || !seated?.open) return [];
	return (problem.mix ?? []).flatMap((rule) => {
		const counts = valuesOf(rule, seated.people);
		return [...valuesOf(rule, round.attending)].map(([value, ofClass]): GroupTableRow => {
			const shareOf = (planned: number) => ({ ofClass, all: round.attending.length, planned });
			const wantsOf = (planned: number) => countRules[rule.rule].wants(rule, shareOf(planned));
			const has = counts.get(value) ?? 0;
			const wants = wantsOf(seated.planned);
			const cost = weightOf(rule) * countCost(rule, has, shareOf(seated.planned));
			const row = { class: rule.class, value, rule: rule.rule, must: rule.must === true, has, wants, cost };
			if (cost === 0) return rule.rule === 'balance' && wants[0] !== wants[1] ? { ...row, cause: 'rounding' } : row;
			const all = round.groups.filter(({ open }) => open).map(({ planned }) => wantsOf(planned));
			const least = all.reduce((sum, [low]) => sum + low, 0);
			const most = all.reduce((sum, [, high]) => sum + (high ?? Infinity), 0);
			if (outside(ofClass, [least, most === Infinity ? null : most]) > 0) return { ...row, cause: 'supply' };
			const fixed = fixedHere(round, groupId, rule.class, value);
			if (wants[1] !== null && fixed > wants[1]) return { ...row, cause: 'fixed' };
			return { ...row, cause: problem.order[0] === 'mix' ? 'tradeoff' : 'wish' };
		});
	});
}

function fixedHere(round: SeatedRound, groupId: string, name: string, value: string): number {
	return round.attending.filter(
		(person) => person.fixed?.[round.round.id] === groupId && classValue(person, name) === value
	).length;
}
