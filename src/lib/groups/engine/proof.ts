import { boundMix, boundWishes } from './bound.ts';
import type { Answer, Problem, Score } from './contract.ts';
import type { Best } from './goal.ts';
import type { Model } from './model.ts';
import { mixTier } from './score.ts';
import { compareProfiles, trimProfile } from './wishes.ts';

/** What no plan that keeps the musts can beat, each measure for itself. */
export type Bounds = { mix: number; wishes: number[] };

export const boundsOf = (model: Model): Bounds => ({ mix: boundMix(model), wishes: trimProfile(boundWishes(model)) });

const DUST = 1e-7;

/** True if no plan can be better in any tier. */
export function isPerfect(model: Model, best: Best, bounds: Bounds): boolean {
	if (best.musts > DUST || model.people.some((person) => person.credit)) return false;
	const { order } = model.problem;
	const wishes = compareProfiles(Array.from(best.rankCount.subarray(1)), bounds.wishes) === 0;
	const mix = best.mix <= bounds.mix + DUST;
	return order.every((tier) => (tier === 'mix' ? mix : tier === 'wishes' ? wishes : mix && wishes));
}

/** The part of the answer that says how good the plan is at best. */
export function prove(problem: Problem, score: Score, bounds: Bounds): Pick<Answer, 'bound' | 'gap' | 'proved'> {
	// With a broken must the bounds speak of plans that do not exist.
	if (score.musts > 0) return { bound: { mix: null, wishes: null }, gap: null, proved: false };
	const mixReached = score.mix <= bounds.mix + DUST;
	const wishesReached = compareProfiles(score.wishes, bounds.wishes) === 0;
	const tierReached = mixTier(problem, score) <= bounds.mix + DUST;
	const gap = mixReached ? 0 : (score.mix - bounds.mix) / score.mix;
	const reached = { mix: tierReached, wishes: wishesReached, weighted: tierReached && wishesReached };
	return {
		bound: {
			mix: mixReached ? 'optimal' : Math.round(bounds.mix * 1e9) / 1e9,
			wishes: wishesReached ? 'optimal' : bounds.wishes
		},
		gap,
		proved: problem.order.every((tier) => reached[tier])
	};
}
