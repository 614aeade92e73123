import { addApart, addTopics } from './bindProgram.ts';
import { kindsOf, type Detail, type Kind } from './kinds.ts';
import type { Model } from './model.ts';
import { addPairs } from './pairProgram.ts';
import { addPool, poolTest, type Pool } from './poolProgram.ts';
import { Program, type Term } from './program.ts';

/** A measure as a sum over columns: the mix, or the places at one rank. */
export type Measure = { terms: Term[]; constant: number };

/**
 * The problem as a linear program. Columns: people of each kind in each group; per counted class and group one column
 * for each slope of the convex table of costs, so that a program without whole numbers is nearly exact (the piecewise
 * linear description of a convex cost with whole breakpoints; groups.md of the field calls it "LP on counts").
 */
export type MixProgram = {
	program: Program;
	kinds: Kind[];
	/** Column of each kind in each group of its round; −1 where the pool stands for it. */
	columns: number[][];
	/** Where only wishes count: people who sit at a group they did not name are counted together, not one by one. */
	pool: Pool | undefined;
	/** Column that says whether an optional group is open; −1 for the others. */
	openColumn: number[];
	mix: Measure;
	/** Places at each rank; index 0 is not used. */
	ranks: Measure[];
};

/** Writes every must of the model as rows and the tiers as measures; the objective is still empty. */
export function buildMixProgram(model: Model, detail: Detail): MixProgram {
	const program = new Program();
	const kinds = kindsOf(model, detail);
	const isPooled = poolTest(model, detail);
	const columns = kinds.map(({ round, units }) => {
		const groups = model.roundStart[round + 1]! - model.roundStart[round]!;
		return Array.from({ length: groups }, (_, local) =>
			isPooled(units[0]!, local) ? -1 : program.addColumn(0, 0, units.length, true)
		);
	});
	const pool = addPool(model, program, kinds, columns);
	const openColumn = model.groups.map(({ group }) => (group.optional ? program.addColumn(0, 0, 1, true) : -1));
	const draft: MixProgram = {
		program,
		kinds,
		columns,
		pool,
		openColumn,
		mix: { terms: [], constant: 0 },
		ranks: Array.from({ length: model.ranks + 1 }, () => ({ terms: [], constant: 0 }))
	};
	addSeats(draft);
	addHeld(model, draft);
	addSizes(model, draft);
	addCounts(model, draft);
	addApart(model, draft);
	addTopics(model, draft);
	addLinear(model, draft, detail.wishes);
	if (detail.pairs) addPairs(model, draft);
	return draft;
}

/** Column of a kind in a group (index over all rounds); −1 = in the pool. */
export function columnOf({ columns }: MixProgram, model: Model, kind: number, group: number): number {
	return columns[kind]![model.groups[group]!.local]!;
}

/** Everybody of a kind sits somewhere. */
function addSeats({ program, kinds, columns, pool }: MixProgram): void {
	kinds.forEach(({ units }, k) => {
		const terms = columns[k]!.flatMap((column): Term[] => (column < 0 ? [] : [[column, 1]]));
		const pooled = pool?.ofKind[k] ?? -1;
		program.addRow(units.length, units.length, pooled < 0 ? terms : [...terms, [pooled, 1]]);
	});
}

/** Somebody whom a started round holds elsewhere than her fixed place: that can never hold. */
function addHeld({ units, slotPerson, people, groups, roundIds }: Model, { program }: MixProgram): void {
	for (const { fixed, slots, round } of units)
		for (const slot of slots) {
			const wanted = people[slotPerson[slot]!]!.fixed?.[roundIds[round]!];
			if (fixed >= 0 && wanted !== undefined && wanted !== groups[fixed]!.group.id) program.addRow(1, 1, []);
		}
}

/** Between min and max people, or nobody in an optional group that stays closed. */
function addSizes(model: Model, draft: MixProgram): void {
	const { program, kinds, openColumn } = draft;
	const fixed = new Int32Array(model.groups.length);
	for (const unit of model.units) if (unit.fixed >= 0) fixed[unit.fixed]! += unit.slots.length;
	model.groups.forEach(({ group, round }, g) => {
		const terms = kinds.flatMap((kind, k): Term[] => {
			const column = kind.round === round ? columnOf(draft, model, k, g) : -1;
			return column < 0 ? [] : [[column, kind.size]];
		});
		if (draft.pool) terms.push([draft.pool.ofGroup[g]!, 1]);
		const open = openColumn[g]!;
		if (open < 0) {
			program.addRow(group.min - fixed[g]!, group.max - fixed[g]!, terms);
			return;
		}
		if (fixed[g]! > 0) program.lower[open] = 1;
		program.addRow(-fixed[g]!, Infinity, [...terms, [open, -group.min]]);
		program.addRow(-Infinity, -fixed[g]!, [...terms, [open, -group.max]]);
		// Said of each kind apart it says more to a program without whole numbers: a third of a place does not open a third of a group.
		kinds.forEach((kind, k) => {
			const column = kind.round === round ? columnOf(draft, model, k, g) : -1;
			if (column >= 0)
				program.addRow(-Infinity, 0, [
					[column, 1],
					[open, -kind.units.length]
				]);
		});
	});
}

/** How many people of each counted class sit in each group, and what that costs or forbids. */
function addCounts(model: Model, draft: MixProgram): void {
	const { features, groups, roundStart } = model;
	const members = membersOf(model, draft.kinds);
	for (let f = 0; f < features.count; f++) {
		const first = roundStart[features.round[f]!]!;
		const { fixed, kinds } = members[f]!;
		for (let local = 0; local < roundStart[features.round[f]! + 1]! - first; local++) {
			const terms = kinds.map(([k, times]): Term => [draft.columns[k]![local]!, times]);
			const table = tableOf(model, f, local);
			const here = { model, draft, group: first + local, terms, table, from: fixed[local]! };
			if (f < features.soft) addCost(here, Math.min(features.total[f]!, groups[first + local]!.group.max));
			else addMust(here);
		}
	}
}

type Count = { model: Model; draft: MixProgram; group: number; terms: Term[]; table: Float64Array; from: number };

function tableOf({ features }: Model, f: number, local: number): Float64Array {
	const width = features.total[f]! + 1;
	const start = features.tableBase[f]! + local * width;
	return features.cost.subarray(start, start + width);
}

/** Per feature: people fixed in each group, and the kinds that have it with how often. */
function membersOf(model: Model, kinds: Kind[]): { fixed: number[]; kinds: [number, number][] }[] {
	const { features, units, groups, roundStart } = model;
	const members = Array.from({ length: features.count }, (_, f) => {
		const round = features.round[f]!;
		const fixed = new Array<number>(roundStart[round + 1]! - roundStart[round]!).fill(0);
		return { fixed, kinds: [] as [number, number][] };
	});
	const each = (u: number, note: (f: number, times: number) => void) => {
		for (let i = features.start[u]!; i < features.start[u + 1]!; i++) note(features.feature[i]!, features.times[i]!);
	};
	units.forEach((unit, u) => {
		if (unit.fixed >= 0) each(u, (f, times) => (members[f]!.fixed[groups[unit.fixed]!.local]! += times));
	});
	kinds.forEach((kind, k) => each(kind.units[0]!, (f, times) => members[f]!.kinds.push([k, times])));
	return members;
}

/** One column per slope: people beyond `from` fill them from the cheapest on, because the table is convex. */
function addCost({ draft, group, terms, table, from }: Count, most: number): void {
	const { program, mix, openColumn } = draft;
	const open = openColumn[group]!;
	if (open >= 0 && table[from] !== 0) mix.terms.push([open, table[from]!]);
	else mix.constant += table[from]!;
	const row: Term[] = [];
	for (let n = from; n < Math.max(most, from);) {
		const slope = table[n + 1]! - table[n]!;
		let end = n + 1;
		while (end < most && Math.abs(table[end + 1]! - table[end]! - slope) < 1e-9) end++;
		row.push([program.addColumn(0, 0, end - n, false), -1]);
		if (Math.abs(slope) > 1e-12) mix.terms.push([program.columns - 1, slope]);
		n = end;
	}
	program.addRow(0, 0, [...terms, ...row]);
}

/** The count must lie where the table costs nothing. */
function addMust({ draft, group, terms, table, from }: Count): void {
	const { program, openColumn } = draft;
	let low = 0;
	while (low < table.length && table[low]! > 1e-9) low++;
	let high = table.length - 1;
	while (high >= 0 && table[high]! > 1e-9) high--;
	const open = openColumn[group]!;
	if (open < 0 || low === 0) program.addRow(low - from, high - from, terms);
	else {
		program.addRow(-from, Infinity, [...terms, [open, -low]]);
		program.addRow(-Infinity, high - from, terms);
	}
}

/** The price of moves, and the places at each rank. */
function addLinear(model: Model, draft: MixProgram, wishes: boolean): void {
	const { mix, ranks, kinds } = draft;
	const rankAt = (slot: number, local: number) => model.slotRank[model.slotBase[slot]! + local]!;
	model.units.forEach((unit, u) => {
		if (unit.fixed < 0) return;
		const { local } = model.groups[unit.fixed]!;
		mix.constant += model.linMix[model.linBase[u]! + local]!;
		for (const slot of unit.slots) ranks[rankAt(slot, local)]!.constant++;
	});
	kinds.forEach((kind, k) => {
		const u = kind.units[0]!;
		const width = model.roundStart[kind.round + 1]! - model.roundStart[kind.round]!;
		for (let local = 0; local < width; local++) {
			const own = draft.columns[k]![local]!;
			const column = own < 0 ? draft.pool!.ofKind[k]! : own;
			if (own < 0 && draft.columns[k]!.indexOf(-1) !== local) continue;
			const price = model.linMix[model.linBase[u]! + local]!;
			if (price !== 0) mix.terms.push([column, price]);
			if (!wishes) continue;
			const counts = new Map<number, number>();
			for (const slot of model.units[u]!.slots)
				counts.set(rankAt(slot, local), (counts.get(rankAt(slot, local)) ?? 0) + 1);
			for (const [rank, count] of counts) ranks[rank]!.terms.push([column, count]);
		}
	});
}
