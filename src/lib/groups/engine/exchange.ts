import type { Model } from './model.ts';
import type { State } from './state.ts';
import { compareProfiles } from './wishes.ts';

/** One person who would move, with the rank of her wish before and after; 0 = no rank. */
export type Mover = { id: string; from: string; to: string; rank: [before: number, after: number] };

/** A way to give somebody another group, and how it would change the score. */
export type Exchange = {
	/** Who would move; the person herself first. Two people change places, three or more move in a ring or a chain. */
	people: Mover[];
	/** The one person who would go the other way, if it is just one. */
	with?: string;
	withRank?: [number, number];
	/** Change of broken musts, and of the mix with the price of moves. */
	musts: number;
	mix: number;
	/** Change of the number of places at rank 1, 2, … */
	wishes: number[];
	/** Shown by a bound: nothing that gives her this group costs the mix less, whoever else moves. */
	isProved: boolean;
};

/** So many of the best chains of two are tried on, so that an answer takes milliseconds also in a large hall. */
const TRIED_ON = 12;

type Step = { unit: number; to: number };
type Priced = { steps: Step[]; musts: number; mix: number; wishes: number[] };

/** The rank a unit's first person gives to a group. */
export function rankIn(model: Model, unit: number, group: number): number {
	return model.slotRank[model.slotBase[model.units[unit]!.slots[0]!]! + model.groups[group]!.local]!;
}

/**
 * The best of the plain move, every swap with a member of the group, every chain of two, and the rings and chains of
 * three that begin with the best chains of two.
 * @param boundOf a mix that no plan beats which has the unit in the group
 */
export function cheapestExchange(
	model: Model,
	state: State,
	unit: number,
	group: number,
	boundOf: (unit: number, group: number) => number
): Exchange {
	const from = state.place[unit]!;
	const nothing: Priced = { steps: [], musts: 0, mix: 0, wishes: new Array<number>(model.ranks).fill(0) };
	const move = addStep(model, state, nothing, { unit, to: group });
	const tried = [move];
	withSteps(state, move.steps, () => {
		const chains: Priced[] = [];
		for (const mate of freeMembers(model, state, group, unit)) {
			tried.push(addStep(model, state, move, { unit: mate, to: from }));
			for (const to of otherGroups(model, group, from)) chains.push(addStep(model, state, move, { unit: mate, to }));
		}
		chains.sort((a, b) => compare(model, a, b));
		tried.push(...chains.slice(0, 1));
		for (const chain of chains.slice(0, TRIED_ON)) {
			const { unit: mate, to: third } = chain.steps[1]!;
			withSteps(state, chain.steps.slice(1), () => {
				for (const last of freeMembers(model, state, third, mate))
					tried.push(addStep(model, state, chain, { unit: last, to: from }));
			});
		}
	});
	const best = tried.reduce((found, one) => (compare(model, one, found) < 0 ? one : found));
	return { ...describe(model, state, best), isProved: isShown(model, state, best, () => boundOf(unit, group)) };
}

/** Makes steps, looks, and takes them back. */
function withSteps(state: State, steps: readonly Step[], look: () => void): void {
	const homes = steps.map(({ unit }) => state.place[unit]!);
	const go = (unit: number, to: number) => {
		state.priceShift(unit, to);
		state.shift(unit, to);
	};
	for (const { unit, to } of steps) go(unit, to);
	look();
	steps.forEach(({ unit }, i) => go(unit, homes[i]!));
}

function addStep(model: Model, state: State, before: Priced, step: Step): Priced {
	const { musts, mix } = state.priceShift(step.unit, step.to);
	const wishes = before.wishes.slice();
	for (const slot of model.units[step.unit]!.slots) {
		const at = (group: number) => model.slotRank[model.slotBase[slot]! + model.groups[group]!.local]!;
		const [leaves, enters] = [at(state.place[step.unit]!), at(step.to)];
		if (leaves > 0) wishes[leaves - 1]!--;
		if (enters > 0) wishes[enters - 1]!++;
	}
	return { steps: [...before.steps, step], musts: before.musts + musts, mix: before.mix + mix, wishes };
}

/** Members of a group who are not held there. */
function freeMembers(model: Model, state: State, group: number, not: number): number[] {
	const start = group * state.stride;
	const roundId = model.roundIds[model.groups[group]!.round]!;
	return [...state.members.subarray(start, start + state.memberCount[group]!)].filter((unit) => {
		const { fixed, slots } = model.units[unit]!;
		const isHeld = slots.some((slot) => model.people[model.slotPerson[slot]!]!.fixed?.[roundId] !== undefined);
		return unit !== not && fixed < 0 && !isHeld;
	});
}

function otherGroups({ groups, roundStart }: Model, a: number, b: number): number[] {
	const { round } = groups[a]!;
	const all = Array.from({ length: roundStart[round + 1]! - roundStart[round]! }, (_, i) => roundStart[round]! + i);
	return all.filter((group) => group !== a && group !== b);
}

const DUST = 1e-9;

/** Musts, then the tiers in their order, then fewer people. */
function compare({ problem }: Model, a: Priced, b: Priced): number {
	if (a.musts !== b.musts) return a.musts - b.musts;
	const weight = problem.wishWeight ?? 1;
	const sum = ({ wishes, mix }: Priced) => wishes.reduce((s, n, i) => s + n * i * i * weight, mix);
	for (const tier of problem.order) {
		const difference =
			tier === 'mix' ? a.mix - b.mix : tier === 'wishes' ? compareProfiles(a.wishes, b.wishes) : sum(a) - sum(b);
		if (Math.abs(difference) > DUST) return difference;
	}
	return a.steps.length - b.steps.length;
}

function describe(model: Model, state: State, { steps, musts, mix, wishes }: Priced): Omit<Exchange, 'isProved'> {
	const name = (group: number) => model.groups[group]!.group.id;
	const people = steps.flatMap(({ unit, to }) =>
		model.units[unit]!.slots.map((slot): Mover => {
			const rank = (group: number) => model.slotRank[model.slotBase[slot]! + model.groups[group]!.local]!;
			const home = state.place[unit]!;
			return {
				id: model.people[model.slotPerson[slot]!]!.id,
				from: name(home),
				to: name(to),
				rank: [rank(home), rank(to)]
			};
		})
	);
	const [first, other, ...more] = people;
	const swap = other && more.length === 0 && other.to === first?.from ? { with: other.id, withRank: other.rank } : {};
	return { people, ...swap, musts, mix: Math.round(mix * 1e9) / 1e9, wishes };
}

/** The bound of the plans that have her in that group says that the mix cannot get away with less. */
function isShown({ problem }: Model, state: State, { musts, mix }: Priced, bound: () => number): boolean {
	if (problem.order[0] !== 'mix' || musts > 0 || state.musts > 0 || mix < DUST) return false;
	return state.mix + mix <= bound() + 1e-6;
}
