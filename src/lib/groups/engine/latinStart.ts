import type { Model } from './model.ts';
import { netOf, type ParallelClass } from './net.ts';
import { freeTravellers, groupsPerRound, travellers } from './travellers.ts';

/**
 * A first placement for several rounds in which small sets of people travel together and any two sets meet at most once:
 * the sets are the cells of a square, the groups of a round the parallel lines of a class (see `netOf`). It reaches the
 * pair bound where the sets fill it evenly, and the search could hardly find it by single moves.
 * @returns a place of each unit, −1 in rounds beyond the classes there are, and whether there are enough of these;
 * undefined where the rounds do not fit
 */
export function latinStart(model: Model): { place: Int32Array; isWhole: boolean } | undefined {
	const rounds = model.roundIds.length;
	const k = groupsPerRound(model) ?? 0;
	if (rounds < 2 || k < 2 || model.meetings <= 0) return undefined;
	const net = model.hasTopics ? netOf(k).slice(0, -1) : withSplitColumns(netOf(k), k, travellers(model).length);
	if (net.length < 2) return undefined;
	return { place: deal(model, net.slice(0, rounds)), isWhole: net.length >= rounds };
}

/** Where few sets share a column, its line would be far too long: as many groups as there are share it out. */
function withSplitColumns(net: ParallelClass[], k: number, sets: number): ParallelClass[] {
	const parts = Math.max(1, Math.floor(k / Math.ceil(sets / k)));
	return [...net.slice(0, -1), (i, d) => (d * parts + (i % parts)) % k];
}

/** Groups of each round in the order of their topics, so that the same line means the same topic everywhere. */
function linesOf({ groups, roundStart, roundIds }: Model, k: number): number[][] {
	return roundIds.map((_, r) => {
		const own = Array.from({ length: k }, (_, local) => roundStart[r]! + local);
		return own.sort((a, b) => groups[a]!.topic - groups[b]!.topic || a - b);
	});
}

/** Deals people who are counted alike over all cells, one after the other. Units of several people go first. */
function deal(model: Model, net: ParallelClass[]): Int32Array {
	const lines = linesOf(model, model.roundStart[1]!);
	const k = lines[0]!.length;
	// Along the column d = 0 a set would hear the same topic in every round.
	const columns = Array.from({ length: k }, (_, d) => d).filter((d) => d > 0 || !model.hasTopics);
	const place = Int32Array.from(model.units, (unit) => unit.fixed);
	freeTravellers(model).forEach((units, set) => {
		const d = columns[Math.floor(set / k) % columns.length]!;
		for (const u of units) {
			const r = model.unitRound[u]!;
			if (r < net.length) place[u] = lines[r]![net[r]!(set % k, d)]!;
		}
	});
	return place;
}
