import { anneal } from './anneal.ts';
import { seatEverybody } from './construct.ts';
import { latinStart } from './latinStart.ts';
import { firstCourse, keepsNear, measureScale, nextCourse, planRun, type Course, type Scale } from './course.ts';
import { wishfulStart } from './flow.ts';
import { compareToBest, noteBest, updateBest, type Best } from './goal.ts';
import type { Model } from './model.ts';
import { polish } from './polish.ts';
import { Random } from './random.ts';
import { State } from './state.ts';
import { TurnStart } from './turnStart.ts';

/** When a stretch of the search ends. */
export type Budget = {
	/** Count of all stretches together at which this one ends. */
	until: number;
	/** Asked every few hundred iterations. */
	stop: (iterations: number) => boolean;
	/** Asked between two runs of cooling. */
	enough: () => boolean;
};

/**
 * Searches a good placement, in stretches. The runs of cooling grow and follow a fixed sequence that does not depend on
 * the clock, so a search that was stopped after N iterations is repeated exactly by asking for N iterations.
 */
export class Search {
	readonly model: Model;
	readonly best: Best;
	iterations = 0;
	isStopped = false;
	readonly #seed: number;
	readonly #scale: Scale;
	#state: State;
	#course: Course;
	/** The best of the trail that is followed: `best` itself but for a second trail, which begins at `#rival`. */
	#trail: Best;
	#rival: Int32Array | undefined;
	#turns: TurnStart | undefined;

	/** @param start a placement to begin with (−1 = free choice), e.g. the plan to be repaired */
	constructor(model: Model, seed: number, start?: ArrayLike<number>) {
		this.model = model;
		this.#seed = seed;
		this.#state = seated(model, start);
		this.best = noteBest(this.#state);
		this.#trail = this.best;
		if (!start) this.#beginWell();
		this.#scale = measureScale(this.#state, new Random(seed, 0));
		this.#course = firstCourse(model.ranks, keepsNear(model));
	}

	#beginWell(): void {
		const wishful = wishesLead(this.model) ? wishfulStart(this.model) : undefined;
		if (wishful) this.offer(wishful);
		const latin = latinStart(this.model);
		if (latin?.isWhole) this.offer(latin.place);
		else this.#rival = latin?.place;
		if (this.best.mix > 0) this.#turns = TurnStart.of(this.model, this.#seed);
	}

	/** Takes over a placement found elsewhere if it is better; the search goes on from it. */
	offer(place: ArrayLike<number>): boolean {
		const state = seated(this.model, place);
		this.#state = state;
		if (compareToBest(state, this.best, this.model.problem.order) >= 0) return false;
		updateBest(state, this.best);
		return true;
	}

	/** Tries a placement whose wishes are better than its mix as a second beginning. */
	follow(place: ArrayLike<number>): void {
		this.#course = firstCourse(this.model.ranks, true, true);
		this.#state = seated(this.model, place);
		this.#trail = noteBest(this.#state);
	}

	/** Ends the search with a placement known to be the best. */
	settle(place: ArrayLike<number>): void {
		updateBest(seated(this.model, place), this.best);
		this.isStopped = true;
	}

	/** The last touch of the best placement. */
	polish(): void {
		polish(seated(this.model, this.best.place), this.best);
	}

	/** One stretch. */
	run({ until, stop, enough }: Budget): void {
		const isOver = (done: number) => (this.isStopped ||= stop(this.iterations + done));
		while (this.model.free.length > 0 && this.iterations < until && !this.isStopped && !enough()) {
			const left = until - this.iterations;
			// Rounds by turning are sought as long as all rounds together have been.
			if (this.#turns && 2 * this.#turns.iterations <= this.iterations) this.#turn(this.#turns, isOver, left);
			else this.#cool(isOver, left);
		}
	}

	#turn(turns: TurnStart, isOver: (done: number) => boolean, left: number): void {
		const before = turns.iterations;
		const place = turns.next(isOver, left);
		this.iterations += turns.iterations - before;
		if (place) this.offer(place);
		if (turns.isOver) this.#turns = undefined;
	}

	#cool(isOver: (done: number) => boolean, left: number): void {
		const trail = this.#trail;
		const { weights, ranks, cooling } = planRun(this.#state, this.#scale, this.#course, trail.musts > 0);
		this.#state.setRankWeights(ranks);
		const random = new Random(this.#seed, this.#course.run + 1);
		this.iterations += anneal(this.#state, random, weights, cooling, trail, isOver, left);
		this.#course = nextCourse(this.#course, this.#state, trail);
		// A fresh state sheds the rounding dust of many sums.
		this.#state = seated(this.model, trail.place);
		if (trail !== this.best || this.#rival) this.#changeTrail();
	}

	/** Where a good beginning serves some of the rounds only, it is tried as long as the plain one; then the better one goes on. */
	#changeTrail(): void {
		const { order } = this.model.problem;
		if (compareToBest(this.#state, this.best, order) < 0) updateBest(this.#state, this.best);
		if (this.#course.run < TRIAL || this.#course.isGuided) return;
		this.#state = seated(this.model, this.#rival ?? this.best.place);
		this.#trail = this.#rival ? noteBest(this.#state) : this.best;
		if (this.#rival) this.#course = firstCourse(this.model.ranks, true);
		this.#rival = undefined;
	}
}

/** Runs of cooling for each of two beginnings. */
const TRIAL = 9;

/** True if wishes come first, or nothing else counts. */
const wishesLead = ({ problem, features, meetings }: Model): boolean =>
	problem.order[0] === 'wishes' || (features.count === 0 && meetings === 0);

/** A placement with everybody seated; −1 = free choice. */
function seated(model: Model, place?: ArrayLike<number>): State {
	const state = new State(model);
	if (place) state.load(place);
	seatEverybody(state);
	return state;
}
