import type { Model } from './model.ts';

/** Groups of a round where every round has as many; undefined where they differ. */
export function groupsPerRound({ roundIds, roundStart }: Model): number | undefined {
	const k = roundStart[1]!;
	return roundIds.every((_, r) => roundStart[r + 1]! - roundStart[r]! === k) ? k : undefined;
}

/** Units of the same people in all their rounds, sorted by what is counted about them; people together come once each. */
export function travellers(model: Model): number[][] {
	const { features, personSlots, slotUnit } = model;
	const kindOf = (u: number) => features.feature.subarray(features.start[u], features.start[u + 1]).join();
	return personSlots
		.map((slots) => slots.map((slot) => slotUnit[slot]!))
		.filter((units) => units.length > 0)
		.map((units) => ({ units, kind: `${99 - model.unitSize[units[0]!]!} ${kindOf(units[0]!)}` }))
		.sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0))
		.map(({ units }) => units);
}

/** Those of them who are held nowhere, people together only once. */
export function freeTravellers(model: Model): number[][] {
	const seen = new Set<number>();
	return travellers(model).filter((units) => {
		if (units.some((u) => seen.has(u) || model.units[u]!.fixed >= 0)) return false;
		for (const u of units) seen.add(u);
		return true;
	});
}
