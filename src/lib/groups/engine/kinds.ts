import type { Model } from './model.ts';

/**
 * Units of one round that no rule tells apart: the same size, counted classes and prices, and, where wishes matter, the
 * same ranks. A program needs one column for all of them; a unit that is bound to others stays alone.
 */
export type Kind = { round: number; size: number; units: number[] };

/** What a program has to know apart: wishes, or everybody for herself (pairs). */
export type Detail = { wishes: boolean; pairs: boolean };

/** Sorts the free units into kinds. */
export function kindsOf(model: Model, detail: Detail): Kind[] {
	const kinds = new Map<string, Kind>();
	const isAlone = (u: number) => model.units[u]!.links.length > 0 || model.hasTopics || detail.pairs;
	model.units.forEach((unit, u) => {
		if (unit.fixed >= 0) return;
		const key = isAlone(u) ? `unit ${u}` : `${signature(model, u)} ${detail.wishes ? ranks(model, u) : ''}`;
		const kind = kinds.get(key);
		if (kind) kind.units.push(u);
		else kinds.set(key, { round: unit.round, size: unit.slots.length, units: [u] });
	});
	return [...kinds.values()];
}

function signature({ features, units, linBase, linMix }: Model, u: number): string {
	const from = features.start[u]!;
	const to = features.start[u + 1]!;
	const counted = `${features.feature.subarray(from, to)} ${features.times.subarray(from, to)}`;
	return `${units[u]!.round} ${units[u]!.slots.length} ${counted} ${linMix.subarray(linBase[u], linBase[u + 1])}`;
}

function ranks({ units, slotBase, slotRank }: Model, u: number): string {
	const rows = units[u]!.slots.map((slot) => slotRank.subarray(slotBase[slot], slotBase[slot + 1]).join());
	return rows.sort().join(' ');
}
