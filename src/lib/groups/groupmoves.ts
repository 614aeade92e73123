import { energy } from './anneal.ts';
import { bestGroup } from './construct.ts';
import type { Weights } from './goal.ts';
import type { Random } from './random.ts';
import type { State } from './state.ts';

/**
 * Opens a closed optional group with as many people as it needs, or closes an open one and seats its people elsewhere.
 * Single moves would have to pass through groups that are too small. Undone unless the energy rises by `limit` at most.
 */
export function moveGroup(state: State, random: Random, weights: Weights, limit: number): boolean {
	const { groups } = state.model;
	const group = random.below(groups.length);
	if (!groups[group]!.group.optional) return false;
	const undo: { unit: number; from: number }[] = [];
	const change =
		state.size[group] === 0
			? open(state, random, weights, group, undo)
			: close(state, weights, group, undo);
	if (change <= limit) return true;
	for (const { unit, from } of undo.reverse()) {
		state.priceShift(unit, from);
		state.shift(unit, from);
	}
	return false;
}

function move(state: State, weights: Weights, unit: number, to: number, undo: { unit: number; from: number }[]): number {
	undo.push({ unit, from: state.place[unit]! });
	const change = energy(state.priceShift(unit, to), weights);
	state.shift(unit, to);
	return change;
}

/** Pulls the cheapest of a few drawn units, one after the other, until the minimum is there. */
function open(state: State, random: Random, weights: Weights, group: number, undo: { unit: number; from: number }[]): number {
	const { free, unitRound, groups } = state.model;
	let change = 0;
	for (let tries = 0; tries < 50 && state.size[group]! < groups[group]!.group.min; tries++) {
		let unit = -1;
		let least = Infinity;
		for (let k = 0; k < 8; k++) {
			const drawn = free[random.below(free.length)]!;
			if (unitRound[drawn] !== groups[group]!.round || state.place[drawn] === group) continue;
			const price = energy(state.priceShift(drawn, group), weights);
			if (price >= least) continue;
			unit = drawn;
			least = price;
		}
		if (unit >= 0) change += move(state, weights, unit, group, undo);
	}
	return change;
}

function close(state: State, weights: Weights, group: number, undo: { unit: number; from: number }[]): number {
	const { units } = state.model;
	const start = group * state.stride;
	const members = Array.from(state.members.subarray(start, start + state.memberCount[group]!));
	if (members.some((unit) => units[unit]!.fixed >= 0)) return Infinity;
	let change = 0;
	for (const unit of members) change += move(state, weights, unit, bestGroup(state, unit, group), undo);
	return change;
}
