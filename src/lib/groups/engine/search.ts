import { anneal } from './anneal.ts';
import { seatEverybody } from './construct.ts';
import { firstCourse, measureScale, nextCourse, planRun } from './course.ts';
import { noteBest, type Best } from './goal.ts';
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
	if (start) state.load(start);
	seatEverybody(state);
	const best = noteBest(state);
	const scale = measureScale(state, new Random(seed, 0));
	let course = firstCourse(model.ranks);
	let iterations = 0;
	let halted = false;
	const stop = (done: number) => (halted ||= budget.stop(iterations + done, best));
	while (model.free.length > 0 && iterations < budget.iterations && !halted && !budget.enough(iterations, best)) {
		const { weights, ranks, cooling } = planRun(state, scale, course, best.musts > 0);
		state.setRankWeights(ranks);
		const left = budget.iterations - iterations;
		iterations += anneal(state, new Random(seed, course.run + 1), weights, cooling, best, stop, left);
		course = nextCourse(course, state, best);
		// A fresh state sheds the rounding dust of many sums.
		state = new State(model);
		state.load(best.place);
	}
	return { best, iterations };
}
