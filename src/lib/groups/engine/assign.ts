import type { Answer, Plan, Problem } from './contract.ts';
import type { Best } from './goal.ts';
import { buildModel, placementOf, planOf, type Model } from './model.ts';
import { boundsOf, isPerfect, prove, type Bounds } from './proof.ts';
import { compareScores, scorePlan } from './score.ts';
import { searchPlan, type Budget, type Found } from './search.ts';

export const ENGINE_VERSION = '1.0.0';

export type AssignOptions = {
	/** Decides ties and the course of the search; the same seed gives the same plan. */
	seed: number;
	/** Budget of tried moves; a default by size without it, unlimited with `seconds` only. */
	iterations?: number;
	/** A ceiling in seconds; needs `now`. Ends at an iteration boundary. */
	seconds?: number;
	/** Milliseconds of any clock; only used for `seconds` and `milliseconds`. */
	now?: () => number;
	onProgress?: (progress: Progress) => void;
	/** Fingerprint of the input, counted outside; stands in the answer as it is. */
	inputHash?: string;
};
type Timed = AssignOptions & { deadline: number };
export type Progress = { iterations: number; musts: number; mix: number };

/** Proposes the best plan found for a problem that `readProblem` has accepted. */
export function assignGroups(problem: Problem, options: AssignOptions): Answer {
	const began = options.now?.() ?? 0;
	const model = buildModel(problem, options.seed);
	const bounds = boundsOf(model);
	const { plan, iterations } = searchBoth(
		model,
		{ ...options, deadline: began + (options.seconds ?? Infinity) * 1000 },
		bounds
	);
	const score = scorePlan(problem, plan);
	return {
		version: 1,
		plan,
		closed: closedGroups(problem, plan),
		score: { musts: score.musts, mix: score.mix, wishes: score.wishes, moves: score.moves },
		...prove(problem, score, bounds),
		broken: score.broken,
		engine: ENGINE_VERSION,
		seed: options.seed,
		inputHash: options.inputHash ?? '',
		iterations,
		milliseconds: Math.round((options.now?.() ?? 0) - began)
	};
}

/** Tried moves without a stated budget: about a second for a conference of a hundred people. */
function defaultIterations(model: Model): number {
	return Math.min(20_000_000, Math.max(200_000, model.free.length * 40_000));
}

/** After so many tried moves without a plan that keeps all musts, musts of places become breakable too. */
const PATIENCE = 2000;

/**
 * Searches with fixed places and people together kept by construction. If some must stays broken for long, goes on with
 * these as breakable musts, and takes the plan that breaks less.
 */
function searchBoth(model: Model, options: Timed, bounds: Bounds): { plan: Plan; iterations: number } {
	const { problem } = model;
	const all =
		options.iterations ?? (options.now && options.seconds !== undefined ? Infinity : defaultIterations(model));
	const done = (best: Best) => isPerfect(model, best, bounds);
	const patience = Math.max(100_000, model.units.length * PATIENCE);
	const lost = (iterations: number, best: Best) => best.musts > 0 && iterations >= patience;
	const first = run(model, options, all, (iterations, best) => done(best) || lost(iterations, best));
	const plan = planOf(model, first.best.place);
	if (first.best.musts === 0 || first.iterations >= all) return { plan, iterations: first.iterations };
	const relaxed = buildModel(problem, options.seed, true);
	const start = placementOf(relaxed, plan);
	const second = run(relaxed, options, all - first.iterations, (_, best) => done(best), start);
	const other = planOf(relaxed, second.best.place);
	const better = compareScores(problem, scorePlan(problem, other), scorePlan(problem, plan)) < 0;
	return { plan: better ? other : plan, iterations: first.iterations + second.iterations };
}

function run(
	model: Model,
	options: Timed,
	iterations: number,
	enough: Budget['enough'],
	start = currentPlacement(model)
): Found {
	const { now, onProgress, deadline } = options;
	let asked = 0;
	const stop = (done: number, best: Best): boolean => {
		if (onProgress && ++asked % 256 === 0) onProgress({ iterations: done, musts: best.musts, mix: best.mix });
		return now !== undefined && now() >= deadline;
	};
	return searchPlan(model, options.seed, { iterations, stop, enough }, start);
}

/** A repair begins with the plan as it is. */
function currentPlacement(model: Model): Int32Array | undefined {
	const current = model.problem.repair?.current;
	if (!current) return undefined;
	return placementOf(model, current).map((place, unit) => {
		const fixed = model.units[unit]!.fixed;
		return fixed >= 0 ? fixed : place;
	});
}

function closedGroups(problem: Problem, plan: Plan): string[] {
	return problem.rounds.flatMap((round) => {
		const used = new Set(Object.values(plan[round.id] ?? {}));
		return round.groups.filter((group) => group.optional && !used.has(group.id)).map((group) => group.id);
	});
}
