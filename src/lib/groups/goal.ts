import type { Tier } from './contract.ts';
import type { Model } from './model.ts';
import type { State } from './state.ts';

/** Weights of the four measures in one figure of energy. */
export type Weights = { musts: number; mix: number; wish: number; credit: number };

/** The best placement seen, with its measures. */
export type Best = {
	place: Int32Array;
	musts: number;
	mix: number;
	wish: number;
	credit: number;
	rankCount: Int32Array;
};

const DUST = 1e-7;

/**
 * What each rank weighs (index = rank). "weighted": (rank − 1)² × wishWeight. Else a steep ladder that stands for
 * leximin while searching: a chain of exchanges touches each group once, so with base groups + 1 one place at a worse
 * rank outweighs the whole chain. Plans are compared by the exact counts all the same.
 */
export function wishWeights(model: Model): Float64Array {
	const weights = new Float64Array(model.ranks + 1);
	const weighted = model.problem.order.includes('weighted');
	const widest = Math.max(...model.roundIds.map((_, r) => model.roundStart[r + 1]! - model.roundStart[r]!));
	const base = Math.max(1.5, Math.min(widest + 1, 10, 10 ** (8 / Math.max(1, model.ranks - 1))));
	for (let rank = 1; rank <= model.ranks; rank++)
		weights[rank] = weighted ? (rank - 1) ** 2 * (model.problem.wishWeight ?? 1) : base ** (rank - 1) - 1;
	return weights;
}

/** Negative if the state is better than the best one: musts, then the tiers of the order, then credit. */
export function compareToBest(state: State, best: Best, order: readonly Tier[]): number {
	if (Math.abs(state.musts - best.musts) > DUST) return state.musts - best.musts;
	for (const tier of order) {
		const difference = tierDifference(state, best, tier);
		if (Math.abs(difference) > DUST) return difference;
	}
	return Math.abs(state.credit - best.credit) > DUST ? state.credit - best.credit : 0;
}

function tierDifference(state: State, best: Best, tier: Tier): number {
	if (tier === 'mix') return state.mix - best.mix;
	if (tier === 'weighted') return state.mix + state.wish - best.mix - best.wish;
	for (let rank = state.rankCount.length - 1; rank > 0; rank--) {
		const difference = state.rankCount[rank]! - best.rankCount[rank]!;
		if (difference !== 0) return difference;
	}
	return 0;
}

export function noteBest(state: State): Best {
	const { musts, mix, wish, credit } = state;
	return { place: state.place.slice(), musts, mix, wish, credit, rankCount: state.rankCount.slice() };
}

/** Overwrites the best with the state. */
export function updateBest(state: State, best: Best): void {
	best.place.set(state.place);
	best.rankCount.set(state.rankCount);
	best.musts = state.musts;
	best.mix = state.mix;
	best.wish = state.wish;
	best.credit = state.credit;
}
