import type { Tier } from './contract.ts';
import type { State } from './state.ts';

/** Weights of the measures in one figure of energy. Credit has none: it counts in the last touch only (`polish.ts`). */
export type Weights = { musts: number; mix: number; wish: number };

/** How much worse a step makes the plan, in one figure. */
export const energy = (delta: Weights, weights: Weights): number =>
	delta.musts * weights.musts + delta.mix * weights.mix + delta.wish * weights.wish;

/** The best placement seen, with its measures. */
export type Best = {
	place: Int32Array;
	musts: number;
	mix: number;
	credit: number;
	rankCount: Int32Array;
};

const DUST = 1e-7;

/** Negative if the state is better than the best one: musts, then the tiers of the order, then credit. */
export function compareToBest(state: State, best: Best, order: readonly Tier[]): number {
	if (Math.abs(state.musts - best.musts) > DUST) return state.musts - best.musts;
	for (const tier of order) {
		const difference = compareMeasures(state, best, tier);
		if (Math.abs(difference) > DUST) return difference;
	}
	return Math.abs(state.credit - best.credit) > DUST ? state.credit - best.credit : 0;
}

/** The same for one tier. */
export function compareMeasures(state: State, best: Best, tier: Tier): number {
	if (tier === 'mix') return Math.abs(state.mix - best.mix) > DUST ? state.mix - best.mix : 0;
	if (tier === 'weighted') {
		const weight = state.model.problem.wishWeight ?? 1;
		let sum = state.mix - best.mix;
		for (let r = 2; r < state.rankCount.length; r++)
			sum += weight * (r - 1) ** 2 * (state.rankCount[r]! - best.rankCount[r]!);
		return sum;
	}
	for (let rank = state.rankCount.length - 1; rank > 0; rank--) {
		const difference = state.rankCount[rank]! - best.rankCount[rank]!;
		if (difference !== 0) return difference;
	}
	return 0;
}

export function noteBest(state: State): Best {
	const { musts, mix, credit } = state;
	return { place: state.place.slice(), musts, mix, credit, rankCount: state.rankCount.slice() };
}

/** Overwrites the best with the state. */
export function updateBest(state: State, best: Best): void {
	best.place.set(state.place);
	best.rankCount.set(state.rankCount);
	best.musts = state.musts;
	best.mix = state.mix;
	best.credit = state.credit;
}
