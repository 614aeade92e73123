import type { Model } from './model.ts';

/** Who sits where in one round when only sizes, fixed places and wishes count: exact, in milliseconds. */
export type Seating = {
	/** Slots of the round and the local group of each. */
	slots: number[];
	seats: Int32Array;
};

/**
 * Minimum cost flow by successive shortest paths: person → group → place. A group's places up to its minimum lead
 * straight to the sink; those above it share one pool of as many places as there are people left over, so that every
 * minimum is met. A rank weighs (people + 1) times the rank before it, which makes the cheapest flow leximin.
 * @returns undefined if the sizes do not fit, or if the weights would outgrow what a number holds exactly
 */
export function seatByWishes(model: Model, round: number): Seating | undefined {
	const slots = model.personSlots.flat().filter((slot) => model.units[model.slotUnit[slot]!]!.round === round);
	const base = slots.length + 1;
	if (base ** Math.max(0, model.ranks - 2) * base > Number.MAX_SAFE_INTEGER) return undefined;
	const flow = new Flow(model, round, slots, base);
	for (let i = 0; i < slots.length; i++) if (!flow.seat(i)) return undefined;
	return { slots, seats: flow.seats };
}

class Flow {
	readonly seats: Int32Array;
	readonly #cost: Float64Array;
	readonly #groups: number;
	readonly #least: number[];
	readonly #most: number[];
	readonly #size: Int32Array;
	readonly #members: number[][];
	/** Cheapest move out of a group into another: reassign[from × groups + to], and who makes it. */
	readonly #move: Float64Array;
	readonly #mover: Int32Array;
	#pool: number;

	constructor(model: Model, round: number, slots: readonly number[], base: number) {
		const first = model.roundStart[round]!;
		const groups = model.roundStart[round + 1]! - first;
		this.#groups = groups;
		const own = model.groups.slice(first, first + groups).map(({ group }) => group);
		this.#least = own.map(({ min, optional }) => (optional ? 0 : min));
		this.#most = own.map(({ max }) => max);
		this.#pool = slots.length - this.#least.reduce((sum, min) => sum + min, 0);
		this.#size = new Int32Array(groups);
		this.#members = own.map(() => []);
		this.seats = new Int32Array(slots.length).fill(-1);
		this.#move = new Float64Array(groups * groups).fill(Infinity);
		this.#mover = new Int32Array(groups * groups);
		this.#cost = new Float64Array(slots.length * groups);
		slots.forEach((slot, i) => {
			const { fixed } = model.units[model.slotUnit[slot]!]!;
			for (let g = 0; g < groups; g++) {
				const rank = model.slotRank[model.slotBase[slot]! + g]!;
				const isOpen = fixed < 0 || fixed === first + g;
				this.#cost[i * groups + g] = isOpen ? (rank < 2 ? 0 : base ** (rank - 2)) : Infinity;
			}
		});
	}

	/** Seats one more person along the cheapest path; false if there is none. */
	seat(person: number): boolean {
		if (this.#pool < 0) return false;
		const pool = this.#groups;
		const price = Float64Array.from({ length: pool + 1 }, (_, g) =>
			g < pool ? this.#cost[person * pool + g]! : Infinity
		);
		const before = new Int32Array(pool + 1).fill(-1);
		this.#relax(price, before);
		const end = this.#cheapestEnd(price);
		if (end < 0) return false;
		this.#enter(person, end, before);
		return true;
	}

	/** Bellman–Ford over the groups and the pool: arcs may be negative, cycles never are. */
	#relax(price: Float64Array, before: Int32Array): void {
		const pool = this.#groups;
		for (let turn = 0, isNew = true; isNew && turn <= pool; turn++) {
			isNew = false;
			const lower = (to: number, from: number, cost: number) => {
				if (!(cost < price[to]! - 1e-9)) return;
				price[to] = cost;
				before[to] = from;
				isNew = true;
			};
			for (let g = 0; g < pool; g++) {
				if (price[g] === Infinity) continue;
				for (let h = 0; h < pool; h++) lower(h, g, price[g]! + this.#move[g * pool + h]!);
				if (this.#size[g]! < this.#most[g]!) lower(pool, g, price[g]!);
			}
			// The pool full, a group above its minimum gives a place back: somebody there goes on.
			for (let g = 0; g < pool; g++) if (this.#size[g]! > this.#least[g]!) lower(g, pool, price[pool]!);
		}
	}

	/** The last node of the cheapest path: a group below its minimum, or the pool while it has places. */
	#cheapestEnd(price: Float64Array): number {
		let end = this.#pool > this.#used() ? this.#groups : -1;
		for (let g = 0; g < this.#groups; g++)
			if (this.#size[g]! < this.#least[g]! && (end < 0 || price[g]! < price[end]!)) end = g;
		return end >= 0 && price[end]! < Infinity ? end : -1;
	}

	#used(): number {
		let used = 0;
		for (let g = 0; g < this.#groups; g++) used += Math.max(0, this.#size[g]! - this.#least[g]!);
		return used;
	}

	/** Walks the path back: everybody on it moves on by one, the new person takes the first place. */
	#enter(person: number, end: number, before: Int32Array): void {
		const moves: [person: number, to: number][] = [];
		let node = end;
		for (; before[node]! >= 0; node = before[node]!) {
			const from = before[node]!;
			const isMove = node < this.#groups && from < this.#groups;
			if (isMove) moves.push([this.#mover[from * this.#groups + node]!, node]);
		}
		moves.push([person, node]);
		const touched = new Set<number>();
		for (const [mover, to] of moves) {
			const from = this.seats[mover]!;
			if (from >= 0) {
				this.#members[from] = this.#members[from]!.filter((one) => one !== mover);
				this.#size[from]!--;
				touched.add(from);
			}
			this.#members[to]!.push(mover);
			this.#size[to]!++;
			this.seats[mover] = to;
			touched.add(to);
		}
		for (const group of touched) this.#count(group);
	}

	/** Finds anew who leaves a group most cheaply for each other one. */
	#count(from: number): void {
		for (let to = 0; to < this.#groups; to++) {
			let least = Infinity;
			for (const one of this.#members[from]!) {
				const cost = this.#cost[one * this.#groups + to]! - this.#cost[one * this.#groups + from]!;
				if (to === from || !(cost < least)) continue;
				least = cost;
				this.#mover[from * this.#groups + to] = one;
			}
			this.#move[from * this.#groups + to] = least;
		}
	}
}

/** A placement with the best wishes that sizes and fixed places allow; people together sit where the first of them does. */
export function wishfulStart(model: Model): Int32Array | undefined {
	const place = Int32Array.from(model.units, (unit) => unit.fixed);
	for (let round = 0; round < model.roundIds.length; round++) {
		const seating = seatByWishes(model, round);
		if (!seating) return undefined;
		seating.slots.forEach((slot, i) => {
			const unit = model.slotUnit[slot]!;
			if (place[unit]! < 0) place[unit] = model.roundStart[round]! + seating.seats[i]!;
		});
	}
	return place;
}
