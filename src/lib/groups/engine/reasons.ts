import { HeldBound } from './bound.ts';
import type { Plan, Problem } from './contract.ts';
import { cheapestExchange, rankIn, type Exchange } from './exchange.ts';
import { buildModel, placementOf, type Model } from './model.ts';
import { State } from './state.ts';
import { notWishedRank } from './wishes.ts';

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
export type Explainer = {
	model: Model;
	state: State;
	unitOf: Map<string, number>;
	notWished: number;
	/** A mix no plan beats that keeps the musts and has a unit of `model` in a group. */
	boundOf: (unit: number, group: number) => number;
};

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
	return { model, state, unitOf, notWished: notWishedRank(problem), boundOf: boundWhenHeld(problem, model) };
}

/** Both models number people and groups alike; in the strict one people together move as one, so its bound says more. */
function boundWhenHeld(problem: Problem, { units, slotPerson }: Model): Explainer['boundOf'] {
	const strict = buildModel(problem, 1);
	const held = new HeldBound(strict);
	return (unit, group) => {
		const { slots, round } = units[unit]!;
		const own = strict.personSlots[slotPerson[slots[0]!]!]!.map((slot) => strict.slotUnit[slot]!);
		return held.of(
			own.find((one) => strict.units[one]!.round === round)!,
			group
		);
	};
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

function betterWishes({ model, state, notWished, boundOf }: Explainer, unit: number, rank: number): BetterWish[] {
	const round = model.units[unit]!.round;
	const found: BetterWish[] = [];
	for (let g = model.roundStart[round]!; g < model.roundStart[round + 1]!; g++) {
		const there = rankIn(model, unit, g);
		if (there >= rank || there >= notWished) continue;
		found.push({
			group: model.groups[g]!.group.id,
			rank: there,
			cheapest: cheapestExchange(model, state, unit, g, boundOf)
		});
	}
	return found.sort((a, b) => a.rank - b.rank);
}
