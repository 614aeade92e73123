import { boundMix, boundRepeats } from './bound.ts';
import type { Best } from './goal.ts';
import { mixStep, raise } from './lattice.ts';
import type { Measure } from './mixProgram.ts';
import type { Model } from './model.ts';
import { pairRows } from './pairProgram.ts';
import type { Solver } from './solver.ts';
import { LARGE, TierProgram } from './tierProgram.ts';

const DUST = 1e-6;
/** Up to so many rows repeated pairs are modelled one by one; beyond that only their bound counts. */
const PAIR_ROWS = 6000;
/** Most nodes of one search tree. */
const NODES = 20_000;
/** Of a quick proof. */
const QUICK_NODES = 20;

/** What is known of one tier: no plan has less, and whether `best` was shown to reach it. */
export type TierBound = { bound: number; isReached: boolean };
/** Bounds per tier; of a tier after an unproved one nothing can be said ("given the tiers before it"). */
export type Proof = {
	isFeasible: boolean;
	/** The mix, or the one sum of the order "weighted". */
	mix?: TierBound;
	/** Fewest places at each rank, worst first, as far as shown. */
	wishes?: { profile: (number | undefined)[]; isReached: boolean };
};

export type ProveOptions = {
	isHalted?: () => boolean;
	/** A better placement was found on the way. */
	onBetter: (place: Int32Array) => void;
	/** The best placement known now. */
	best: () => Best;
	/** A bound has risen. */
	onBound?: (proof: Proof) => void;
	/** Leave alone what would take long: a large program, and a mix above the bound of the relaxation. */
	onlyQuick?: boolean;
};

/** True if the proof says of every tier that no plan is better. */
export const isComplete = ({ mix, wishes }: Proof, { problem }: Model): boolean =>
	problem.order.every((tier) => (tier === 'wishes' ? wishes : mix)?.isReached === true);

/** True if pairs are part of the program; else the mix of the program lacks them, and their bound is added. */
export const knowsPairs = (model: Model): boolean => model.meetings > 0 && pairRows(model) <= PAIR_ROWS;

/**
 * The linear relaxation of the first tier: a bound for the mix (or the weighted sum) that no plan beats, and a
 * placement near its solution. Undefined if the musts cannot all hold.
 */
export function relaxFirstTier(model: Model, solver: Solver): { bound: number; place?: Int32Array } | undefined {
	const first = firstTier(model);
	if (first === 'wishes') return { bound: 0 };
	const tier = new TierProgram(model, { wishes: first === 'weighted', pairs: false });
	tier.aim(first === 'mix' ? tier.mix.mix : tier.weighted(model.problem.wishWeight ?? 1));
	const interior = tier.isDense;
	const solved = solver.solve(tier.program, { relaxed: true, interior });
	if (solved.status === 'infeasible') return undefined;
	const slack = interior ? DUST * Math.max(1, Math.abs(solved.bound)) : 0;
	const bound = raise(solved.bound - slack, sumStep(model)) + boundRepeats(model);
	return { bound, ...(solved.columns && !interior ? { place: tier.decode(solved.columns) } : {}) };
}

/** A placement that keeps all musts; undefined if there is none; null if none was found in the nodes allowed. */
export function seatAll(model: Model, solver: Solver): Int32Array | undefined | null {
	const tier = new TierProgram(model, { wishes: false, pairs: false });
	const solved = solver.solve(tier.program, { nodes: NODES });
	if (solved.status === 'infeasible') return undefined;
	return solved.columns ? tier.decode(solved.columns) : null;
}

function firstTier({ problem }: Model): 'mix' | 'wishes' | 'weighted' {
	return problem.order[0]!;
}

/** Step of the first tier's measure. */
function sumStep(model: Model): number {
	const step = mixStep(model);
	if (firstTier(model) !== 'weighted') return step;
	const weight = model.problem.wishWeight ?? 1;
	return Number.isInteger(weight / (step || 1)) ? step : 0;
}

/** Proves tier by tier how good the best plan is, and betters it where the proof finds a better one. */
export function proveTiers(model: Model, solver: Solver, options: ProveOptions): Proof {
	return new Prover(model, solver, options).run();
}

class Prover {
	readonly #model: Model;
	readonly #solver: Solver;
	readonly #options: ProveOptions;
	readonly #proof: Proof = { isFeasible: true };
	readonly #pairs: boolean;
	#tier: TierProgram | undefined;

	constructor(model: Model, solver: Solver, options: ProveOptions) {
		this.#model = model;
		this.#solver = solver;
		this.#options = options;
		this.#pairs = knowsPairs(model);
	}

	run(): Proof {
		if (this.#options.onlyQuick && this.#full().program.columns > LARGE) return this.#proof;
		for (const tier of this.#model.problem.order) {
			const isProved = tier === 'wishes' ? this.#proveWishes() : this.#proveSum(tier);
			if (!isProved) break;
		}
		return this.#proof;
	}

	/** The program that knows wishes; made once, because the tiers before stay held in it. */
	#full(): TierProgram {
		return (this.#tier ??= new TierProgram(this.#model, { wishes: true, pairs: this.#pairs }));
	}

	#proveSum(tier: 'mix' | 'weighted'): boolean {
		const isFirst = tier === this.#model.problem.order[0];
		// Without the wishes many people are alike: a far smaller program.
		const small = tier === 'mix' && isFirst;
		const program = () => (small ? new TierProgram(this.#model, { wishes: false, pairs: this.#pairs }) : this.#full());
		const measure = (of: TierProgram) =>
			tier === 'mix' ? of.mix.mix : of.weighted(this.#model.problem.wishWeight ?? 1);
		const missing = this.#pairs ? 0 : boundRepeats(this.#model);
		const value = () => (tier === 'mix' ? this.#options.best().mix : weightedOf(this.#model, this.#options.best()));
		const step = tier === 'mix' ? mixStep(this.#model) : sumStep(this.#model);
		const known = tier === 'mix' ? boundMix(this.#model) : -Infinity;
		const reached =
			value() <= known + DUST
				? { bound: known, isReached: true }
				: this.#minimise(program(), measure, value, step, missing);
		if (!reached) return false;
		this.#proof.mix = reached;
		this.#options.onBound?.(this.#proof);
		if (!reached.isReached) return false;
		if (this.#model.problem.order.length > 1) this.#full().hold(measure(this.#full()), value() - missing + DUST);
		return true;
	}

	/** Leximin: the fewest places at the worst rank, then, holding that, at the next. */
	#proveWishes(): boolean {
		const full = this.#full();
		if (full.mix.pool) this.#sketch(full);
		const profile: (number | undefined)[] = new Array<number | undefined>(this.#model.ranks).fill(undefined);
		for (let rank = this.#model.ranks; rank > 1; rank--) {
			const value = () => this.#options.best().rankCount[rank]!;
			const reached = this.#minimise(full, ({ mix }) => mix.ranks[rank]!, value, 1, 0);
			if (!reached) return false;
			profile[rank - 1] = reached.bound;
			this.#proof.wishes = { profile, isReached: false };
			this.#options.onBound?.(this.#proof);
			if (!reached.isReached) return false;
			full.hold(full.mix.ranks[rank]!, value() + DUST);
		}
		this.#proof.wishes = { profile, isReached: true };
		return true;
	}

	/** One steep sum over all ranks, no further than the root: a good profile at once, which the tiers then only confirm. */
	#sketch(full: TierProgram): void {
		full.aim(full.steepSum());
		const start = full.encode(this.#options.best().place);
		const solved = this.#solver.solve(full.program, { start, step: 1, nodes: 1, ...this.#asks() });
		if (solved.columns) this.#options.onBetter(full.decode(solved.columns));
	}

	/** Bound and, where the plan does not reach it, a better plan. Undefined if nothing was found out. */
	#minimise(
		tier: TierProgram,
		measureOf: (of: TierProgram) => Measure,
		value: () => number,
		step: number,
		missing: number
	): TierBound | undefined {
		const { isHalted } = this.#options;
		const measure = measureOf(tier);
		const trivial = measure.terms.length === 0 || value() - missing <= measure.constant + DUST;
		if (trivial && measure.terms.every(([, cost]) => cost >= 0))
			return { bound: measure.constant + missing, isReached: value() <= measure.constant + missing + DUST };
		tier.aim(measure);
		const interior = tier.isDense;
		const relaxed = this.#solver.solve(tier.program, { relaxed: true, interior });
		if (relaxed.status === 'infeasible') return this.#infeasible();
		const slack = interior ? DUST * Math.max(1, Math.abs(relaxed.bound)) : 0;
		const bound = raise(relaxed.bound - slack, step) + missing;
		const isOpen = () => value() > bound + Math.max(DUST, step * 1e-3);
		if (!isOpen()) return { bound, isReached: true };
		const isLong = this.#options.onlyQuick && firstTier(this.#model) !== 'wishes' && !this.#proof.mix;
		if (isLong || isHalted?.()) return { bound, isReached: false };
		return this.#branch(tier, value, step, missing, bound);
	}

	#branch(tier: TierProgram, value: () => number, step: number, missing: number, bound: number): TierBound | undefined {
		const start = tier.encode(this.#options.best().place);
		const solved = this.#solver.solve(tier.program, {
			start,
			step,
			nodes: this.#options.onlyQuick ? QUICK_NODES : NODES,
			...this.#asks()
		});
		if (solved.status === 'infeasible') return this.#infeasible();
		if (solved.columns) this.#options.onBetter(tier.decode(solved.columns));
		const shown = Math.max(bound, raise(solved.bound, step) + missing);
		return { bound: shown, isReached: value() <= shown + Math.max(DUST, step * 1e-3) };
	}

	#asks() {
		const { isHalted } = this.#options;
		return isHalted ? { isHalted } : {};
	}

	#infeasible(): undefined {
		if (this.#tier === undefined || this.#proof.mix === undefined) this.#proof.isFeasible = false;
		return undefined;
	}
}

/** The one sum of the order "weighted". */
export function weightedOf(model: Model, best: Best): number {
	const weight = model.problem.wishWeight ?? 1;
	let sum = best.mix;
	for (let rank = 2; rank < best.rankCount.length; rank++) sum += weight * (rank - 1) ** 2 * best.rankCount[rank]!;
	return sum;
}
