import { assignGroups, type AssignOptions } from './assign.ts';
import type { Answer, Plan, Problem } from './contract.ts';
import { mixStep } from './lattice.ts';
import { buildModel } from './model.ts';
import { nearbyPlans } from './nearby.ts';
import { compareScores, scorePlan } from './score.ts';

/** So dear that nobody moves who need not. */
const NOBODY = 1000;
/** Few moves: so many at most, or this part of the people. */
const FEW = 5;
const FEW_OF_ALL = 0.03;
/** Most points to choose from. */
const MOST = 4;
/** A plan on the way is shown once it gains this part of what few moves can gain. */
const HALFWAY = 0.6;
/** Tried moves per free unit, for nobody to move who need not and for as few moves as the mix allows. */
const EFFORT = { nobody: 500, least: 4000 };

/**
 * Plans between "move nobody who need not" and "as good as can be again", fewest moves first; none is worse than one
 * with fewer moves. `repair.current` is the plan as it is; its price is not used.
 */
export function repairFrontier(problem: Problem, options: AssignOptions): Answer[] {
	const { repair } = problem;
	if (!repair) return [];
	const few = withFewMoves(problem, options);
	const near = few.at(-1)!;
	const model = buildModel(problem, options.seed);
	const least = (mixStep(model) || 0.1) / (2 * Math.max(1, model.free.length));
	// As good as can be again: once freely, once with as few moves as the mix allows, at the cost of wishes.
	const { iterations: _, ...usual } = options;
	const fresh = assignGroups({ ...problem, repair: { ...repair, price: 0 } }, { ...usual, start: near.plan });
	const answers = [...few, moving(problem, options, least, EFFORT.least, fresh.plan), fresh];
	const sorted = answers
		.toSorted((a, b) => a.score.moves - b.score.moves)
		.filter((answer, i, all) => all.slice(0, i).every((other) => isBetter(problem, answer, other)));
	return sorted.length <= MOST ? sorted : [...sorted.slice(0, MOST - 1), sorted.at(-1)!];
}

/** The plan that moves nobody who need not, one halfway, and the best with few moves; what gains nothing is left out. */
export function withFewMoves(problem: Problem, options: AssignOptions): Answer[] {
	const { repair } = problem;
	if (!repair) return [];
	const nobody = moving(problem, options, NOBODY, EFFORT.nobody, repair.current);
	const most = Math.max(FEW, Math.ceil(problem.people.length * FEW_OF_ALL));
	const { repair: __, ...free } = problem;
	const plans = nearbyPlans(problem, nobody.plan, most, options.seed);
	const mixes = plans.map((plan) => scorePlan(free, plan).mix);
	const [begin = 0, end = 0] = [mixes[0], mixes.at(-1)];
	const halfway = mixes.findIndex((mix) => begin - mix >= HALFWAY * (begin - end) - 1e-9);
	return [...new Set([0, halfway, plans.length - 1])]
		.filter((i) => i >= 0)
		.map((i) => (i === 0 && mixes[0] === nobody.score.mix ? nobody : answerOf(problem, options, plans[i]!)));
}

/** The best plan at a price per move, from `start` on. */
function moving(problem: Problem, options: AssignOptions, price: number, effort: number, start: Plan): Answer {
	const iterations = options.iterations ?? Math.max(60_000, problem.people.length * problem.rounds.length * effort);
	return assignGroups({ ...problem, repair: { ...problem.repair!, price } }, { ...options, iterations, start });
}

/** A plan as it is, with its score and bounds. */
function answerOf(problem: Problem, options: AssignOptions, plan: Plan): Answer {
	return assignGroups(problem, { ...options, iterations: 0, start: plan });
}

/** More moves are only worth showing when they gain something; moves themselves do not count here. */
function isBetter(problem: Problem, answer: Answer, other: Answer): boolean {
	const { repair: _, ...free } = problem;
	return compareScores(free, scorePlan(free, answer.plan), scorePlan(free, other.plan)) < 0;
}
