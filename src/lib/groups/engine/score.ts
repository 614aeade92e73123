import type { Breach, Plan, Problem, Score } from './contract.ts';
import { rules } from './rules.ts';
import { groupOf, viewPlan, type PlanView } from './view.ts';
import { compareProfiles, notWishedRank, rankOf, trimProfile } from './wishes.ts';

export type FullScore = Score & { broken: Breach[] };

/** Scores a plan: plain and slow on purpose; the search's fast figures are tested against it. */
export function scorePlan(problem: Problem, plan: Plan): FullScore {
	const view = viewPlan(problem, plan);
	const broken = rules.flatMap((rule) => rule.breaches(view));
	const total = (must: boolean) => broken.reduce((sum, breach) => sum + (breach.must === must ? breach.cost : 0), 0);
	return { musts: total(true), mix: round9(total(false)), wishes: profile(view), moves: moves(problem, plan), broken };
}

/** Takes away the dust of sums of decimal weights. */
const round9 = (value: number): number => Math.round(value * 1e9) / 1e9;

function profile(view: PlanView): number[] {
	const notWished = notWishedRank(view.problem);
	const counts = new Array<number>(notWished + 1).fill(0);
	for (const { groups } of view.rounds)
		for (const { group, people } of groups)
			for (const person of people) {
				const rank = rankOf(person, group, notWished);
				if (rank > 0) counts[rank - 1]!++;
			}
	return trimProfile(counts);
}

function moves(problem: Problem, plan: Plan): number {
	const current = problem.repair?.current ?? {};
	let count = 0;
	for (const round of problem.rounds)
		for (const person of problem.people) {
			const now = groupOf(plan, round.id, person.id);
			const before = groupOf(current, round.id, person.id);
			if (now !== undefined && before !== undefined && now !== before) count++;
		}
	return count;
}

/** Mix plus the price of the moves: the tier "mix". */
export function mixTier(problem: Problem, score: Score): number {
	return score.mix + (problem.repair?.price ?? 0) * score.moves;
}

/** The one sum of the order "weighted". */
export function weightedSum(problem: Problem, score: Score): number {
	const wishes = score.wishes.reduce((sum, count, i) => sum + count * i * i, 0);
	return mixTier(problem, score) + (problem.wishWeight ?? 1) * wishes;
}

/** Negative if `a` is the better score: musts first, then the tiers of `order`. */
export function compareScores(problem: Problem, a: Score, b: Score): number {
	if (a.musts !== b.musts) return a.musts - b.musts;
	for (const tier of problem.order) {
		const difference =
			tier === 'wishes'
				? compareProfiles(a.wishes, b.wishes)
				: tier === 'mix'
					? mixTier(problem, a) - mixTier(problem, b)
					: weightedSum(problem, a) - weightedSum(problem, b);
		if (Math.abs(difference) > 1e-9) return difference;
	}
	return 0;
}
