import { columnOf, type MixProgram } from './mixProgram.ts';
import type { Model } from './model.ts';
import type { Term } from './program.ts';

/** Rows that bind people to each other, and the rounds of one person. */

/** People kept apart share no group; together with a fixed one nobody enters her group. */
export function addApart(model: Model, draft: MixProgram): void {
	const kindOf = new Map(draft.kinds.flatMap(({ units }, k) => units.map((u): [number, number] => [u, k])));
	model.units.forEach((unit, u) => {
		for (const link of unit.links) {
			if (link.unit < u) continue;
			for (let g = model.roundStart[unit.round]!; g < model.roundStart[unit.round + 1]!; g++) {
				const ends = [u, link.unit].map((one) => ({ kind: kindOf.get(one), fixed: model.units[one]!.fixed }));
				const terms = ends.flatMap(({ kind }): Term[] =>
					kind === undefined ? [] : [[columnOf(draft, model, kind, g), 1]]
				);
				const seated = ends.filter(({ fixed }) => fixed === g).length;
				// A negative link: people together who are fixed in different groups; that can never hold.
				if (link.weight < 0) draft.program.addRow(1, 1, []);
				else draft.program.addRow(-Infinity, 1 - seated, terms);
			}
		}
	});
}

/** Nobody hears a topic twice. */
export function addTopics(model: Model, draft: MixProgram): void {
	if (!model.hasTopics) return;
	const kindOf = new Map(draft.kinds.flatMap(({ units }, k) => units.map((u): [number, number] => [u, k])));
	for (const slots of model.personSlots) {
		const byTopic = new Map<number, { terms: Term[]; seated: number; held: boolean }>();
		for (const slot of slots) {
			const u = model.slotUnit[slot]!;
			const unit = model.units[u]!;
			for (let g = model.roundStart[unit.round]!; g < model.roundStart[unit.round + 1]!; g++) {
				const { topic } = model.groups[g]!;
				if (topic < 0) continue;
				const entry = byTopic.get(topic) ?? { terms: [], seated: 0, held: false };
				byTopic.set(topic, entry);
				if (unit.fixed === g) entry.seated += model.slotHeld[slot] === g && entry.held ? 0 : 1;
				entry.held ||= unit.fixed === g && model.slotHeld[slot] === g;
				if (unit.fixed < 0) entry.terms.push([columnOf(draft, model, kindOf.get(u)!, g), 1]);
			}
		}
		for (const { terms, seated } of byTopic.values())
			if (terms.length + seated > 1) draft.program.addRow(-Infinity, 1 - seated, terms);
	}
}
