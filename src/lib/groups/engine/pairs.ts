import type { State } from './state.ts';

/** Pairs that meet again within the plan: kept in `state.shared`, rounds shared by two people. */

/** Repeated pairs gained minus those lost when a unit goes from → to while `other` (−1 = nobody) goes back. */
export function pricePairs(state: State, unit: number, from: number, to: number, other: number): number {
	let repeats = 0;
	for (const slot of state.model.units[unit]!.slots) {
		const row = state.model.slotPerson[slot]! * state.model.people.length;
		repeats += repeatsIn(state, to, row, 1, unit, other);
		if (from >= 0) repeats -= repeatsIn(state, from, row, 2, unit, other);
	}
	return repeats;
}

/** People in a group with whom the person of `row` shares at least `least` rounds; `unit` and `other` do not count. */
function repeatsIn(state: State, group: number, row: number, least: number, unit: number, other: number): number {
	const { units, slotPerson, isSingle } = state.model;
	const { members, shared, memberPerson } = state;
	const start = group * state.stride;
	const end = start + state.memberCount[group]!;
	let repeats = 0;
	if (isSingle) {
		// The person herself shares no round with herself, so only `other` has to be taken out again.
		for (let i = start; i < end; i++) if (shared[row + memberPerson[i]!]! >= least) repeats++;
		const isHere = other >= 0 && state.place[other] === group;
		return isHere && shared[row + slotPerson[units[other]!.slots[0]!]!]! >= least ? repeats - 1 : repeats;
	}
	for (let i = start; i < end; i++) {
		const member = members[i]!;
		if (member === unit || member === other) continue;
		const slots = units[member]!.slots;
		for (let k = 0; k < slots.length; k++) if (shared[row + slotPerson[slots[k]!]!]! >= least) repeats++;
	}
	return repeats;
}

/** True if somebody of the unit shares her group with a person for the second time or more. */
export function meetsAgain(state: State, unit: number): boolean {
	const { units, slotPerson, people } = state.model;
	const group = state.place[unit]!;
	return units[unit]!.slots.some((slot) => repeatsIn(state, group, slotPerson[slot]! * people.length, 2, unit, -1) > 0);
}

/** Counts a unit's pairs with the members of a group (sign 1) or takes them back (−1); it is not in the list itself. */
export function countPairs(state: State, unit: number, group: number, sign: 1 | -1): void {
	const { units, slotPerson, people } = state.model;
	const all = people.length;
	for (let i = 0; i < state.memberCount[group]!; i++)
		for (const mate of units[state.members[group * state.stride + i]!]!.slots)
			for (const slot of units[unit]!.slots) {
				const a = slotPerson[slot]!;
				const b = slotPerson[mate]!;
				state.shared[a * all + b]! += sign;
				state.shared[b * all + a]! += sign;
			}
}

/** Counts the pairs that move as one, wherever they sit; returns how many of them meet again. */
export function countOwnPairs(state: State): number {
	const { units, slotPerson, people } = state.model;
	let repeats = 0;
	for (const { slots } of units)
		slots.forEach((slot, i) => {
			for (const mate of slots.slice(i + 1)) {
				const pair = slotPerson[slot]! * people.length + slotPerson[mate]!;
				const turned = slotPerson[mate]! * people.length + slotPerson[slot]!;
				if (state.shared[pair]! > 0) repeats++;
				state.shared[pair]!++;
				state.shared[turned]!++;
			}
		});
	return repeats;
}
