import type { Model } from './model.ts';

/**
 * A first placement for several rounds in which small sets of people travel together and any two sets meet at most once:
 * set (i, d) sits at group i + r·d (mod k) in round r, k groups a round. That is a set of orthogonal Latin squares; it
 * reaches the pair bound where the sets fill it evenly. The search could hardly find it by single moves.
 * @returns undefined where the rounds do not fit: different numbers of groups, or k for which the sets would meet twice
 */
export function latinStart(model: Model): Int32Array | undefined {
	const rounds = model.roundIds.length;
	const k = model.roundStart[1]!;
	const isEven = model.roundIds.every((_, r) => model.roundStart[r + 1]! - model.roundStart[r]! === k);
	if (rounds < 2 || !isEven || model.meetings <= 0) return undefined;
	for (let apart = 1; apart < rounds; apart++) if (gcd(apart, k) > 1) return undefined;
	const columns = columnsOf(model, k);
	const steps = Array.from({ length: k }, (_, d) => d).filter((d) => d > 0 || !model.hasTopics);
	return deal(model, columns, steps);
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** Groups of each round in the order of their topics, so that the same column means the same topic everywhere. */
function columnsOf({ groups, roundStart, roundIds }: Model, k: number): number[][] {
	return roundIds.map((_, r) => {
		const own = Array.from({ length: k }, (_, local) => roundStart[r]! + local);
		return own.sort((a, b) => groups[a]!.topic - groups[b]!.topic || a - b);
	});
}

/** Deals people who are counted alike over all sets, one after the other. Units of several people go first. */
function deal(model: Model, columns: number[][], steps: number[]): Int32Array {
	const k = columns[0]!.length;
	const place = Int32Array.from(model.units, (unit) => unit.fixed);
	const seen = new Set<number>();
	let set = 0;
	for (const { units } of travellers(model)) {
		if (units.some((u) => seen.has(u) || place[u]! >= 0)) continue;
		const i = set % k;
		const d = steps[Math.floor(set / k) % steps.length]!;
		for (const u of units) {
			const r = model.unitRound[u]!;
			place[u] = columns[r]![(i + r * d) % k]!;
			seen.add(u);
		}
		set++;
	}
	return place;
}

/** Units of the same people in all their rounds, sorted by what is counted about them. */
function travellers(model: Model): { units: number[]; kind: string }[] {
	const { features, personSlots, slotUnit } = model;
	const kindOf = (u: number) => features.feature.subarray(features.start[u], features.start[u + 1]).join();
	return personSlots
		.map((slots) => slots.map((slot) => slotUnit[slot]!))
		.filter((units) => units.length > 0)
		.map((units) => ({ units, kind: `${99 - model.unitSize[units[0]!]!} ${kindOf(units[0]!)}` }))
		.sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0));
}
