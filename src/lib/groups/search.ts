import { anneal, type Cooling } from './anneal.ts';
import { seatEverybody } from './construct.ts';
import { noteBest, wishWeights, type Best, type Weights } from './goal.ts';
import type { Model } from './model.ts';
import { Random } from './random.ts';
import { State } from './state.ts';

/** When a search ends. */
export type Budget = {
	iterations: number;
	/** Asked every few hundred iterations. */
	stop: (iterations: number, best: Best) => boolean;
	/** Asked between two runs of cooling. */
	enough: (iterations: number, best: Best) => boolean;
};
export type Found = { best: Best; iterations: number };

/**
 * Searches a good placement. The runs of cooling grow and follow a fixed sequence that does not depend on the budget,
 * so a search that was stopped after N iterations is repeated exactly by asking for N iterations.
 * @param start a placement to begin with (−1 = free choice), e.g. the plan to be repaired
 */
export function searchPlan(model: Model, seed: number, budget: Budget, start?: ArrayLike<number>): Found {
	let state = new State(model);
	const wish = wishWeights(model);
	state.setWishWeights(wish);
	if (start) state.load(start);
	seatEverybody(state);
	const best = noteBest(state);
	const scale = measure(state, new Random(seed, 0), (wish[2] ?? 1) - (wish[1] ?? 0));
	let iterations = 0;
	let halted = false;
	const stop = (done: number) => (halted ||= budget.stop(iterations + done, best));
	let course: Course = { run: 0, ratio: 10 };
	while (iterations < budget.iterations && !halted && !budget.enough(iterations, best)) {
		const { weights, cooling } = planRun(model, scale, course, best.musts > 0);
		const left = budget.iterations - iterations;
		iterations += anneal(state, new Random(seed, course.run + 1), weights, cooling, best, stop, left);
		course = nextCourse(course, state, best);
		// A fresh state sheds the rounding dust of many sums.
		state = new State(model);
		state.setWishWeights(wish);
		state.load(best.place);
	}
	return { best, iterations };
}

/** Typical size of a change of each measure, and the smallest that matters. */
type Scale = { mix: number; wish: number; step: number };

function measure(state: State, random: Random, ladderStep: number): Scale {
	const { free, unitRound } = state.model;
	let mix = 0;
	let wish = 0;
	let mixes = 0;
	let wishes = 0;
	for (let i = 0; i < 2000 && free.length > 1; i++) {
		const a = free[random.below(free.length)]!;
		const b = free[random.below(free.length)]!;
		if (unitRound[a] !== unitRound[b] || state.place[a] === state.place[b]) continue;
		const delta = state.priceSwap(a, b);
		if (delta.mix !== 0) mixes++;
		if (delta.wish !== 0) wishes++;
		mix += Math.abs(delta.mix);
		wish += Math.abs(delta.wish);
	}
	const typical = { mix: mixes > 0 ? mix / mixes : 1, wish: wishes > 0 ? wish / wishes : 1 };
	return { ...typical, step: Math.min(0.25 / typical.mix, ladderStep / typical.wish) };
}

/** How much one broken must outweighs the first tier: soft now and then, to get through to other valid plans. */
const MUSTS = [4, 2, 6, 1, 3];
/** How hot a run begins. */
const HEATS = [1, 0.5, 0.25, 0.1];
/** Every fourth run takes the first tier strictly. */
const STRICT = 100;

/** How much the first tier outweighs the second: adapted from run to run so that the first tier just keeps its best. */
type Course = { run: number; ratio: number };

function nextCourse({ run, ratio }: Course, state: State, best: Best): Course {
	const first = state.model.problem.order[0] === 'wishes' ? state.wish > best.wish + 1e-6 : state.mix > best.mix + 1e-6;
	const strict = run % 4 === 0;
	return { run: run + 1, ratio: strict ? ratio : Math.min(300, Math.max(1, first ? ratio * 1.6 : ratio * 0.75)) };
}

function planRun(model: Model, scale: Scale, course: Course, broken: boolean): { weights: Weights; cooling: Cooling } {
	const { order } = model.problem;
	const { run } = course;
	const weighted = order.includes('weighted');
	const ratio = weighted ? 1 : run % 4 === 0 ? STRICT : course.ratio;
	const wishesFirst = order[0] === 'wishes';
	const mix = (weighted || !wishesFirst ? ratio : order.includes('mix') ? 1 : 0) / scale.mix;
	const wish = weighted ? mix : (wishesFirst ? ratio : order.includes('wishes') ? 1 : 0) / scale.wish;
	const musts = MUSTS[run % MUSTS.length]! * ratio * (broken ? 4 : 1);
	const iterations = Math.max(20_000, model.free.length * 200) * 2 ** Math.min(10, run / 3 | 0);
	const from = ratio * (broken ? 4 : HEATS[run % 4]!);
	return { weights: { musts, mix, wish, credit: 1e-6 }, cooling: { from, to: Math.min(0.05, 0.2 * scale.step), iterations } };
}
