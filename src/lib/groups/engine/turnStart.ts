import type { Model } from './model.ts';
import { Random } from './random.ts';
import { freeTravellers, groupsPerRound } from './travellers.ts';
import { Turning } from './turning.ts';

/** A turn may be one round longer than needed: sometimes only that one has a pattern. */
const SPARE_ROUNDS = 1;
/** Steps of a walk at a time; after so many stretches a turn with more repeated differences than these is given up. */
const STRETCH = 20_000;
const TRIAL = 3;
const HOPE = 3;
/** Stream of chance, far from those of the search. */
const STREAM = 1 << 20;

/** Rounds for everybody by turning one of them (see `Turning`): sought in stretches, beside the search. */
export class TurnStart {
	iterations = 0;
	readonly #model: Model;
	readonly #sets: number[][];
	/** Turns that are still tried, one after the other. */
	#turnings: Turning[];
	/** Stretches for which every turn is tried. */
	#trials: number;
	#repeats = Infinity;

	private constructor(model: Model, sets: number[][], seed: number) {
		this.#model = model;
		this.#sets = sets;
		this.#turnings = listTurns(model, sets.length).map(
			([seats, turn], i) => new Turning(seats, model.roundStart[1]!, turn, new Random(seed, STREAM + i))
		);
		this.#trials = TRIAL * this.#turnings.length;
	}

	/** Undefined where it cannot be that nobody meets twice, or where more is counted than who meets whom. */
	static of(model: Model, seed: number): TurnStart | undefined {
		const rounds = model.roundIds.length;
		const k = groupsPerRound(model) ?? 0;
		if (k < 2 || model.meetings <= 0 || !model.isAlike || model.hasTopics || model.hasOptional) return undefined;
		const sets = freeTravellers(model);
		const size = Math.ceil(sets.length / k);
		if (size < 2 || size > k || rounds * (size - 1) > sets.length - 1) return undefined;
		return new TurnStart(model, sets, seed);
	}

	/** True when nobody meets twice, or when that is out of reach. */
	get isOver(): boolean {
		return this.#repeats === 0 || this.#turnings.length === 0;
	}

	/**
	 * One more stretch.
	 * @param limit most steps
	 * @returns a place of each unit (−1 = free) if fewer meet again than before
	 */
	next(stop: (done: number) => boolean, limit: number): Int32Array | undefined {
		const turning = this.#turnings.shift()!;
		this.iterations += turning.walk(Math.min(STRETCH, limit), stop);
		const { repeats } = turning.best;
		const isTrial = this.#trials-- > 0;
		if (isTrial || repeats <= HOPE * turning.turn) this.#turnings.push(turning);
		if (repeats >= this.#repeats) return undefined;
		this.#repeats = repeats;
		return this.#seat(turning);
	}

	#seat(turning: Turning): Int32Array {
		const { units, unitRound, roundStart } = this.#model;
		const place = Int32Array.from(units, (unit) => unit.fixed);
		this.#sets.forEach((set, seat) => {
			for (const u of set) {
				const round = unitRound[u]!;
				place[u] = roundStart[round]! + turning.best.groupOf[turning.seatBefore(seat, round)]!;
			}
		});
		return place;
	}
}

/** Seats and length of the turns to try: as many seats as people, and where the groups are uneven also with empty seats. */
function listTurns(model: Model, people: number): [seats: number, turn: number][] {
	const [rounds, groups] = [model.roundIds.length, model.roundStart[1]!];
	const seats = [...new Set([people, groups * Math.ceil(people / groups)])];
	const turns = Array.from({ length: SPARE_ROUNDS + 1 }, (_, spare) => rounds + spare);
	return turns.flatMap((turn) =>
		seats.filter((count) => turn <= count).map((count): [number, number] => [count, turn])
	);
}
