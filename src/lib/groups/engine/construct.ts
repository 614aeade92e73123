import type { State } from './state.ts';

/**
 * Seats every unit that has no place: fixed ones first, then large ones, each where it breaks the fewest musts, then
 * where it costs the least mix. A group below its minimum attracts people, because each one mends a must.
 */
export function seatEverybody(state: State): void {
	const { units } = state.model;
	const order = units.map((_, u) => u).filter((u) => state.place[u]! < 0);
	const weight = (u: number) =>
		(units[u]!.fixed >= 0 ? 1e6 : 0) + units[u]!.links.length * 1000 + units[u]!.slots.length;
	order.sort((a, b) => weight(b) - weight(a) || a - b);
	for (const unit of order) {
		const to = units[unit]!.fixed >= 0 ? units[unit]!.fixed : bestGroup(state, unit, -1);
		state.priceShift(unit, to);
		state.shift(unit, to);
	}
}

/** The cheapest group for a unit other than `not`: musts before mix before wish; −1 if there is none. */
export function bestGroup(state: State, unit: number, not: number): number {
	const { roundStart, unitRound } = state.model;
	const round = unitRound[unit]!;
	let best = -1;
	let musts = Infinity;
	let mix = Infinity;
	for (let g = roundStart[round]!; g < roundStart[round + 1]!; g++) {
		if (g === state.place[unit] || g === not) continue;
		const delta = state.priceShift(unit, g);
		const rest = delta.mix + delta.wish * 1e-3;
		if (delta.musts > musts || (delta.musts === musts && rest >= mix)) continue;
		best = g;
		musts = delta.musts;
		mix = rest;
	}
	return best;
}
