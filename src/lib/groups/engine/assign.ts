import type { Answer, Plan, Problem } from './contract.ts';
import type { Best } from './goal.ts';
import { buildModel, placementOf, planOf, type Model } from './model.ts';
import { boundsOf, isPerfect, prove, type Bounds } from './proof.ts';
import type { Proof } from './prove.ts';
import { compareScores, scorePlan } from './score.ts';
import { Search } from './search.ts';

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
	/** A plan to begin with; `repair.current` without it. */
	start?: Plan;
	/** Asked every few hundred tried moves; true ends the search with the best so far. */
	isHalted?: () => boolean;
	/** Told the best every few hundred tried moves. */
	onStep?: (assignment: Assignment) => void;
	/** Fingerprint of the input, counted outside; stands in the answer as it is. */
	inputHash?: string;
};

/** After so many tried moves per unit without a plan that keeps all musts, musts of places become breakable too. */
const PATIENCE = 2000;

/** Proposes the best plan found for a problem that `readProblem` has accepted: the search alone, without a solver. */
export function assignGroups(problem: Problem, options: AssignOptions): Answer {
	const assignment = new Assignment(problem, options);
	assignment.search(assignment.budget);
	assignment.polish();
	return assignment.answer();
}

/**
 * One run of the search with everything an answer needs. Fixed places and people together are kept by construction; if
 * some must stays broken for long, the search goes on with these as breakable musts and takes the plan that breaks less.
 */
export class Assignment {
	readonly problem: Problem;
	readonly model: Model;
	readonly bounds: Bounds;
	readonly options: AssignOptions;
	/** Tried moves to make in all. */
	readonly budget: number;
	#began: number;
	#search: Search;
	#strict: Search;
	#settledAt: number | undefined;
	/** Known from a solver: the musts cannot all hold. */
	isContradictory = false;

	constructor(problem: Problem, options: AssignOptions) {
		this.problem = problem;
		this.options = options;
		this.#began = options.now?.() ?? 0;
		this.model = buildModel(problem, options.seed);
		this.bounds = boundsOf(this.model);
		this.#strict = new Search(this.model, options.seed, startOf(this.model, options.start));
		this.#search = this.#strict;
		const isTimed = options.now !== undefined && options.seconds !== undefined;
		this.budget = options.iterations ?? (isTimed ? Infinity : defaultIterations(this.model));
	}

	get iterations(): number {
		if (this.#settledAt !== undefined) return this.#settledAt;
		return this.#strict.iterations + (this.#search === this.#strict ? 0 : this.#search.iterations);
	}

	get milliseconds(): number {
		return Math.round((this.options.now?.() ?? 0) - this.#began);
	}

	/** The best placement of the strict model. */
	get best(): Best {
		return this.#strict.best;
	}

	/** True if no plan can be better. */
	get isPerfect(): boolean {
		return isPerfect(this.model, this.best, this.bounds);
	}

	/** True if the mix comes first and the plan reaches its bound: a relaxation has nothing to add. */
	get isMixed(): boolean {
		return this.problem.order[0] === 'mix' && this.best.musts === 0 && this.best.mix <= this.bounds.mix + 1e-6;
	}

	get isOver(): boolean {
		return this.#search.isStopped || this.#stops();
	}

	#stops(): boolean {
		const { isHalted, seconds = Infinity, now } = this.options;
		return isHalted?.() === true || (now !== undefined && now() - this.#began >= seconds * 1000);
	}

	/** Searches until so many moves were tried in all, the time is over or the best is reached. */
	search(until: number): void {
		const patience = Math.max(100_000, this.model.units.length * PATIENCE);
		const isPatient = () => this.model.free.length > 0 && this.#strict.iterations < patience;
		const isLost = () => this.best.musts > 0 && (this.isContradictory || !isPatient());
		if (this.#search === this.#strict) {
			this.#stretch(this.#strict, until, () => this.isPerfect || isLost());
			if (!isLost() || this.isOver || this.iterations >= until) return;
			const relaxed = buildModel(this.problem, this.options.seed, true);
			this.#search = new Search(relaxed, this.options.seed, placementOf(relaxed, planOf(this.model, this.best.place)));
		}
		// Known to contradict each other, the musts need naming more than a plan that breaks them well.
		const most = this.isContradictory ? 2 * patience : Infinity;
		this.#stretch(this.#search, Math.min(most, until - this.#strict.iterations), () => false);
	}

	#stretch(search: Search, until: number, enough: () => boolean): void {
		const { onStep } = this.options;
		let asked = 0;
		const stop = () => {
			if (onStep && ++asked % 64 === 0) onStep(this);
			return this.#stops();
		};
		search.run({ until, stop, enough });
	}

	/** Tries a placement whose wishes are better than its mix as a second beginning. */
	follow(place: ArrayLike<number>): void {
		this.#strict.follow(place);
	}

	/** Takes over a placement found elsewhere if it is better. */
	offer(place: ArrayLike<number>): boolean {
		return this.#strict.offer(place);
	}

	/**
	 * Takes a placement that a proof has shown to be the best, found from the plan after so many tried moves: what the
	 * search did meanwhile counts no more, because how much that was depends on the clock.
	 */
	settle(place: ArrayLike<number>, iterations: number): void {
		this.#strict.settle(place);
		this.#settledAt = iterations;
	}

	/** The last touch: once the search is over, nobody can move or change places with one other for the better. */
	polish(): void {
		this.#strict.polish();
		if (this.#search !== this.#strict) this.#search.polish();
	}

	/** The best plan of both searches. */
	plan(): Plan {
		const plan = planOf(this.model, this.best.place);
		if (this.#search === this.#strict) return plan;
		const other = planOf(this.#search.model, this.#search.best.place);
		const { problem } = this;
		return compareScores(problem, scorePlan(problem, other), scorePlan(problem, plan)) < 0 ? other : plan;
	}

	/** The answer as far as the search has come. @param proof what a solver has found out besides */
	answer(proof?: Proof): Answer {
		const { problem, options } = this;
		const plan = this.plan();
		const score = scorePlan(problem, plan);
		return {
			version: 1,
			plan,
			closed: closedGroups(problem, plan),
			score: { musts: score.musts, mix: score.mix, wishes: score.wishes, moves: score.moves },
			...prove(problem, score, this.bounds, proof),
			broken: score.broken,
			engine: ENGINE_VERSION,
			seed: options.seed,
			inputHash: options.inputHash ?? '',
			iterations: this.iterations,
			milliseconds: this.milliseconds
		};
	}
}

/** Tried moves without a stated budget: about a second for a conference of a hundred people. */
function defaultIterations(model: Model): number {
	return Math.min(20_000_000, Math.max(200_000, model.free.length * 40_000));
}

/** A repair begins with the plan as it is. */
function startOf(model: Model, start = model.problem.repair?.current): Int32Array | undefined {
	if (!start) return undefined;
	return placementOf(model, start).map((place, unit) => {
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
