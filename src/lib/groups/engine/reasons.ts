import type { Plan, Problem } from './contract.ts';
import { buildModel, placementOf, type Model } from './model.ts';
import { State } from './state.ts';
import { compareProfiles, notWishedRank } from './wishes.ts';

/** A way to give somebody another group, and how it would change the score. */
export type Exchange = {
	/** The person who would go the other way; undefined = nobody, a plain move. */
	with?: string;
	/** Rank of that person before and after; 0 = no rank. */
	withRank?: [number, number];
	/** Change of broken musts, and of the mix with the price of moves. */
	musts: number;
	mix: number;
	/** Change of the number of places at rank 1, 2, … */
	wishes: number[];
};
export type BetterWish = { group: string; rank: number; cheapest: Exchange };
export type PlaceReason = {
	person: string;
	round: string;
	group: string;
	/** 0 = wishes for nothing. */
	rank: number;
	kind: 'fixed' | 'noWish' | 'wished' | 'notWished' | 'unwanted';
	/** Every group she would like better, best first, with the cheapest exchange found. Empty for fixed places. */
	better: BetterWish[];
};

/** A plan made ready for questions; build it once per plan, then ask for as many people as needed. */
export type Explainer = { model: Model; state: State; unitOf: Map<string, number>; notWished: number };

const key = (round: string, person: string): string => JSON.stringify([round, person]);

export function explainPlan(problem: Problem, plan: Plan): Explainer {
	// Relaxed: a person can also be priced away from her fixed place or from those she belongs to.
	const model = buildModel(problem, 1, true);
	const state = new State(model);
	state.load(placementOf(model, plan));
	const unitOf = new Map(
		model.units.map((unit, u) => [
			key(model.roundIds[unit.round]!, model.people[model.slotPerson[unit.slots[0]!]!]!.id),
			u
		])
	);
	return { model, state, unitOf, notWished: notWishedRank(problem) };
}

/** Why a person sits where she sits; undefined if the plan has no place for her in the round. */
export function reasonFor(explainer: Explainer, personId: string, roundId: string): PlaceReason | undefined {
	const { model, state, unitOf, notWished } = explainer;
	const unit = unitOf.get(key(roundId, personId));
	if (unit === undefined || state.place[unit]! < 0) return undefined;
	const person = model.people[model.slotPerson[model.units[unit]!.slots[0]!]!]!;
	const rank = rankIn(model, unit, state.place[unit]!);
	const held = model.units[unit]!.fixed >= 0 || person.fixed?.[roundId] !== undefined;
	const kind = held
		? 'fixed'
		: rank === 0
			? 'noWish'
			: rank < notWished
				? 'wished'
				: rank === notWished
					? 'notWished'
					: 'unwanted';
	const better = held || rank === 0 ? [] : betterWishes(explainer, unit, rank);
	return { person: personId, round: roundId, group: model.groups[state.place[unit]!]!.group.id, rank, kind, better };
}

function rankIn(model: Model, unit: number, group: number): number {
	return model.slotRank[model.slotBase[model.units[unit]!.slots[0]!]! + model.groups[group]!.local]!;
}

function betterWishes({ model, state, notWished }: Explainer, unit: number, rank: number): BetterWish[] {
	const round = model.units[unit]!.round;
	const found: BetterWish[] = [];
	for (let g = model.roundStart[round]!; g < model.roundStart[round + 1]!; g++) {
		const there = rankIn(model, unit, g);
		if (there >= rank || there >= notWished) continue;
		found.push({ group: model.groups[g]!.group.id, rank: there, cheapest: cheapestExchange(model, state, unit, g) });
	}
	return found.sort((a, b) => a.rank - b.rank);
}

/** The best of the plain move and of every swap with a member of the group. */
function cheapestExchange(model: Model, state: State, unit: number, group: number): Exchange {
	const from = state.place[unit]!;
	let best = readExchange(model, state, unit, group, -1);
	for (let i = 0; i < state.memberCount[group]!; i++) {
		const mate = state.members[group * state.stride + i]!;
		const person = model.people[model.slotPerson[model.units[mate]!.slots[0]!]!]!;
		if (model.units[mate]!.fixed >= 0 || person.fixed?.[model.roundIds[model.units[mate]!.round]!] !== undefined)
			continue;
		const exchange = readExchange(model, state, unit, group, mate);
		exchange.with = person.id;
		exchange.withRank = [rankIn(model, mate, group), rankIn(model, mate, from)];
		if (compareExchanges(model, exchange, best) < 0) best = exchange;
	}
	return best;
}

function readExchange(model: Model, state: State, unit: number, group: number, mate: number): Exchange {
	const from = state.place[unit]!;
	const { musts, mix } = mate < 0 ? state.priceShift(unit, group) : state.priceSwap(unit, mate);
	const wishes = new Array<number>(model.ranks).fill(0);
	const count = (who: number, at: number, by: number) => {
		const rank = rankIn(model, who, at);
		if (rank > 0) wishes[rank - 1]! += by;
	};
	count(unit, from, -1);
	count(unit, group, 1);
	if (mate >= 0) {
		count(mate, group, -1);
		count(mate, from, 1);
	}
	return { musts, mix: Math.round(mix * 1e9) / 1e9, wishes };
}

function compareExchanges(model: Model, a: Exchange, b: Exchange): number {
	if (a.musts !== b.musts) return a.musts - b.musts;
	const weight = model.problem.wishWeight ?? 1;
	const sum = (exchange: Exchange) => exchange.wishes.reduce((s, n, i) => s + n * i * i * weight, exchange.mix);
	for (const tier of model.problem.order) {
		const difference =
			tier === 'mix' ? a.mix - b.mix : tier === 'wishes' ? compareProfiles(a.wishes, b.wishes) : sum(a) - sum(b);
		if (difference !== 0) return difference;
	}
	return 0;
}
