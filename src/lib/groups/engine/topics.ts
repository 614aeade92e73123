import type { State } from './state.ts';

/** Topics heard twice gained minus those lost when a unit goes from → to (from −1 = no place yet). */
export function priceTopics(state: State, unit: number, from: number, to: number): number {
	const { units, groups } = state.model;
	const leaves = from < 0 ? -1 : groups[from]!.topic;
	const enters = groups[to]!.topic;
	let change = 0;
	for (const slot of units[unit]!.slots) {
		if (enters >= 0) change += addsTo(state, slot, to, enters);
		if (leaves >= 0) change -= addsTo(state, slot, from, leaves);
	}
	return change;
}

/**
 * How often more a person hears a topic twice with this slot at the group than without it. Of the places she is fixed at
 * only the first counts, as `topicBreaches` says.
 */
function addsTo(state: State, slot: number, group: number, topic: number): number {
	const { groups, personSlots, slotPerson, slotUnit, slotHeld } = state.model;
	let others = 0;
	let held = 0;
	for (const elsewhere of personSlots[slotPerson[slot]!]!) {
		const place = elsewhere === slot ? -1 : state.place[slotUnit[elsewhere]!]!;
		if (place < 0 || groups[place]!.topic !== topic) continue;
		if (slotHeld[elsewhere] === place) held++;
		else others++;
	}
	if (slotHeld[slot] === group) return held > 0 || others === 0 ? 0 : 1;
	return held + others > 0 ? 1 : 0;
}
