import { compareToBest, updateBest, type Best } from './goal.ts';
import type { State } from './state.ts';

const DUST = 1e-7;

/**
 * Among plans as good in every tier, one in favour of those who lost places before (least credit × rank). Whoever has
 * credit moves, or changes places with somebody, as long as that gains for her and costs nothing before; in the end there
 * is no such step left. Begins at `best`, in which the state must be, and betters it.
 */
export function breakTies(state: State, best: Best): void {
	const { free, unitRound, roundStart, linBase, linCredit, problem } = state.model;
	const isCredited = (unit: number) =>
		linCredit.subarray(linBase[unit], linBase[unit + 1]).some((credit) => credit > 0);
	const isWorth = ({ musts, credit }: State['delta']) => credit < -DUST && musts < DUST;
	const isKept = () => {
		if (compareToBest(state, best, problem.order) >= 0) return false;
		updateBest(state, best);
		return true;
	};
	const tryShift = (unit: number, to: number): boolean => {
		const from = state.place[unit]!;
		if (from === to || !isWorth(state.priceShift(unit, to))) return false;
		state.shift(unit, to);
		if (isKept()) return true;
		state.priceShift(unit, from);
		state.shift(unit, from);
		return false;
	};
	const trySwap = (unit: number, other: number): boolean => {
		if (unitRound[unit] !== unitRound[other] || state.place[unit] === state.place[other]) return false;
		if (!isWorth(state.priceSwap(unit, other))) return false;
		state.swap(unit, other);
		if (isKept()) return true;
		state.priceSwap(unit, other);
		state.swap(unit, other);
		return false;
	};
	const credited = free.filter(isCredited);
	for (let hasGained = credited.length > 0; hasGained;) {
		hasGained = false;
		for (const unit of credited) {
			const round = unitRound[unit]!;
			for (let to = roundStart[round]!; to < roundStart[round + 1]!; to++) if (tryShift(unit, to)) hasGained = true;
			for (const other of free) if (trySwap(unit, other)) hasGained = true;
		}
	}
}
