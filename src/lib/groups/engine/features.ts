import type { MixRule, Person, Problem } from './contract.ts';
import { countCost, valuesOf, weightOf } from './countrules.ts';
import type { ModelGroup } from './model.ts';
import { classValue, plannedSizes } from './sizes.ts';
import type { Slot, Unit } from './units.ts';

/**
 * Everything that is counted per group: one feature per round and set of people (a class value, an earlier group),
 * with a table of what n of them cost in each group. Rules about the same people are added into one table.
 * Features below `soft` belong to the mix, the others to the musts.
 */
export type Features = {
	count: number;
	soft: number;
	round: Int32Array;
	/** People of the feature in the round. */
	total: Int32Array;
	/** First counter of a feature: one per group of its round. */
	counterBase: Int32Array;
	counters: number;
	/** cost[tableBase[f] + local × (total[f] + 1) + n] */
	tableBase: Int32Array;
	cost: Float64Array;
	/** Features of a unit: entries start[u] … start[u + 1] − 1 of `feature` (ascending) and `times`. */
	start: Int32Array;
	feature: Int32Array;
	times: Int32Array;
	/** What an open group of nobody would cost, per group: the mix and the musts. */
	emptyMix: Float64Array;
	emptyMust: Float64Array;
};

type Draft = { must: boolean; round: number; members: number[]; cost: (local: number, n: number) => number };

export function buildFeatures(
	problem: Problem,
	people: Person[],
	groups: ModelGroup[],
	roundStart: number[],
	units: Unit[],
	slots: Slot[]
): Features {
	const drafts = new Map<string, Draft>();
	problem.rounds.forEach((_, r) => {
		const here = slots.flatMap((slot, s) => (slot.round === r ? [s] : []));
		const own = groups.slice(roundStart[r]!, roundStart[r + 1]!);
		for (const rule of problem.mix ?? []) draftRule(drafts, problem, rule, r, here, own, people, slots);
		draftMet(drafts, problem, r, here, people, slots);
	});
	const kept = [...drafts.values()].filter((draft) => matters(draft, roundStart));
	kept.sort((a, b) => Number(a.must) - Number(b.must));
	return { ...tabulate(kept, groups, roundStart), ...listByUnit(kept, units, slots) };
}

/** Adds a cost to the feature of the same people, or starts a new one. */
function addCost(drafts: Map<string, Draft>, draft: Draft): void {
	const key = `${draft.must} ${draft.round} ${draft.members.join()}`;
	const known = drafts.get(key);
	if (!known) drafts.set(key, draft);
	else {
		const before = known.cost;
		known.cost = (local, n) => before(local, n) + draft.cost(local, n);
	}
}

function draftRule(
	drafts: Map<string, Draft>,
	problem: Problem,
	rule: MixRule,
	round: number,
	here: number[],
	own: ModelGroup[],
	people: Person[],
	slots: Slot[]
): void {
	const inFile = problem.rounds[round]!.groups;
	const planned = new Map(plannedSizes(inFile, here.length).map((size, i) => [inFile[i]!.id, size]));
	const sizes = own.map(({ group }) => planned.get(group.id)!);
	const attendees = here.map((slot) => people[slots[slot]!.person]!);
	for (const [value, ofClass] of valuesOf(rule, attendees)) {
		const members = here.filter((_, i) => classValue(attendees[i]!, rule.class) === value);
		const share = { ofClass, all: here.length, planned: 0 };
		const cost = (local: number, n: number) =>
			weightOf(rule) * countCost(rule, n, { ...share, planned: sizes[local]! });
		addCost(drafts, { must: rule.must === true, round, members, cost });
	}
}

function draftMet(
	drafts: Map<string, Draft>,
	problem: Problem,
	round: number,
	here: number[],
	people: Person[],
	slots: Slot[]
): void {
	for (const { weight, groups } of problem.met ?? [])
		for (const list of groups) {
			const ids = new Set(list);
			const members = here.filter((slot) => ids.has(people[slots[slot]!.person]!.id));
			addCost(drafts, { must: false, round, members, cost: (_, n) => (weight * n * (n - 1)) / 2 });
		}
}

/** False for features that cost nothing however the people are spread, e.g. the only person of her organisation. */
function matters(draft: Draft, roundStart: number[]): boolean {
	const groups = roundStart[draft.round + 1]! - roundStart[draft.round]!;
	for (let local = 0; local < groups; local++)
		for (let n = 0; n <= draft.members.length; n++) if (draft.cost(local, n) > 0) return true;
	return false;
}

function tabulate(drafts: Draft[], groups: ModelGroup[], roundStart: number[]) {
	const width = (draft: Draft) => roundStart[draft.round + 1]! - roundStart[draft.round]!;
	const counterBase = new Int32Array(drafts.length + 1);
	const tableBase = new Int32Array(drafts.length + 1);
	drafts.forEach((draft, f) => {
		counterBase[f + 1] = counterBase[f]! + width(draft);
		tableBase[f + 1] = tableBase[f]! + width(draft) * (draft.members.length + 1);
	});
	const cost = new Float64Array(tableBase[drafts.length]!);
	const emptyMix = new Float64Array(groups.length);
	const emptyMust = new Float64Array(groups.length);
	drafts.forEach((draft, f) => {
		for (let local = 0; local < width(draft); local++) {
			for (let n = 0; n <= draft.members.length; n++)
				cost[tableBase[f]! + local * (draft.members.length + 1) + n] = draft.cost(local, n);
			const empty = draft.must ? emptyMust : emptyMix;
			empty[roundStart[draft.round]! + local]! += draft.cost(local, 0);
		}
	});
	return {
		count: drafts.length,
		soft: drafts.filter((draft) => !draft.must).length,
		round: Int32Array.from(drafts, (draft) => draft.round),
		total: Int32Array.from(drafts, (draft) => draft.members.length),
		counters: counterBase[drafts.length]!,
		counterBase,
		tableBase,
		cost,
		emptyMix,
		emptyMust
	};
}

function listByUnit(drafts: Draft[], units: Unit[], slots: Slot[]) {
	const times = units.map(() => new Map<number, number>());
	drafts.forEach((draft, f) => {
		for (const slot of draft.members) {
			const own = times[slots[slot]!.unit]!;
			own.set(f, (own.get(f) ?? 0) + 1);
		}
	});
	const start = new Int32Array(units.length + 1);
	times.forEach((own, u) => (start[u + 1] = start[u]! + own.size));
	const entries = times.flatMap((own) => [...own]);
	return {
		start,
		feature: Int32Array.from(entries, ([f]) => f),
		times: Int32Array.from(entries, ([, n]) => n)
	};
}
