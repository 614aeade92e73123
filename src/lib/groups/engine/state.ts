// over 250 lines: one class, the hot path of the search; taken apart it would pass its arrays around.
import type { Model } from './model.ts';
import { countPairs, countOwnPairs, pricePairs } from './pairs.ts';
import { priceTopics } from './topics.ts';

/** Change of each measure by a move. One object is reused: reading it is only valid until the next question. */
export type Delta = { musts: number; mix: number; wish: number; credit: number };

/**
 * A placement with everything needed to price a move in time proportional to the classes of the moved people.
 * `mix` includes the price of moves; `wish` is the sum of the wish weights given by `setRankWeights`.
 */
export class State {
	readonly model: Model;
	/** Global group of each unit, −1 = not placed yet. */
	readonly place: Int32Array;
	/** People in each group. */
	readonly size: Int32Array;
	/** Units in each group: members[group × stride + i], i < memberCount[group]; position of each unit in its list. */
	readonly members: Int32Array;
	/** The first person of each of them. */
	readonly memberPerson: Int32Array;
	readonly memberCount: Int32Array;
	readonly position: Int32Array;
	readonly stride: number;
	readonly count: Int32Array;
	/** Places at each rank; index 0 = no rank. */
	readonly rankCount: Int32Array;
	/** Rounds two people share, only with `meetings`. */
	readonly shared: Uint8Array;
	readonly linWish: Float64Array;
	readonly delta: Delta = { musts: 0, mix: 0, wish: 0, credit: 0 };
	musts = 0;
	mix = 0;
	wish = 0;
	credit = 0;

	constructor(model: Model) {
		const units = model.units.length;
		const groups = model.groups.length;
		this.model = model;
		this.place = new Int32Array(units).fill(-1);
		this.size = new Int32Array(groups);
		this.stride = Math.max(1, ...model.roundIds.map((_, r) => model.units.filter((unit) => unit.round === r).length));
		this.members = new Int32Array(groups * this.stride);
		this.memberPerson = new Int32Array(this.members.length);
		this.memberCount = new Int32Array(groups);
		this.position = new Int32Array(units);
		this.count = new Int32Array(model.features.counters);
		this.rankCount = new Int32Array(model.ranks + 1);
		this.shared = new Uint8Array(model.meetings > 0 ? model.people.length ** 2 : 0);
		this.linWish = new Float64Array(model.linMix.length);
		for (let g = 0; g < groups; g++) this.#openEmpty(g, model.groups[g]!.group.optional ? 0 : 1);
		for (const unit of model.units) for (const link of unit.links) if (link.weight < 0) this.musts -= link.weight / 2;
		if (model.meetings > 0) this.mix += model.meetings * countOwnPairs(this);
	}

	/** An open group without people pays for its minimum and for the rules that ask for at least some people. */
	#openEmpty(group: number, sign: number): void {
		this.musts += sign * (this.model.features.emptyMust[group]! + this.model.groups[group]!.group.min);
		this.mix += sign * this.model.features.emptyMix[group]!;
	}

	/** Sets what each rank weighs (index = rank) in `wish`, and counts `wish` anew. */
	setRankWeights(weights: ArrayLike<number>): void {
		const { linBase, slotBase, slotRank, units } = this.model;
		this.wish = 0;
		units.forEach((unit, u) => {
			for (let at = linBase[u]!, local = 0; at < linBase[u + 1]!; at++, local++) {
				let sum = 0;
				for (const slot of unit.slots) sum += weights[slotRank[slotBase[slot]! + local]!]!;
				this.linWish[at] = sum;
			}
			if (this.place[u]! >= 0) this.wish += this.linWish[this.#lin(u, this.place[u]!)]!;
		});
	}

	#lin(unit: number, group: number): number {
		return this.model.linBase[unit]! + group - this.model.roundStart[this.model.unitRound[unit]!]!;
	}

	#sizeCost(group: number, people: number): number {
		const { min, max, optional } = this.model.groups[group]!.group;
		if (people === 0 && optional) return 0;
		return people < min ? min - people : people > max ? people - max : 0;
	}

	/** Prices moving a unit to another group of its round (from nowhere if it has no place yet). Result: `delta`. */
	priceShift(unit: number, to: number): Delta {
		const from = this.place[unit]!;
		const delta = this.#reset();
		this.#addFeatures(unit, -1, from, to);
		this.#addUnit(unit, from, to, -1);
		const people = this.model.unitSize[unit]!;
		if (from >= 0) this.#addResize(from, -people);
		this.#addResize(to, people);
		return delta;
	}

	/** Prices exchanging two units of different groups of one round. Result: `delta`. */
	priceSwap(a: number, b: number): Delta {
		const delta = this.#reset();
		const from = this.place[a]!;
		const to = this.place[b]!;
		this.#addFeatures(a, b, from, to);
		this.#addUnit(a, from, to, b);
		this.#addUnit(b, to, from, a);
		const people = this.model.unitSize[a]! - this.model.unitSize[b]!;
		if (people !== 0) {
			this.#addResize(from, -people);
			this.#addResize(to, people);
		}
		return delta;
	}

	/**
	 * Prices that two people change places in every round: units[i] with mates[i], all alone and free. Who meets whom and
	 * who hears what stays as it is, only the names change. Result: `delta`.
	 */
	pricePaths(units: readonly number[], mates: readonly number[]): Delta {
		const delta = this.#reset();
		for (let i = 0; i < units.length; i++) {
			const [from, to] = [this.place[units[i]!]!, this.place[mates[i]!]!];
			if (from === to) continue;
			this.#addFeatures(units[i]!, mates[i]!, from, to);
			this.#addLinear(units[i]!, from, to, mates[i]!);
			this.#addLinear(mates[i]!, to, from, units[i]!);
		}
		return delta;
	}

	/** Makes the exchange after `pricePaths` has set `delta` for it. */
	swapPaths(units: readonly number[], mates: readonly number[]): void {
		this.#book();
		for (let i = 0; i < units.length; i++) {
			const from = this.place[units[i]!]!;
			if (from === this.place[mates[i]!]!) continue;
			this.#seat(units[i]!, this.place[mates[i]!]!);
			this.#seat(mates[i]!, from);
		}
	}

	#reset(): Delta {
		const delta = this.delta;
		delta.musts = delta.mix = delta.wish = delta.credit = 0;
		return delta;
	}

	/**
	 * Counted classes: unit `a` goes from → to while `b` (−1 = nobody) goes back. Both lists are ascending, so they are
	 * merged and classes that both have drop out. The hottest loop of the search, hence in one piece.
	 */
	#addFeatures(a: number, b: number, from: number, to: number): void {
		const { start, feature, times, counterBase, tableBase, total, cost, soft } = this.model.features;
		const first = this.model.roundStart[this.model.unitRound[a]!]!;
		const x = from - first;
		const y = to - first;
		let i = start[a]!;
		const iEnd = start[a + 1]!;
		let j = b < 0 ? 0 : start[b]!;
		const jEnd = b < 0 ? 0 : start[b + 1]!;
		let mix = 0;
		let musts = 0;
		while (i < iEnd || j < jEnd) {
			const fi = i < iEnd ? feature[i]! : 0x7fffffff;
			const fj = j < jEnd ? feature[j]! : 0x7fffffff;
			const f = fi < fj ? fi : fj;
			let n = 0;
			if (fi === f) n += times[i++]!;
			if (fj === f) n -= times[j++]!;
			if (n === 0) continue;
			const counter = counterBase[f]!;
			const width = total[f]! + 1;
			const atTo = tableBase[f]! + y * width + this.count[counter + y]!;
			let change = cost[atTo + n]! - cost[atTo]!;
			if (from >= 0) {
				const atFrom = tableBase[f]! + x * width + this.count[counter + x]!;
				change += cost[atFrom - n]! - cost[atFrom]!;
			}
			if (f < soft) mix += change;
			else musts += change;
		}
		this.delta.mix += mix;
		this.delta.musts += musts;
	}

	/** What depends on the unit and on who is linked to it. `other` changes places with it (−1 = nobody). */
	#addUnit(unit: number, from: number, to: number, other: number): void {
		const { model, delta } = this;
		this.#addLinear(unit, from, to, other);
		if (model.hasTopics) delta.musts += priceTopics(this, unit, from, to);
		if (model.meetings > 0) delta.mix += model.meetings * pricePairs(this, unit, from, to, other);
	}

	/** Prices of the place itself, and links: apart and together. */
	#addLinear(unit: number, from: number, to: number, other: number): void {
		const { model, delta } = this;
		const b = this.#lin(unit, to);
		const a = from < 0 ? -1 : this.#lin(unit, from);
		delta.mix += model.linMix[b]! - (a < 0 ? 0 : model.linMix[a]!);
		delta.musts += model.linMust[b]! - (a < 0 ? 0 : model.linMust[a]!);
		delta.credit += model.linCredit[b]! - (a < 0 ? 0 : model.linCredit[a]!);
		delta.wish += this.linWish[b]! - (a < 0 ? 0 : this.linWish[a]!);
		const links = model.units[unit]!.links;
		for (let i = 0; i < links.length; i++) {
			const link = links[i]!;
			if (link.unit === other) continue;
			const place = this.place[link.unit]!;
			if (place === to) delta.musts += link.weight;
			if (place === from && from >= 0) delta.musts -= link.weight;
		}
	}

	#addResize(group: number, people: number): void {
		const before = this.size[group]!;
		const after = before + people;
		this.delta.musts += this.#sizeCost(group, after) - this.#sizeCost(group, before);
		if (!this.model.groups[group]!.group.optional) return;
		const { emptyMix, emptyMust } = this.model.features;
		// The tables count a closed group like an open one of nobody; closing takes that cost away.
		const sign = before === 0 && after > 0 ? 1 : before > 0 && after === 0 ? -1 : 0;
		this.delta.mix += sign * emptyMix[group]!;
		this.delta.musts += sign * emptyMust[group]!;
	}

	/** Moves a unit after `priceShift` has set `delta` for it. */
	shift(unit: number, to: number): void {
		this.#book();
		this.#seat(unit, to);
	}

	/** Exchanges two units after `priceSwap` has set `delta` for them. */
	swap(a: number, b: number): void {
		this.#book();
		const from = this.place[a]!;
		this.#seat(a, this.place[b]!);
		this.#seat(b, from);
	}

	#book(): void {
		this.musts += this.delta.musts;
		this.mix += this.delta.mix;
		this.wish += this.delta.wish;
		this.credit += this.delta.credit;
	}

	#seat(unit: number, to: number): void {
		const from = this.place[unit]!;
		if (from >= 0) this.#change(unit, from, -1);
		this.place[unit] = to;
		this.#change(unit, to, 1);
	}

	/** Enters a unit into a group's lists and counters (sign 1) or takes it out (−1). */
	#change(unit: number, group: number, sign: 1 | -1): void {
		const model = this.model;
		const { features, units, slotBase, slotRank } = model;
		const local = model.groups[group]!.local;
		this.size[group]! += sign * model.unitSize[unit]!;
		for (let i = features.start[unit]!; i < features.start[unit + 1]!; i++)
			this.count[features.counterBase[features.feature[i]!]! + local]! += sign * features.times[i]!;
		for (const slot of units[unit]!.slots) this.rankCount[slotRank[slotBase[slot]! + local]!]! += sign;
		if (sign < 0) this.#removeMember(unit, group);
		if (model.meetings > 0) countPairs(this, unit, group, sign);
		if (sign > 0) {
			const at = group * this.stride + this.memberCount[group]!;
			this.position[unit] = this.memberCount[group]!++;
			this.members[at] = unit;
			this.memberPerson[at] = model.slotPerson[units[unit]!.slots[0]!]!;
		}
	}

	#removeMember(unit: number, group: number): void {
		const last = --this.memberCount[group]!;
		const start = group * this.stride;
		const moved = this.members[start + last]!;
		this.members[start + this.position[unit]!] = moved;
		this.memberPerson[start + this.position[unit]!] = this.memberPerson[start + last]!;
		this.position[moved] = this.position[unit]!;
	}

	/** Brings the state to another placement of the same model. */
	load(place: ArrayLike<number>): void {
		for (let unit = 0; unit < place.length; unit++) {
			if (place[unit]! < 0 || place[unit] === this.place[unit]) continue;
			this.priceShift(unit, place[unit]!);
			this.shift(unit, place[unit]!);
		}
	}
}
