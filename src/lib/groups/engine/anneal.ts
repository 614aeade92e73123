import { compareToBest, energy, updateBest, type Best, type Weights } from './goal.ts';
import { moveGroup, swapPaths, tradeTopics } from './groupmoves.ts';
import { meetsAgain } from './pairs.ts';
import type { Random } from './random.ts';
import type { State } from './state.ts';

/** One run of cooling: temperatures fall geometrically by iterations, never by the clock. */
export type Cooling = { from: number; to: number; iterations: number };
/** Iterations between two looks at the clock and two steps of the temperature. */
export const STEP = 512;

/** Quantiles of −ln(u): thresholds for accepting a worse plan, computed once. */
const THRESHOLDS = Float64Array.from({ length: 4096 }, (_, i) => -Math.log((i + 0.5) / 4096));

/** How much worse a step may be at this temperature, by lot: a step worse by d is taken with probability exp(−d / t). */
export const drawLimit = (random: Random, temperature: number): number =>
	THRESHOLDS[random.next() & 4095]! * temperature;

/**
 * Simulated annealing from the state as it is; notes better plans in `best`.
 * @param stop asked every `STEP` iterations; true ends the run.
 * @param limit most iterations to make, should the budget end before the run does
 * @returns iterations made
 */
export function anneal(
	state: State,
	random: Random,
	weights: Weights,
	cooling: Cooling,
	best: Best,
	stop: (done: number) => boolean,
	limit: number
): number {
	const { hasOptional, hasTopics, meetings, isAlike } = state.model;
	const hasPaths = meetings > 0 && !isAlike;
	const last = Math.min(cooling.iterations, limit);
	const factor = (cooling.to / cooling.from) ** (STEP / cooling.iterations);
	let temperature = cooling.from;
	let done = 0;
	while (done < last) {
		const end = Math.min(last, done + STEP);
		for (; done < end; done++) {
			const limit = drawLimit(random, temperature);
			const made =
				hasOptional && (done & 63) === 0
					? moveGroup(state, random, weights, limit)
					: hasTopics && (done & 7) === 1
						? tradeTopics(state, random, weights, limit)
						: hasPaths && (done & 15) !== 15
							? swapPaths(state, random, weights, limit)
							: tryMove(state, random, weights, limit);
			if (made) note(state, best);
		}
		temperature *= factor;
		if (stop(done)) break;
	}
	return done;
}

function note(state: State, best: Best): void {
	if (compareToBest(state, best, state.model.problem.order) < 0) updateBest(state, best);
}

/** Tries one shift or swap of a random unit; true if it was made. */
function tryMove(state: State, random: Random, weights: Weights, limit: number): boolean {
	const { free, unitRound, roundStart, unitSize, groups, units } = state.model;
	const unit = drawUnit(state, random, free);
	const from = state.place[unit]!;
	const first = roundStart[unitRound[unit]!]!;
	let to = first + random.below(roundStart[unitRound[unit]! + 1]! - first - 1);
	if (to >= from) to++;
	const people = unitSize[unit]!;
	const rest = state.size[from]! - people;
	const room = state.size[to]! + people <= groups[to]!.group.max;
	const spare = rest >= groups[from]!.group.min || (rest === 0 && groups[from]!.group.optional === true);
	const shift = state.memberCount[to] === 0 || ((random.next() & 3) === 0 && ((room && spare) || state.musts > 0));
	if (shift) {
		const change = energy(state.priceShift(unit, to), weights);
		if (change > limit) return false;
		state.shift(unit, to);
		return true;
	}
	const mate = drawMate(state, random, unit, to);
	if (mate < 0 || units[mate]!.fixed >= 0) return false;
	const change = energy(state.priceSwap(unit, mate), weights);
	if (change > limit) return false;
	state.swap(unit, mate);
	return true;
}

/** Where only repeated pairs cost anything, one who sits with somebody again; else anybody. */
function drawUnit(state: State, random: Random, free: Int32Array): number {
	let unit = free[random.below(free.length)]!;
	if (state.model.meetings <= 0 || !state.model.isAlike || (random.next() & 7) === 0) return unit;
	for (let tries = 0; tries < 12 && !meetsAgain(state, unit); tries++) unit = free[random.below(free.length)]!;
	return unit;
}

/**
 * A unit to change places with: mostly any member of the group drawn, every fourth time one that is counted in exactly
 * the same classes, wherever it sits. Such a swap leaves the mix alone and is how wishes improve under a good mix.
 */
function drawMate(state: State, random: Random, unit: number, group: number): number {
	const { twins } = state.model;
	const alike = twins[unit]!;
	if (alike.length > 1 && (random.next() & 3) === 0) {
		const mate = alike[random.below(alike.length)]!;
		return state.place[mate] === state.place[unit] ? -1 : mate;
	}
	return state.members[group * state.stride + random.below(state.memberCount[group]!)]!;
}
