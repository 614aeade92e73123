import type { Best } from './goal.ts';
import type { Detail } from './kinds.ts';
import { buildMixProgram, columnOf, type Measure, type MixProgram } from './mixProgram.ts';
import type { Model } from './model.ts';
import type { Pool } from './poolProgram.ts';
import type { Program, Term } from './program.ts';

/** From so many columns on it matters how a relaxation is solved. */
export const LARGE = 5000;

/** A program whose objective is one measure, while measures of the tiers before are held at what they have reached. */
export class TierProgram {
	readonly model: Model;
	readonly mix: MixProgram;

	constructor(model: Model, detail: Detail) {
		this.model = model;
		this.mix = buildMixProgram(model, detail);
	}

	get program(): Program {
		return this.mix.program;
	}

	/** A large program of people of whom hardly two are alike: its corners are slow to find. */
	get isDense(): boolean {
		return this.program.columns > LARGE && this.mix.kinds.length * 2 > this.model.units.length;
	}

	/** Makes a measure the objective. */
	aim(measure: Measure): void {
		this.program.cost.fill(0);
		for (const [column, cost] of measure.terms) this.program.cost[column]! += cost;
		this.program.constant = measure.constant;
	}

	/** From now on the measure may not exceed `most`. */
	hold(measure: Measure, most: number): void {
		const terms = new Map<number, number>();
		for (const [column, cost] of measure.terms) terms.set(column, (terms.get(column) ?? 0) + cost);
		this.program.addRow(-Infinity, most - measure.constant, [...terms] as Term[]);
	}

	/** The one sum of the order "weighted". */
	weighted(wishWeight: number): Measure {
		const { mix, ranks } = this.mix;
		const sum: Measure = { terms: [...mix.terms], constant: mix.constant };
		ranks.forEach(({ terms, constant }, rank) => {
			const weight = rank < 2 ? 0 : (rank - 1) ** 2 * wishWeight;
			sum.constant += weight * constant;
			for (const [column, count] of terms) if (weight !== 0) sum.terms.push([column, count * weight]);
		});
		return sum;
	}

	/** Every rank weighs four times the one before it: near leximin, and no number grows beyond what a solver can tell. */
	steepSum(): Measure {
		const sum: Measure = { terms: [], constant: 0 };
		this.mix.ranks.forEach(({ terms, constant }, rank) => {
			const weight = rank < 2 ? 0 : 4 ** Math.min(rank - 2, 8);
			sum.constant += weight * constant;
			for (const [column, count] of terms) if (weight !== 0) sum.terms.push([column, count * weight]);
		});
		return sum;
	}

	/** The whole columns of a placement. */
	encode(place: Best['place']): { column: number; value: number }[] {
		const { model, mix } = this;
		const values = new Map<number, number>();
		const count = (column: number, n: number) => values.set(column, (values.get(column) ?? 0) + n);
		const add = (own: number, pooled: number, g: number, n: number) => {
			if (own >= 0) count(own, n);
			else {
				count(pooled, n);
				count(mix.pool!.ofGroup[g]!, n);
			}
		};
		mix.kinds.forEach(({ round, units }, k) => {
			for (let g = model.roundStart[round]!; g < model.roundStart[round + 1]!; g++)
				add(columnOf(mix, model, k, g), mix.pool?.ofKind[k] ?? -1, g, units.filter((u) => place[u] === g).length);
		});
		const used = new Set(place);
		mix.openColumn.forEach((column, g) => {
			if (column >= 0) values.set(column, used.has(g) ? 1 : 0);
		});
		return [...values].map(([column, value]) => ({ column, value }));
	}

	/**
	 * A placement near a solution, whose columns may be fractions: of each kind as many units as the solution says, the
	 * rest by largest remainder; who of the kind goes where is decided by wishes, in the order of the lot.
	 */
	decode(columns: Float64Array): Int32Array {
		const { model, mix } = this;
		const place = Int32Array.from(model.units, (unit) => unit.fixed);
		mix.kinds.forEach((kind, k) => {
			const first = model.roundStart[kind.round]!;
			const own = mix.columns[k]!.map((column) => (column < 0 ? 0 : columns[column]!));
			const pooled = mix.pool?.ofKind[k] ?? -1;
			const shares = Float64Array.from(pooled < 0 ? own : [...own, columns[pooled]!]);
			const seats = wholeShares(shares, kind.units.length);
			for (const u of kind.units) {
				const local = bestSeat(model, u, seats, own.length);
				seats[local]!--;
				place[u] = local < own.length ? first + local : -1;
			}
		});
		if (mix.pool) this.#leavePool(mix.pool, columns, place);
		return place;
	}

	/** Seats the people of the pool, in the order of the lot, where the solution has room for them. */
	#leavePool(pool: Pool, columns: Float64Array, place: Int32Array): void {
		const { units, groups } = this.model;
		const room = pool.ofGroup.map((column) => Math.round(columns[column]!));
		units.forEach((unit, u) => {
			if (place[u]! >= 0) return;
			const to = room.findIndex((seats, g) => seats > 0 && groups[g]!.round === unit.round);
			if (to < 0) return;
			room[to]!--;
			place[u] = to;
		});
	}
}

/** Rounds shares to whole numbers that add up to `total`. */
function wholeShares(shares: Float64Array, total: number): Int32Array {
	const seats = Int32Array.from(shares, (share) => Math.floor(share + 1e-6));
	const order = [...seats.keys()].sort((a, b) => shares[b]! - seats[b]! - (shares[a]! - seats[a]!) || a - b);
	let left = total - seats.reduce((sum, n) => sum + n, 0);
	for (let i = 0; left > 0; left--) seats[order[i++ % order.length]!]!++;
	return seats;
}

/** The seat left that the people of a unit like best. */
function bestSeat(model: Model, u: number, seats: Int32Array, groups: number): number {
	let best = -1;
	let least = Infinity;
	for (let local = 0; local < seats.length; local++) {
		if (seats[local]! <= 0) continue;
		const ranks = model.units[u]!.slots.map((slot) => model.slotRank[model.slotBase[slot]! + local]!);
		// The seat past the groups is the pool: taken last.
		const rank = local < groups ? Math.max(...ranks) : model.ranks + 1;
		if (rank >= least) continue;
		best = local;
		least = rank;
	}
	return best;
}
