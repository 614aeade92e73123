import type { Detail, Kind } from './kinds.ts';
import type { Model } from './model.ts';
import type { Program, Term } from './program.ts';

/** Per kind the column of its people at groups they did not name, per group the column of those who sit there. */
export type Pool = { ofKind: number[]; ofGroup: number[] };

/**
 * Whether a unit at a group belongs to the pool: only where nothing but sizes and wishes counts, so that it does not
 * matter who of the pool sits where. With 160 courses and five wishes each that leaves 6 columns a person, not 160.
 */
export function poolTest(model: Model, detail: Detail): (unit: number, local: number) => boolean {
	const { features, units, linMix, hasTopics, isSingle, ranks } = model;
	const isPlain =
		features.count === 0 && isSingle && !hasTopics && !detail.pairs && linMix.every((price) => price === 0);
	if (!isPlain || !detail.wishes || units.some(({ links }) => links.length > 0)) return () => false;
	// The last rank is "unwanted", the one before it "not wished"; the pool holds those of the latter.
	return (unit, local) => model.slotRank[model.slotBase[units[unit]!.slots[0]!]! + local] === ranks - 1;
}

/** Adds the columns of the pool: as many people leave it for the groups of a round as enter it. */
export function addPool(model: Model, program: Program, kinds: Kind[], columns: number[][]): Pool | undefined {
	if (!columns.some((own) => own.includes(-1))) return undefined;
	const ofKind = kinds.map(({ units }, k) =>
		columns[k]!.includes(-1) ? program.addColumn(0, 0, units.length, true) : -1
	);
	const ofGroup = model.groups.map(({ group }) => program.addColumn(0, 0, group.max, true));
	model.roundIds.forEach((_, r) => {
		const enter = kinds.flatMap((kind, k): Term[] => (kind.round === r && ofKind[k]! >= 0 ? [[ofKind[k]!, 1]] : []));
		const leave = ofGroup.slice(model.roundStart[r]!, model.roundStart[r + 1]!).map((column): Term => [column, -1]);
		program.addRow(0, 0, [...enter, ...leave]);
	});
	return { ofKind, ofGroup };
}
