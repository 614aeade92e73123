import { bestGroup } from './construct.ts';
import { energy, type Weights } from './goal.ts';
import type { Random } from './random.ts';
import type { State } from './state.ts';
import { Trial } from './trial.ts';

/**
 * Opens a closed optional group with as many people as it needs, or closes an open one and seats its people elsewhere.
 * Single moves would have to pass through groups that are too small. Undone unless the energy rises by `limit` at most.
 */
export function moveGroup(state: State, random: Random, weights: Weights, limit: number): boolean {
	const { groups, units } = state.model;
	const group = random.below(groups.length);
	if (!groups[group]!.group.optional) return false;
	const trial = new Trial(state, weights);
	if (state.size[group] === 0) {
		open(state, random, weights, group, trial);
		return trial.settle(limit);
	}
	const start = group * state.stride;
	const members = state.members.slice(start, start + state.memberCount[group]!);
	if (members.some((unit) => units[unit]!.fixed >= 0)) return false;
	for (const unit of members) trial.move(unit, bestGroup(state, unit, group));
	return trial.settle(limit);
}

/** Pulls the cheapest of a few drawn units, one after the other, until the minimum is there. */
function open(state: State, random: Random, weights: Weights, group: number, trial: Trial): void {
	const { free, unitRound, groups } = state.model;
	for (let tries = 0; tries < 50 && state.size[group]! < groups[group]!.group.min; tries++) {
		let unit = -1;
		let least = Infinity;
		for (let k = 0; k < 8; k++) {
			const drawn = free[random.below(free.length)]!;
			if (unitRound[drawn] !== groups[group]!.round || state.place[drawn] === group) continue;
			const delta = state.priceShift(drawn, group);
			const price = delta.musts * weights.musts + delta.mix * weights.mix + delta.wish * weights.wish;
			if (price >= least) continue;
			unit = drawn;
			least = price;
		}
		if (unit >= 0) trial.move(unit, group);
	}
}

/**
 * Exchanges two units of a round, and in every other round what they would then hear twice: whoever enters a topic she
 * has in another round gives that place to a group of the topic she left. Single moves would break that must twice.
 */
export function tradeTopics(state: State, random: Random, weights: Weights, limit: number): boolean {
	const { free, unitRound, roundStart, groups } = state.model;
	const unit = free[random.below(free.length)]!;
	const from = state.place[unit]!;
	const first = roundStart[unitRound[unit]!]!;
	const to = first + random.below(roundStart[unitRound[unit]! + 1]! - first);
	if (to === from || groups[to]!.topic < 0) return false;
	const trial = new Trial(state, weights);
	const count = state.memberCount[to]!;
	const mate = count > 0 && (random.next() & 1) === 0 ? state.members[to * state.stride + random.below(count)]! : -1;
	follow(state, trial, unit, from, to);
	if (mate >= 0 && state.model.units[mate]!.fixed < 0) follow(state, trial, mate, to, from);
	return trial.settle(limit);
}

/** Moves a unit, and its people's units elsewhere that sit at the topic it enters to the topic it leaves. */
function follow(state: State, trial: Trial, unit: number, from: number, to: number): void {
	const { units, groups, personSlots, slotPerson, slotUnit, roundStart, unitRound } = state.model;
	trial.move(unit, to);
	for (const slot of units[unit]!.slots)
		for (const elsewhere of personSlots[slotPerson[slot]!]!) {
			const other = slotUnit[elsewhere]!;
			if (other === unit || units[other]!.fixed >= 0) continue;
			if (groups[state.place[other]!]!.topic !== groups[to]!.topic) continue;
			const round = unitRound[other]!;
			for (let g = roundStart[round]!; g < roundStart[round + 1]!; g++)
				if (groups[g]!.topic === groups[from]!.topic) {
					trial.move(other, g);
					break;
				}
		}
}

/** Two people who attend the same rounds and are free in all of them change places everywhere. */
export function swapPaths(state: State, random: Random, weights: Weights, limit: number): boolean {
	const { free, units, slotPerson, paths } = state.model;
	const path = paths[slotPerson[units[free[random.below(free.length)]!]!.slots[0]!]!];
	const mates = paths[slotPerson[units[free[random.below(free.length)]!]!.slots[0]!]!];
	if (!path || !mates || path === mates || path.rounds !== mates.rounds) return false;
	if (energy(state.pricePaths(path.units, mates.units), weights) > limit) return false;
	state.swapPaths(path.units, mates.units);
	return true;
}
