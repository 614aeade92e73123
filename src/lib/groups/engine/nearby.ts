import type { Plan, Problem } from './contract.ts';
import { buildModel, placementOf, planOf, type Model } from './model.ts';
import { State } from './state.ts';

/** Plans kept per number of moves. */
const BEAM = 6;
/** Exchanges of a plan that are priced exactly; the others are only estimated. */
const LOOKED_AT = 200;

/** A plan on the way: where everybody sits, how many move, and what it costs. */
type Stop = { place: Int32Array; moves: number; musts: number; first: number; second: number; key: number };
/** One or two units that go elsewhere. */
type Change = { unit: number; to: number; mate: number; moves: number; guess: number };

/**
 * The best plan found for each number of moves from 0 to `most`, fewest first; one is left out where fewer moves do as
 * well. Looks at every shift and at the most promising exchanges of the best few plans of each number, so chains and
 * rings come about step by step. Deterministic; time grows with `most` × people × groups.
 * @param start a plan that keeps as many musts as can be kept without moving anybody who need not
 */
export function nearbyPlans(problem: Problem, start: Plan, most: number, seed: number): Plan[] {
	const { repair } = problem;
	if (!repair) return [];
	const model = buildModel({ ...problem, repair: { ...repair, price: 1 } }, seed);
	const place = placementOf(model, start);
	// Where musts contradict each other people sit as the model does not seat them; there is nothing to walk on from.
	if (model.units.some(({ fixed }, unit) => place[unit]! < 0 || (fixed >= 0 && fixed !== place[unit]))) return [start];
	// With a price of one, the costs of the places are the moves themselves.
	const moves = model.linMix;
	const walk = new Walk({ ...model, linMix: new Float64Array(moves.length) }, moves);
	return walk.from(place, most).map((stop) => planOf(model, stop.place));
}

class Walk {
	readonly #model: Model;
	readonly #moves: Float64Array;
	readonly #ranks: Float64Array;

	constructor(model: Model, moves: Float64Array) {
		this.#model = model;
		this.#moves = moves;
		const weight = model.problem.wishWeight ?? 1;
		const isWeighted = model.problem.order.includes('weighted');
		// Ranks are compared from the last one down: one place at a lower rank outweighs all above it.
		const base = model.units.length + 1;
		this.#ranks = Float64Array.from({ length: model.ranks + 1 }, (_, rank) =>
			rank < 2 ? 0 : isWeighted ? weight * (rank - 1) ** 2 : base ** Math.min(rank - 2, 6)
		);
	}

	/** The walk over the numbers of moves; what was moved may also go home again and lead back to a smaller number. */
	from(place: Int32Array, most: number): Stop[] {
		const state = new State(this.#model);
		state.setRankWeights(this.#ranks);
		state.load(place);
		const begin = this.#stop(state);
		const shelves: Stop[][] = Array.from({ length: begin.moves + most + 1 }, () => []);
		const walked = new Set<number>();
		shelves[begin.moves]!.push(begin);
		for (let moves = begin.moves; moves < shelves.length;) {
			const next = shelves[moves]!.find(({ key }) => !walked.has(key));
			if (!next) {
				moves++;
				continue;
			}
			walked.add(next.key);
			state.load(next.place);
			let least = moves;
			for (const change of this.#changes(state, next, shelves.length - 1)) {
				const stop = this.#tried(state, change, next.moves);
				if (stop.musts > begin.musts || !keep(shelves[stop.moves]!, stop)) continue;
				least = Math.min(least, stop.moves);
			}
			moves = least;
		}
		const best: Stop[] = [];
		for (const [stop] of shelves) if (stop && (best.length === 0 || isBetter(stop, best.at(-1)!))) best.push(stop);
		return best;
	}

	#movesOf(unit: number, group: number): number {
		const { linBase, roundStart, unitRound } = this.#model;
		return this.#moves[linBase[unit]! + group - roundStart[unitRound[unit]!]!]!;
	}

	#measure(musts: number, mix: number, wish: number) {
		const [lead] = this.#model.problem.order;
		if (lead === 'weighted') return { musts, first: mix + wish, second: 0 };
		return lead === 'wishes' ? { musts, first: wish, second: mix } : { musts, first: mix, second: wish };
	}

	#stop(state: State): Stop {
		let moves = 0;
		state.place.forEach((group, unit) => (moves += this.#movesOf(unit, group)));
		const measure = this.#measure(state.musts, state.mix, state.wish);
		return { place: state.place.slice(), moves, ...measure, key: keyOf(state.place) };
	}

	/** Makes the change, notes where it leads, and takes it back. */
	#tried(state: State, { unit, to, mate, moves }: Change, from: number): Stop {
		const home = state.place[unit]!;
		const go = (back: boolean) => {
			if (mate < 0) {
				state.priceShift(unit, back ? home : to);
				state.shift(unit, back ? home : to);
			} else {
				state.priceSwap(unit, mate);
				state.swap(unit, mate);
			}
		};
		go(false);
		const measure = this.#measure(state.musts, state.mix, state.wish);
		const stop = { place: state.place.slice(), moves: from + moves, ...measure, key: keyOf(state.place) };
		go(true);
		return stop;
	}

	/** The shifts that keep the musts, and the exchanges, that promise most by what each shift costs alone. */
	#changes(state: State, from: Stop, most: number): Change[] {
		const { free, unitRound, roundStart, linBase } = this.#model;
		const guess = new Float64Array(linBase.at(-1)!);
		const shifts = new Promising();
		for (const unit of free) {
			const [start, end] = [roundStart[unitRound[unit]!]!, roundStart[unitRound[unit]! + 1]!];
			const home = this.#movesOf(unit, state.place[unit]!);
			for (let to = start; to < end; to++) {
				if (to === state.place[unit]) continue;
				const { musts, mix, wish } = state.priceShift(unit, to);
				const { first, second } = this.#measure(musts, mix, wish);
				const price = (guess[linBase[unit]! + to - start] = first + second * 1e-9);
				if (musts > 0 || !shifts.takes(price)) continue;
				const moves = this.#movesOf(unit, to) - home;
				if (from.moves + moves <= most) shifts.add({ unit, to, mate: -1, moves, guess: price });
			}
		}
		const swaps = new Promising();
		for (let i = 0; i < free.length; i++) {
			const unit = free[i]!;
			const back = state.place[unit]!;
			const round = unitRound[unit]!;
			const start = roundStart[round]!;
			for (let j = i + 1; j < free.length; j++) {
				const mate = free[j]!;
				const to = state.place[mate]!;
				if (to === back || unitRound[mate] !== round) continue;
				const price = guess[linBase[unit]! + to - start]! + guess[linBase[mate]! + back - start]!;
				if (!swaps.takes(price)) continue;
				const moves =
					this.#movesOf(unit, to) - this.#movesOf(unit, back) + this.#movesOf(mate, back) - this.#movesOf(mate, to);
				if (from.moves + moves <= most) swaps.add({ unit, to, mate, moves, guess: price });
			}
		}
		return [...shifts.changes, ...swaps.changes];
	}
}

/** The changes with the lowest guesses, in their order. */
class Promising {
	readonly changes: Change[] = [];

	takes(guess: number): boolean {
		return this.changes.length < LOOKED_AT || guess < this.changes.at(-1)!.guess;
	}

	add(change: Change): void {
		let low = 0;
		for (let high = this.changes.length; low < high;) {
			const middle = (low + high) >> 1;
			if (this.changes[middle]!.guess <= change.guess) low = middle + 1;
			else high = middle;
		}
		this.changes.splice(low, 0, change);
		if (this.changes.length > LOOKED_AT) this.changes.pop();
	}
}

/** Puts a plan on the shelf of its number of moves if it is among the best there. */
function keep(shelf: Stop[], stop: Stop): boolean {
	if (shelf.length === BEAM && !isBetter(stop, shelf.at(-1)!)) return false;
	if (shelf.some(({ key }) => key === stop.key)) return false;
	const at = shelf.findIndex((other) => isBetter(stop, other));
	shelf.splice(at < 0 ? shelf.length : at, 0, stop);
	if (shelf.length > BEAM) shelf.pop();
	return true;
}

const DUST = 1e-7;

function isBetter(a: Stop, b: Stop): boolean {
	if (a.musts !== b.musts) return a.musts < b.musts;
	if (Math.abs(a.first - b.first) > DUST) return a.first < b.first;
	return a.second < b.second - DUST;
}

/** FNV-1a over the places: tells plans apart. */
function keyOf(place: Int32Array): number {
	let key = 0x811c9dc5;
	for (const group of place) key = Math.imul(key ^ (group + 1), 0x01000193);
	return key >>> 0;
}
