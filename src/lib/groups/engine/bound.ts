import { seatByWishes } from './flow.ts';
import type { Features } from './features.ts';
import type { Model } from './model.ts';

/**
 * A mix no plan can beat that keeps the musts: every counted set of people for itself, spread over the groups as
 * cheaply as sizes, fixed places and must-rules about the same people allow, plus the least number of repeated pairs.
 */
export function boundMix(model: Model): number {
	const { features } = model;
	let bound = boundRepeats(model);
	for (let f = 0; f < features.soft; f++) bound += cheapestSplit(model, f);
	return bound;
}

/** The same bound for plans in which one unit sits in a given group: only her own counted classes have to be looked at again. */
export class HeldBound {
	readonly #model: Model;
	readonly #total: number;

	constructor(model: Model) {
		this.#model = model;
		this.#total = boundMix(model);
	}

	/** @returns a mix no plan beats that keeps the musts and has the unit in the group */
	of(unit: number, group: number): number {
		const { features, units } = this.#model;
		if (units[unit]!.fixed >= 0) return this.#total;
		let bound = this.#total;
		for (let i = features.start[unit]!; i < features.start[unit + 1]!; i++) {
			const f = features.feature[i]!;
			if (f < features.soft) bound += cheapestSplit(this.#model, f, { unit, group }) - cheapestSplit(this.#model, f);
		}
		return bound;
	}
}

type Held = { unit: number; group: number };

/** People of feature f fixed in each group of its round, and all people fixed there. */
function fixedPeople(model: Model, f: number, held?: Held): { own: number[]; all: number[] } {
	const round = model.features.round[f]!;
	const width = model.roundStart[round + 1]! - model.roundStart[round]!;
	const own = new Array<number>(width).fill(0);
	const all = new Array<number>(width).fill(0);
	const { start, feature, times } = model.features;
	model.units.forEach((unit, u) => {
		const fixed = u === held?.unit ? held.group : unit.fixed;
		if (unit.round !== round || fixed < 0) return;
		const local = model.groups[fixed]!.local;
		all[local]! += unit.slots.length;
		for (let i = start[u]!; i < start[u + 1]!; i++) if (feature[i] === f) own[local]! += times[i]!;
	});
	return { own, all };
}

/** Greedy on convex tables is exact: each person goes where one more costs least. */
function cheapestSplit(model: Model, f: number, held?: Held): number {
	const { features, groups, roundStart } = model;
	const total = features.total[f]!;
	const first = roundStart[features.round[f]!]!;
	const { own, all } = fixedPeople(model, f, held);
	const tables = own.map((_, local) => convexTable(features, f, local, groups[first + local]!.group.optional === true));
	const counts = own.slice();
	const most = own.map((n, local) => Math.min(total, groups[first + local]!.group.max - all[local]! + n));
	let cost = tables.reduce((sum, table, local) => sum + table[counts[local]!]!, 0);
	for (let left = total - own.reduce((sum, n) => sum + n, 0); left > 0; left--) {
		let best = -1;
		let least = Infinity;
		for (let local = 0; local < tables.length; local++) {
			if (counts[local]! >= most[local]!) continue;
			const step = tables[local]![counts[local]! + 1]! - tables[local]![counts[local]!]!;
			if (step >= least) continue;
			least = step;
			best = local;
		}
		// Not everybody finds room: the musts cannot all hold, and nothing can be said about plans that do.
		if (best < 0) return 0;
		counts[best]!++;
		cost += least;
	}
	return Math.max(0, cost);
}

/** A group's costs of 0 … total people; of an optional group the lower hull with "closed costs nothing". */
function convexTable(features: Features, f: number, local: number, optional: boolean): Float64Array {
	const width = features.total[f]! + 1;
	const start = features.tableBase[f]! + local * width;
	const table = features.cost.slice(start, start + width);
	if (!optional || table[0] === 0) return table;
	table[0] = 0;
	let end = 1;
	let slope = Infinity;
	for (let n = 1; n < width; n++) if (table[n]! / n < slope) [slope, end] = [table[n]! / n, n];
	for (let n = 1; n < end; n++) table[n] = slope * n;
	return table;
}

/**
 * Repeated pairs: per two rounds the people who attend both fall into cells (group here, group there), as evenly as can
 * be; a pair that shares m rounds is counted C(m,2) times in cells and m − 1 ≥ (2 ÷ rounds) × C(m,2) times as repeat.
 */
export function boundRepeats(model: Model): number {
	const rounds = model.roundIds.length;
	if (model.meetings <= 0 || rounds < 2) return 0;
	const inRound = model.roundIds.map((_, r) =>
		model.personSlots.map((slots) => slots.some((s) => model.units[model.slotUnit[s]!]!.round === r))
	);
	let inCells = 0;
	for (let a = 0; a < rounds; a++)
		for (let b = a + 1; b < rounds; b++) {
			const both = model.people.filter((_, p) => inRound[a]![p] && inRound[b]![p]).length;
			inCells += evenPairs(both, countCells(model, a, b));
		}
	return (model.meetings * Math.ceil((2 * inCells) / rounds - 1e-9)) as number;
}

function countCells(model: Model, a: number, b: number): number {
	const ofRound = (r: number) => model.groups.slice(model.roundStart[r]!, model.roundStart[r + 1]!);
	let cells = 0;
	for (const here of ofRound(a))
		for (const there of ofRound(b)) if (here.topic < 0 || here.topic !== there.topic) cells++;
	return cells;
}

/** Pairs inside cells when people are spread evenly. */
function evenPairs(people: number, cells: number): number {
	if (cells === 0) return 0;
	const low = Math.floor(people / cells);
	const larger = people - low * cells;
	return (larger * (low + 1) * low + (cells - larger) * low * (low - 1)) / 2;
}

/**
 * A profile no plan can beat: per round what sizes, fixed places and wishes alone allow, by flow; where that says
 * nothing, the best rank that her own musts leave each person.
 */
export function boundWishes(model: Model): number[] {
	const counts = new Array<number>(model.ranks).fill(0);
	if (!model.slotRank.some((rank) => rank > 0)) return counts;
	model.roundIds.forEach((_, round) => {
		for (const rank of flowRanks(model, round) ?? ownRanks(model, round)) if (rank > 0) counts[rank - 1]!++;
	});
	return counts;
}

/** Up to so many people × groups the flow takes a few hundredths of a second; beyond, the first plan must not wait for it. */
const QUICK = 50_000;

function flowRanks(model: Model, round: number): number[] | undefined {
	const groups = model.roundStart[round + 1]! - model.roundStart[round]!;
	if (model.people.length * groups > QUICK) return undefined;
	const seating = seatByWishes(model, round);
	return seating?.slots.map((slot, i) => model.slotRank[model.slotBase[slot]! + seating.seats[i]!]!);
}

function ownRanks(model: Model, round: number): number[] {
	const first = model.roundStart[round]!;
	return model.units
		.filter((unit) => unit.round === round)
		.flatMap(({ slots, fixed }) =>
			slots.map((slot) => {
				const ranks = model.slotRank.subarray(model.slotBase[slot]!, model.slotBase[slot + 1]);
				return fixed >= 0 ? ranks[fixed - first]! : ranks.reduce((least, rank) => Math.min(least, rank));
			})
		);
}
