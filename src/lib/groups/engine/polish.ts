import type { Problem } from './contract.ts';
import { compareToBest, updateBest, type Best } from './goal.ts';
import type { Delta, State } from './state.ts';

const DUST = 1e-7;
/** Steps looked at in all: a fraction of a second, so that a hall of thousands still ends in its time. */
const MOST = 1_000_000;
/** Each rank weighs so many times the one before it: for the few people of one step that is leximin. */
const STEEP = 8;

/**
 * The last touch of a plan: whoever can move, or change places with one other, does so as long as the plan gets better
 * in its tiers or, where it stays as good, for those who lost places before (least credit × rank). In the end there is no
 * such step left; of a very large hall as far as `MOST` steps reach. Begins at `best`, in which the state must be.
 */
export function polish(state: State, best: Best): void {
	const { free, unitRound, roundStart, ranks, problem } = state.model;
	const isSum = problem.order.includes('weighted');
	const weightOf = (rank: number) => (isSum ? (problem.wishWeight ?? 1) * (rank - 1) ** 2 : STEEP ** (rank - 1));
	state.setRankWeights(Array.from({ length: ranks + 1 }, (_, rank) => (rank < 1 ? 0 : weightOf(rank))));
	const isHopeful = hopeOf(problem);
	const isKept = () => {
		if (compareToBest(state, best, problem.order) >= 0) return false;
		updateBest(state, best);
		return true;
	};
	const tryShift = (unit: number, to: number): boolean => {
		const from = state.place[unit]!;
		if (from === to || !isHopeful(state.priceShift(unit, to))) return false;
		state.shift(unit, to);
		if (isKept()) return true;
		state.priceShift(unit, from);
		state.shift(unit, from);
		return false;
	};
	const trySwap = (unit: number, other: number): boolean => {
		if (state.place[unit] === state.place[other] || !isHopeful(state.priceSwap(unit, other))) return false;
		state.swap(unit, other);
		if (isKept()) return true;
		state.priceSwap(unit, other);
		state.swap(unit, other);
		return false;
	};
	const rounds = [...Map.groupBy(free, (unit) => unitRound[unit]!).values()];
	let looked = 0;
	for (let hasGained = true; hasGained;) {
		hasGained = false;
		for (const units of rounds)
			for (const [i, unit] of units.entries()) {
				if (looked > MOST) return;
				looked += units.length - i;
				const round = unitRound[unit]!;
				for (let to = roundStart[round]!; to < roundStart[round + 1]!; to++) if (tryShift(unit, to)) hasGained = true;
				for (const other of units.slice(i + 1)) if (trySwap(unit, other)) hasGained = true;
			}
	}
}

/** Whether a step can make the plan better at all; the exact comparison is far dearer. */
function hopeOf({ order }: Problem): (delta: Delta) => boolean {
	return ({ musts, mix, wish, credit }) => {
		if (Math.abs(musts) > DUST) return musts < 0;
		const measures = { mix, wishes: wish, weighted: mix + wish };
		const tier = order.find((one) => Math.abs(measures[one]) > DUST);
		return tier ? measures[tier] < 0 : credit < -DUST;
	};
}
