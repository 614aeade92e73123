import type { Group, Person, Plan, Problem } from './contract.ts';
import { buildFeatures, type Features } from './features.ts';
import { byLot } from './random.ts';
import { attending } from './sizes.ts';
import { groupUnits, type Unit } from './units.ts';
import { groupOf } from './view.ts';
import { notWishedRank, rankOf } from './wishes.ts';

/** A group with its place in the model: groups of one round stand side by side. */
export type ModelGroup = { group: Group; round: number; local: number; topic: number };

/** The places of one person; `rounds` names the rounds she attends. */
export type Path = { units: number[]; rounds: string };

/**
 * The problem in numbers, for the search. A *slot* is one person in one round; a *unit* is a set of slots of one round
 * that moves as one (people together). People are ordered by lot, so the order in the file decides nothing.
 */
export type Model = {
	problem: Problem;
	people: Person[];
	roundIds: string[];
	groups: ModelGroup[];
	/** First group of each round, and one past the last. */
	roundStart: number[];
	units: Unit[];
	/** Units that may move. */
	free: Int32Array;
	unitRound: Int32Array;
	unitSize: Int32Array;
	features: Features;
	/** Free units of the same round, size and classes as each unit, itself among them. */
	twins: number[][];
	/** Per unit and local group, at linBase[unit] + local: price × moves, broken fixed places, credit × rank. */
	linBase: Int32Array;
	linMix: Float64Array;
	linMust: Float64Array;
	linCredit: Float64Array;
	/** Rank of each slot in each group of its round: slotRank[slotBase[slot] + local]; 0 = none. */
	slotRank: Uint16Array;
	slotBase: Int32Array;
	slotPerson: Int32Array;
	/** Number of ranks. */
	ranks: number;
	/** Slots of each person. */
	personSlots: number[][];
	slotUnit: Int32Array;
	/** Group each slot is fixed at by the problem, −1 = none; in a relaxed model too. */
	slotHeld: Int32Array;
	/** Units of each person in the order of rounds; undefined where she is held or moves with others. */
	paths: (Path | undefined)[];
	meetings: number;
	/** Everybody is counted in the same classes: plans differ by sizes and by who meets whom. */
	isAlike: boolean;
	/** Nobody moves together with others. */
	isSingle: boolean;
	hasTopics: boolean;
	hasOptional: boolean;
};

/**
 * Puts the problem into numbers.
 * @param relaxed people together may be separated and fixed people moved, each at the price of a broken must: for
 * problems whose musts cannot all hold.
 */
export function buildModel(problem: Problem, seed: number, relaxed = false): Model {
	const people = byLot(problem.people, (person) => person.id, seed);
	const { groups, roundStart } = listGroups(problem, seed);
	const { units, slots } = groupUnits(problem, people, groups, roundStart, relaxed);
	const tables = linearTables(problem, people, groups, roundStart, units, slots, relaxed);
	const personSlots: number[][] = people.map(() => []);
	slots.forEach((slot, i) => personSlots[slot.person]!.push(i));
	const features = buildFeatures(problem, people, groups, roundStart, units, slots);
	return {
		problem,
		people,
		roundIds: problem.rounds.map((round) => round.id),
		groups,
		roundStart,
		units,
		free: Int32Array.from(
			units.flatMap((unit, u) =>
				unit.fixed < 0 && roundStart[unit.round + 1]! - roundStart[unit.round]! > 1 ? [u] : []
			)
		),
		unitRound: Int32Array.from(units, (unit) => unit.round),
		unitSize: Int32Array.from(units, (unit) => unit.slots.length),
		features,
		twins: findTwins(units, features),
		...tables,
		slotPerson: Int32Array.from(slots, (slot) => slot.person),
		personSlots,
		paths: personSlots.map((own) => pathOf(units, slots, own)),
		slotUnit: Int32Array.from(slots, (slot) => slot.unit),
		slotHeld: Int32Array.from(slots, ({ person, round }) => {
			const held = people[person]!.fixed?.[problem.rounds[round]!.id];
			return groups.findIndex((one) => one.round === round && one.group.id === held);
		}),
		meetings: problem.rounds.length > 1 ? (problem.meetings?.weight ?? 0) : 0,
		isAlike: features.total.every(
			(total, f) => total === slots.filter(({ round }) => round === features.round[f]).length
		),
		isSingle: units.every((unit) => unit.slots.length === 1),
		hasTopics: problem.rounds.length > 1 && groups.some((group) => group.topic >= 0),
		hasOptional: groups.some(({ group }) => group.optional)
	};
}

function listGroups(problem: Problem, seed: number): { groups: ModelGroup[]; roundStart: number[] } {
	const topics = new Map<string, number>();
	const groups: ModelGroup[] = [];
	const roundStart = [0];
	problem.rounds.forEach((round, r) => {
		byLot(round.groups, (group) => group.id, seed).forEach((group, local) => {
			if (group.topic !== undefined && !topics.has(group.topic)) topics.set(group.topic, topics.size);
			groups.push({ group, round: r, local, topic: group.topic === undefined ? -1 : topics.get(group.topic)! });
		});
		roundStart.push(groups.length);
	});
	return { groups, roundStart };
}

function pathOf(units: Unit[], slots: Slots, own: number[]): Path | undefined {
	const path = own.map((slot) => slots[slot]!.unit);
	const isFree = path.every((u) => units[u]!.fixed < 0 && units[u]!.slots.length === 1);
	return isFree && path.length > 1 ? { units: path, rounds: path.map((u) => units[u]!.round).join() } : undefined;
}

function findTwins(units: Unit[], { start, feature, times }: Features): number[][] {
	const byKind = new Map<string, number[]>();
	const kinds = units.map((unit, u) => {
		const counted = `${feature.subarray(start[u], start[u + 1])} ${times.subarray(start[u], start[u + 1])}`;
		return `${unit.fixed >= 0} ${unit.round} ${unit.slots.length} ${counted}`;
	});
	kinds.forEach((kind, u) => byKind.set(kind, [...(byKind.get(kind) ?? []), u]));
	return kinds.map((kind) => byKind.get(kind)!);
}

type Slots = { person: number; round: number; unit: number }[];

/** What each unit costs in each group of its round, whoever else sits there. */
function linearTables(
	problem: Problem,
	people: Person[],
	groups: ModelGroup[],
	roundStart: number[],
	units: Unit[],
	slots: Slots,
	relaxed: boolean
) {
	const notWished = notWishedRank(problem);
	const width = (round: number) => roundStart[round + 1]! - roundStart[round]!;
	const linBase = new Int32Array(units.length + 1);
	units.forEach((unit, u) => (linBase[u + 1] = linBase[u]! + width(unit.round)));
	const slotBase = new Int32Array(slots.length + 1);
	slots.forEach((slot, s) => (slotBase[s + 1] = slotBase[s]! + width(slot.round)));
	const linMix = new Float64Array(linBase[units.length]!);
	const linMust = new Float64Array(linMix.length);
	const linCredit = new Float64Array(linMix.length);
	const slotRank = new Uint16Array(slotBase[slots.length]!);
	slots.forEach((slot, s) => {
		const person = people[slot.person]!;
		const roundId = problem.rounds[slot.round]!.id;
		const before = groupOf(problem.repair?.current ?? {}, roundId, person.id);
		const fixed = person.fixed?.[roundId];
		for (let local = 0; local < width(slot.round); local++) {
			const { group } = groups[roundStart[slot.round]! + local]!;
			const rank = rankOf(person, group, notWished);
			const at = linBase[slot.unit]! + local;
			slotRank[slotBase[s]! + local] = rank;
			linCredit[at]! += rank * (person.credit ?? 0);
			if (before !== undefined && before !== group.id) linMix[at]! += problem.repair!.price;
			if (relaxed && fixed !== undefined && fixed !== group.id) linMust[at]! += 1;
		}
	});
	return { linBase, slotBase, linMix, linMust, linCredit, slotRank, ranks: notWished + 1 };
}

/** The plan of a placement (global group per unit) with people in file order; units without a place are left out. */
export function planOf(model: Model, place: ArrayLike<number>): Plan {
	const plan: Plan = {};
	model.problem.rounds.forEach((round, r) => {
		const at = new Map<string, string>();
		model.units.forEach((unit, u) => {
			if (unit.round !== r || place[u]! < 0) return;
			for (const slot of unit.slots)
				at.set(model.people[model.slotPerson[slot]!]!.id, model.groups[place[u]!]!.group.id);
		});
		const seated = attending(model.problem, round).filter((person) => at.has(person.id));
		plan[round.id] = Object.fromEntries(seated.map((person) => [person.id, at.get(person.id)!]));
	});
	return plan;
}

/** The placement of a plan; −1 where the plan has no place. People of a unit who sit apart count as unplaced. */
export function placementOf(model: Model, plan: Plan): Int32Array {
	return Int32Array.from(model.units, (unit) => {
		const places = unit.slots.map((slot) =>
			groupOf(plan, model.roundIds[unit.round]!, model.people[model.slotPerson[slot]!]!.id)
		);
		if (places.some((place) => place !== places[0])) return -1;
		const end = model.roundStart[unit.round + 1]!;
		for (let g = model.roundStart[unit.round]!; g < end; g++) if (model.groups[g]!.group.id === places[0]) return g;
		return -1;
	});
}
