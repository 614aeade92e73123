import { assignGroups, type AssignOptions } from './assign.ts';
import type { Answer, Plan, Problem } from './contract.ts';
import { mixStep } from './lattice.ts';
import { buildModel } from './model.ts';
import { compareScores, scorePlan } from './score.ts';

/** So dear that nobody moves who need not. */
const NOBODY = 1000;
/** What one move may cost the mix, in steps of the mix. */
const PRICES = [1.5, 0.6];
/** Most points to choose from. */
const MOST = 4;
/** Tried moves per point of the frontier and free unit. */
const EFFORT = 4000;

/**
 * Plans between "move nobody who need not" and "as good as can be again", fewest moves first; none is worse than one
 * with fewer moves. `repair.current` is the plan as it is; its price is not used.
 */
export function repairFrontier(problem: Problem, options: AssignOptions): Answer[] {
	const { repair } = problem;
	if (!repair) return [];
	const model = buildModel(problem, options.seed);
	const step = mixStep(model) || 0.1;
	const iterations = options.iterations ?? Math.max(60_000, model.free.length * EFFORT);
	const at = (price: number, start: Plan) =>
		assignGroups({ ...problem, repair: { ...repair, price } }, { ...options, iterations, start });
	const answers = [at(NOBODY, repair.current)];
	// Each point begins where the one before it ended: with a lower price it can only move on from there.
	for (const steps of PRICES) answers.push(at(steps * step, answers.at(-1)!.plan));
	const least = step / (2 * Math.max(1, model.free.length));
	// As good as can be again: once freely, once with as few moves as the mix allows, at the cost of wishes.
	const { iterations: _, ...usual } = options;
	const fresh = assignGroups(
		{ ...problem, repair: { ...repair, price: 0 } },
		{ ...usual, start: answers.at(-1)!.plan }
	);
	answers.push(at(least, fresh.plan), fresh);
	const sorted = answers
		.toSorted((a, b) => a.score.moves - b.score.moves)
		.filter((answer, i, all) => all.slice(0, i).every((other) => isBetter(problem, answer, other)));
	return sorted.length <= MOST ? sorted : [...sorted.slice(0, MOST - 1), sorted.at(-1)!];
}

/** More moves are only worth showing when they gain something; moves themselves do not count here. */
function isBetter(problem: Problem, answer: Answer, other: Answer): boolean {
	const { repair: _, ...free } = problem;
	return compareScores(free, scorePlan(free, answer.plan), scorePlan(free, other.plan)) < 0;
}
