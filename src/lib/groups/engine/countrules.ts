import type { Breach, CountRuleName, MixRule } from './contract.ts';
import { classValue, shareInterval } from './sizes.ts';
import type { PlanView, SeatedRound } from './view.ts';

type Interval = [number, number | null];
/** Share of a class value in a group: people of the value and people in the round, planned size of the group. */
export type Share = { ofClass: number; all: number; planned: number };

/** The four rules that count the people of one class value in one group. */
export const countRules: Record<CountRuleName, { wants(rule: MixRule, share: Share): Interval }> = {
	balance: {
		wants(rule, share) {
			const [low, high] = shareInterval(share.ofClass, share.all, share.planned);
			const tolerance = rule.tolerance ?? 0;
			return [Math.max(0, low - tolerance), high + tolerance];
		}
	},
	spread: { wants: () => [0, 1] },
	atMost: { wants: (rule) => [0, rule.n ?? 0] },
	atLeast: { wants: (rule) => [rule.n ?? 0, null] }
};

/** Number of pairs among n. */
export const pairs = (n: number): number => (n * (n - 1)) / 2;

/** People outside the interval. */
export function outside(n: number, [low, high]: Interval): number {
	return n < low ? low - n : high !== null && n > high ? n - high : 0;
}

/** Unweighted cost of n people of a value in a group: pairs for `spread`, else people outside the interval. */
export function countCost(rule: MixRule, n: number, share: Share): number {
	return rule.rule === 'spread' ? pairs(n) : outside(n, countRules[rule.rule].wants(rule, share));
}

/** The values a rule counts in a round with the number of people of each. */
export function valuesOf(rule: MixRule, people: SeatedRound['attending']): Map<string, number> {
	const values = new Map<string, number>();
	if (rule.value !== undefined) values.set(rule.value, 0);
	for (const person of people) {
		const value = classValue(person, rule.class);
		if (rule.value === undefined || rule.value === value) values.set(value, (values.get(value) ?? 0) + 1);
	}
	return values;
}

/** Weight of a breach: a must counts people, whatever weight is written beside it. */
export const weightOf = (rule: MixRule): number => (rule.must ? 1 : (rule.weight ?? 1));

/** Breaches of all mix rules of one kind. */
export function countBreaches(view: PlanView, name: CountRuleName): Breach[] {
	const rules = (view.problem.mix ?? []).filter((rule) => rule.rule === name);
	return rules.flatMap((rule) => view.rounds.flatMap((round) => breachesInRound(rule, round)));
}

function breachesInRound(rule: MixRule, round: SeatedRound): Breach[] {
	const found: Breach[] = [];
	const counts = round.groups.map((seated) => valuesOf(rule, seated.people));
	for (const [value, ofClass] of valuesOf(rule, round.attending))
		round.groups.forEach((seated, i) => {
			if (!seated.open) return;
			const n = counts[i]!.get(value) ?? 0;
			const share = { ofClass, all: round.attending.length, planned: seated.planned };
			const cost = weightOf(rule) * countCost(rule, n, share);
			if (cost > 0) found.push(breachAt(rule, round, seated.group.id, value, n, share, cost));
		});
	return found;
}

function breachAt(
	rule: MixRule,
	round: SeatedRound,
	group: string,
	value: string,
	has: number,
	share: Share,
	cost: number
): Breach {
	const wants = countRules[rule.rule].wants(rule, share);
	const must = rule.must === true;
	return { rule: rule.rule, must, class: rule.class, value, group, round: round.round.id, has, wants, cost };
}
