import { boundMix, boundWishes } from './bound.ts';
import type { Answer, Bound, Problem, Score } from './contract.ts';
import type { Best } from './goal.ts';
import type { Model } from './model.ts';
import type { Proof } from './prove.ts';
import { mixTier, weightedSum } from './score.ts';
import { compareProfiles, trimProfile } from './wishes.ts';

/** What no plan that keeps the musts can beat, each measure for itself. */
export type Bounds = { mix: number; wishes: number[] };

export const boundsOf = (model: Model): Bounds => ({ mix: boundMix(model), wishes: trimProfile(boundWishes(model)) });

const DUST = 1e-6;
const round9 = (value: number): number => Math.round(value * 1e9) / 1e9;

/** True if no plan can be better in any tier. */
export function isPerfect(model: Model, best: Best, bounds: Bounds): boolean {
	if (best.musts > DUST) return false;
	const { order } = model.problem;
	const wishes = compareProfiles(Array.from(best.rankCount.subarray(1)), bounds.wishes) === 0;
	const mix = best.mix <= bounds.mix + DUST;
	return order.every((tier) => (tier === 'mix' ? mix : tier === 'wishes' ? wishes : mix && wishes));
}

/** The part of the answer that says how good the plan is at best. */
export function prove(
	problem: Problem,
	score: Score,
	bounds: Bounds,
	proof?: Proof
): Pick<Answer, 'bound' | 'gap' | 'proved'> {
	// With a broken must the bounds speak of plans that do not exist.
	if (score.musts > 0) return { bound: { mix: null, wishes: null }, gap: null, proved: false };
	if (problem.order.includes('weighted')) return proveSum(problem, score, bounds, proof);
	const mix = proveMix(problem, score, bounds, proof);
	const wishes = proveWishes(score, bounds, proof);
	const bound: Bound = { mix: mix.isReached ? 'optimal' : round9(mix.bound), wishes };
	const reached = { mix: mix.isReached, wishes: wishes === 'optimal', weighted: false };
	const value = mixTier(problem, score);
	const gap = mix.isReached || value === 0 ? 0 : (value - mix.bound) / value;
	return { bound, gap, proved: problem.order.every((tier) => reached[tier]) };
}

function proveMix(problem: Problem, score: Score, bounds: Bounds, proof: Proof | undefined) {
	const value = mixTier(problem, score);
	const bound = Math.max(bounds.mix, proof?.mix?.bound ?? -Infinity);
	return { bound, isReached: proof?.mix?.isReached === true || value <= bound + DUST };
}

function proveWishes(score: Score, bounds: Bounds, proof: Proof | undefined): Bound['wishes'] {
	const isReached = proof?.wishes?.isReached === true || compareProfiles(score.wishes, bounds.wishes) === 0;
	return isReached ? 'optimal' : bounds.wishes;
}

/** With one weighted sum the bound is of that sum; the measures are bounded each for itself. */
function proveSum(problem: Problem, score: Score, bounds: Bounds, proof: Proof | undefined) {
	const value = weightedSum(problem, score);
	const weight = problem.wishWeight ?? 1;
	const least = bounds.mix + bounds.wishes.reduce((sum, count, i) => sum + weight * count * i * i, 0);
	const bound = Math.max(least, proof?.mix?.bound ?? -Infinity);
	const isReached = proof?.mix?.isReached === true || value <= bound + DUST;
	const each: Bound = isReached
		? { mix: 'optimal', wishes: 'optimal' }
		: { mix: round9(bounds.mix), wishes: bounds.wishes };
	return { bound: each, gap: isReached || value === 0 ? 0 : (value - bound) / value, proved: isReached };
}
