import { m } from '#lib/paraglide/messages.js';
import type { Side } from '#lib/people/side.ts';
import { type Board, type BoardPerson, type Column, planOfPlaces } from './board.ts';
import { joinNames, labelsOf, numberWord, shortSide } from './boardLabels.ts';
import { groupTable } from './engine/grouptable.ts';
import { mixProblem } from './mixProblem.ts';
import { capital, mixWords, movePrice, priceSentences } from './priceWords.ts';
import type { Mover } from './engine/exchange.ts';
import { type BetterWish, explainPlan, type PlaceReason, reasonFor } from './engine/reasons.ts';

/** A wish that would be better, how to get there and what it costs. */
export interface Offer {
	workshopId: string;
	number: number;
	rank: number;
	price: string;
	/** Somebody who would go the other way. */
	withId?: string;
	/** Three or more who would move in a ring or a chain, herself first, and where to. */
	movers?: { id: string; workshopId: string }[];
	/** The others of them, with what it means for each. */
	others: string[];
	/** Whether there can be a cheaper way. */
	proof: string;
	/** A rule would be broken, or the mix gets worse. */
	isCostly: boolean;
}

export interface Why {
	reasons: string[];
	offers: Offer[];
}

/** Why somebody sits where she sits, and what each better wish would cost; from the same rules as the engine's. */
export function whyHere(board: Board, person: BoardPerson): Why {
	const column = board.columns.find(({ seats }) => seats.some((seat) => seat.person.id === person.id));
	const seat = column?.seats.find((one) => one.person.id === person.id);
	if (!column || !seat) return { reasons: [m.groups_why_unplaced()], offers: [] };
	if (seat.duty) {
		const text = seat.duty === 'lead' ? m.groups_why_leads : m.groups_why_minutes;
		return { reasons: [text({ number: column.workshop.number })], offers: [] };
	}
	const others = board.data.places.filter((place) => place.isHeld && place.registrationId !== person.id);
	const plan = planOfPlaces(board.data, board.data.places);
	const reason = reasonFor(explainPlan(mixProblem(board.data, others), plan), person.id, board.roundId);
	if (!reason) return { reasons: [], offers: [] };
	return {
		reasons: [
			seat.rank === 0 && reason.rank > 0 ? m.groups_why_unasked() : placeWords(board, person, column, reason),
			...(seat.isHeld ? [m.groups_why_held()] : []),
			...(board.problem.people.some(({ id, credit = 0 }) => id === person.id && credit > 0)
				? [m.groups_why_credit({ name: person.firstName })]
				: []),
			...reason.better.flatMap((wish) => obstacleWords(board, person, wish.group))
		],
		offers: reason.better.map((wish) => offerOf(board, person, wish))
	};
}

const ranks: Record<number, () => string> = {
	1: m.groups_rank_1,
	2: m.groups_rank_2,
	3: m.groups_rank_3,
	4: m.groups_rank_4,
	5: m.groups_rank_5
};

/** erste, zweite, dritte … (as in "der dritte Wunsch") */
export function rankWord(rank: number): string {
	return ranks[rank]?.() ?? `${rank}.`;
}

function placeWords(board: Board, person: BoardPerson, column: Column, reason: PlaceReason): string {
	const { number } = column.workshop;
	const numberOf = new Map(board.data.workshops.map((workshop) => [workshop.id, workshop.number]));
	const wishes = person.wishes.map((id) => numberOf.get(id)).filter((one) => one !== undefined);
	if (reason.rank === 0) return m.groups_why_no_wish();
	if (reason.kind === 'notWished' || reason.kind === 'unwanted')
		return m.groups_why_not_wished({ number, wishes: joinNames(wishes.map(String)) });
	const before = joinNames(wishes.slice(0, reason.rank - 1).map(String));
	const rank = rankWord(reason.rank);
	return before ? m.groups_why_wished_after({ number, rank, before }) : m.groups_why_wished({ number, rank });
}

/** What stands in the way of a group: the side is full, a colleague sits there, somebody to be kept apart, the room is full. */
function obstacleWords(board: Board, person: BoardPerson, workshopId: string): string[] {
	const column = board.columns.find(({ workshop }) => workshop.id === workshopId);
	if (!column) return [];
	const { number, maxSize } = column.workshop;
	const side = groupTable(board.problem, board.plan, board.roundId, workshopId).find(
		(row) => row.class === 'side' && row.value === person.side
	);
	const most = side?.wants[1] ?? null;
	const isFull = side !== undefined && most !== null && side.has >= most;
	const colleague = person.organisationKind === 'public_youth_office' ? undefined : colleagueOf(column, person);
	const texts: string[] = [];
	if (column.seats.length >= maxSize) texts.push(m.groups_why_room({ number }));
	if (colleague) {
		const name = `${colleague.firstName} ${colleague.lastName}`;
		const inputs = { number, name, organisation: person.organisationShortName };
		texts.push(isFull ? m.groups_why_colleague_full(inputs) : m.groups_why_colleague(inputs));
	} else if (isFull && side) {
		const all = column.seats.filter((seat) => seat.person.side === person.side).every((seat) => seat.rank === 1);
		const inputs = { number, count: numberWord(side.has), places: PLACES[person.side]() };
		if (side.has < 3) texts.push(m.groups_why_side_few({ number, side: shortSide(person.side) }));
		else texts.push(all ? m.groups_why_side_first(inputs) : m.groups_why_side(inputs));
	}
	return texts;
}

const PLACES: Record<Side, () => string> = {
	youth_office: m.groups_places_youth_office,
	outpatient: m.groups_places_outpatient,
	residential_daycare: m.groups_places_residential_daycare,
	partner: m.groups_places_partner
};

function colleagueOf(column: Column, person: BoardPerson): BoardPerson | undefined {
	if (person.organisationId === null) return undefined;
	return column.seats.find((seat) => seat.person.organisationId === person.organisationId)?.person;
}

function offerOf(board: Board, person: BoardPerson, { group, rank, cheapest }: BetterWish): Offer {
	const number = board.data.workshops.find((workshop) => workshop.id === group)?.number ?? 0;
	const isCostly = cheapest.musts > 0 || cheapest.mix > 1e-9;
	const proof = cheapest.isProved ? m.groups_why_proved() : m.groups_why_not_proved();
	const start = { workshopId: group, number, rank, isCostly, proof, others: [] };
	if (cheapest.people.length < 2) return { ...start, price: priceSentences(movePrice(board, person.id, group)) };
	const cost = [
		cheapest.musts > 0 ? m.groups_why_breaks() : '',
		m.groups_price_sentence({ text: capital(mixWords(cheapest.mix)) })
	];
	const [swap, ...rest] = cheapest.people.slice(1);
	if (swap && rest.length === 0 && cheapest.with !== undefined) {
		const price = [swapSentence(board, person, rank, swap), ...cost].filter(Boolean).join(' ');
		return { ...start, price, withId: swap.id };
	}
	return {
		...start,
		price: cost.filter(Boolean).join(' '),
		movers: cheapest.people.map(({ id, to }) => ({ id, workshopId: to })),
		others: cheapest.people.slice(1).map((mover) => moverSentence(board, mover))
	};
}

/** Tausch mit Robin Otte: Kim gewinnt zwei Ränge, Robin verliert einen Rang. */
function swapSentence(board: Board, person: BoardPerson, rank: number, { id, rank: [before, after] }: Mover): string {
	const other = board.data.people.find((one) => one.id === id)?.firstName ?? '';
	const here = board.columns.flatMap(({ seats }) => seats).find((seat) => seat.person.id === person.id);
	return m.groups_why_swap({
		other: labelsOf(board.data).person(id),
		gain: rankChange(person.firstName, (here?.rank ?? notWished(person)) - rank),
		loss: before === 0 ? m.groups_why_indifferent({ name: other }) : rankChange(other, before - after)
	});
}

/** Robin Otte zieht von Gruppe 3 nach Gruppe 1: Robin verliert einen Rang. */
function moverSentence(board: Board, { id, from, to, rank: [before, after] }: Mover): string {
	const labels = labelsOf(board.data);
	const first = board.data.people.find((one) => one.id === id)?.firstName ?? '';
	return m.groups_why_mover({
		name: labels.person(id),
		from: labels.group(from),
		to: labels.group(to),
		change: before === 0 ? m.groups_why_indifferent({ name: first }) : rankChange(first, before - after)
	});
}

function notWished(person: BoardPerson): number {
	return person.wishes.length + 1;
}

/** Kim gewinnt zwei Ränge · Robin verliert einen Rang */
function rankChange(name: string, won: number): string {
	if (won === 0) return m.groups_why_same({ name });
	return won > 0
		? m.groups_why_gains({ name, count: won, words: numberWord(won) })
		: m.groups_why_loses({ name, count: -won, words: numberWord(-won) });
}
