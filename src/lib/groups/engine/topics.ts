import type { State } from './state.ts';

/** Topics heard twice gained minus those lost when a unit goes from → to (from −1 = no place yet). */
export function priceTopics(state: State, unit: number, from: number, to: number): number {
	const { units, groups, personSlots, slotPerson, slotUnit } = state.model;
	const leaves = from < 0 ? -1 : groups[from]!.topic;
	const enters = groups[to]!.topic;
	if (leaves === enters) return 0;
	let change = 0;
	for (const slot of units[unit]!.slots) {
		let sameAsLeft = 0;
		let sameAsEntered = 0;
		for (const elsewhere of personSlots[slotPerson[slot]!]!) {
			const place = elsewhere === slot ? -1 : state.place[slotUnit[elsewhere]!]!;
			if (place < 0) continue;
			const topic = groups[place]!.topic;
			if (leaves >= 0 && topic === leaves) sameAsLeft = 1;
			if (enters >= 0 && topic === enters) sameAsEntered = 1;
		}
		change += sameAsEntered - sameAsLeft;
	}
	return change;
}
