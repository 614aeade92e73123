import { columnOf, type MixProgram } from './mixProgram.ts';
import type { Model } from './model.ts';
import type { Term } from './program.ts';

/** Rows that `addPairs` would need: worth it for small problems only. */
export function pairRows(model: Model): number {
	const groups = model.roundIds.reduce((sum, _, r) => sum + model.roundStart[r + 1]! - model.roundStart[r]!, 0);
	return (model.people.length * (model.people.length - 1) * groups) / 2;
}

/**
 * Repeated pairs exactly: one column per pair and round that says whether the two share a group there, and one for the
 * rounds they share beyond the first. Its bound is weak, so only a search tree over whole columns makes it exact.
 */
export function addPairs(model: Model, draft: MixProgram): void {
	const { program, mix } = draft;
	const kindOf = new Map(draft.kinds.flatMap(({ units }, k) => units.map((u): [number, number] => [u, k])));
	const roundOf = (slot: number) => model.units[model.slotUnit[slot]!]!.round;
	model.personSlots.forEach((mine, a) => {
		for (const theirs of model.personSlots.slice(a + 1)) {
			const shared: Term[] = [];
			for (const slot of mine)
				for (const other of theirs)
					if (roundOf(slot) === roundOf(other)) shared.push([addShared(model, draft, kindOf, slot, other), 1]);
			if (shared.length < 2) continue;
			const again = program.addColumn(0, 0, Infinity, false);
			program.addRow(-Infinity, 1, [...shared, [again, -1]]);
			mix.terms.push([again, model.meetings]);
		}
	});
}

/** A column that is 1 when two people share a group of a round. */
function addShared(model: Model, draft: MixProgram, kindOf: Map<number, number>, slot: number, other: number): number {
	const { program } = draft;
	const u = model.slotUnit[slot]!;
	const v = model.slotUnit[other]!;
	const together = program.addColumn(0, u === v ? 1 : 0, 1, false);
	if (u === v) return together;
	const { round } = model.units[u]!;
	for (let g = model.roundStart[round]!; g < model.roundStart[round + 1]!; g++) {
		const seated = [u, v].filter((one) => model.units[one]!.fixed === g).length;
		const terms = [u, v].flatMap((one): Term[] =>
			kindOf.has(one) ? [[columnOf(draft, model, kindOf.get(one)!, g), 1]] : []
		);
		program.addRow(-Infinity, 1 - seated, [...terms, [together, -1]]);
	}
	return together;
}
