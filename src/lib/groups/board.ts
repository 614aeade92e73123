import { byLastName } from '#lib/registration/participant.ts';
import { sideLetter, SIDES, type SideLetter } from '#lib/people/side.ts';
import type { Breach, Plan, Problem } from './engine/contract.ts';
import { dutiesOf, type HeldPlace, type MixInput, mixProblem, type MixPerson, type MixWorkshop } from './mixProblem.ts';
import { type FullScore, scorePlan } from './engine/score.ts';
import { classValue } from './engine/sizes.ts';
import { wishedRounds } from './wishedRounds.ts';

/** Somebody on the board; what nobody needs there (address, needs) never reaches the browser. */
export interface BoardPerson extends MixPerson {
	firstName: string;
	lastName: string;
	organisationShortName: string;
	unit: string;
}

export interface BoardWorkshop extends MixWorkshop {
	number: number;
	theme: string;
	roomName: string | null;
}

/** A place of the draft. */
export interface Place extends HeldPlace {
	isHeld: boolean;
}

/** Everything the board is made of; sent to the browser as it is. */
export interface BoardData extends MixInput<BoardPerson, BoardWorkshop> {
	places: Place[];
	/** People at the desk: they take part and sit in no group. */
	desk: { id: string; name: string }[];
	/** People on the waiting list. */
	waiting: { id: string; name: string }[];
}

export type Duty = 'lead' | 'minutes';

/** One row of a column. `rank`: 1, 2, … = wish, 0 = wishes for nothing there, null = not among the wishes. */
export interface Seat {
	person: BoardPerson;
	letter: SideLetter;
	rank: number | null;
	duty: Duty | null;
	isHeld: boolean;
	isClash: boolean;
}

export interface Column {
	workshop: BoardWorkshop;
	seats: Seat[];
	counts: Record<SideLetter, number>;
	/** The rules that do not hold here; `spread` left out, it is a matter of degree. */
	broken: Breach[];
}

export interface Board {
	data: BoardData;
	roundId: string;
	problem: Problem;
	plan: Plan;
	score: FullScore;
	columns: Column[];
	/** People without a group in this round. */
	unplaced: BoardPerson[];
}

/** The places as a plan of the engine. */
export function planOfPlaces(data: Pick<BoardData, 'workshops' | 'people'>, places: readonly HeldPlace[]): Plan {
	const roundOf = new Map(data.workshops.map((workshop) => [workshop.id, workshop.roundId]));
	const known = new Set(data.people.map((person) => person.id));
	const plan: Plan = Object.fromEntries([...new Set(roundOf.values())].map((id) => [id, {}]));
	for (const { registrationId, workshopId } of places) {
		const round = plan[roundOf.get(workshopId) ?? ''];
		if (round && known.has(registrationId)) round[registrationId] = workshopId;
	}
	return plan;
}

/** A plan of the engine as places; who is held in the draft is held here too. */
export function placesOfPlan(plan: Plan, draft: readonly Place[] = []): Place[] {
	const held = new Set(
		draft.filter((place) => place.isHeld).map((place) => `${place.registrationId} ${place.workshopId}`)
	);
	return Object.values(plan).flatMap((round) =>
		Object.entries(round).map(([registrationId, workshopId]) => ({
			registrationId,
			workshopId,
			isHeld: held.has(`${registrationId} ${workshopId}`)
		}))
	);
}

/** The places after somebody has gone to a workshop of the round, or to no group. A held place stays held. */
export function movePlace(
	data: BoardData,
	registrationId: string,
	roundId: string,
	workshopId: string | null
): Place[] {
	const here = new Set(data.workshops.filter((workshop) => workshop.roundId === roundId).map(({ id }) => id));
	const isOld = (place: Place) => place.registrationId === registrationId && here.has(place.workshopId);
	const isHeld = data.places.some((place) => isOld(place) && place.isHeld);
	const rest = data.places.filter((place) => !isOld(place));
	return workshopId === null ? rest : [...rest, { registrationId, workshopId, isHeld }];
}

/**
 * Lays the draft out as columns with counts, marks and broken rules; pure, the same in the browser and on the server.
 * @param problem of the data; whoever lays out many drafts of the same people makes it once
 */
export function layBoard(data: BoardData, roundId: string, problem: Problem = mixProblem(data)): Board {
	const plan = planOfPlaces(data, data.places);
	const score = scorePlan(problem, plan);
	const workshops = data.workshops.filter((workshop) => workshop.roundId === roundId);
	const round = plan[roundId] ?? {};
	const seatedIn = Map.groupBy(inOrder(data.people), (person) => round[person.id] ?? '');
	const broken = score.broken.filter((breach) => breach.round === roundId);
	const clashing = clashesOf(problem, broken);
	const isAsked = data.settings.wishes === 'off' || wishedRounds(problem).has(roundId);
	const seat = seatMaker(data, roundId, isAsked, clashing);
	const columns = workshops.map((workshop): Column => {
		const people = seatedIn.get(workshop.id) ?? [];
		return {
			workshop,
			seats: people.map((person) => seat(person, workshop)),
			counts: countSides(people),
			broken: broken.filter((breach) => touches(breach, workshop.id, round) && breach.rule !== 'spread')
		};
	});
	const unplaced = seatedIn.get('') ?? [];
	return { data, roundId, problem, plan, score, columns, unplaced };
}

/** A breach belongs to its group, or to each group in which one of its people sits. */
function touches(breach: Breach, workshopId: string, round: Record<string, string>): boolean {
	if (breach.group !== undefined) return breach.group === workshopId;
	return breach.rule !== 'place' && (breach.people ?? []).some((id) => round[id] === workshopId);
}

/** Ids of people whose place breaks a must, and "class value group" of those who are too many. */
function clashesOf(problem: Problem, broken: Breach[]): (id: string, workshopId: string) => boolean {
	const people = new Set(
		broken.filter(({ must, rule }) => must && rule !== 'place').flatMap((breach) => breach.people ?? [])
	);
	const tooMany = broken.filter(({ must, rule }) => must && rule === 'atMost');
	const byId = new Map(problem.people.map((person) => [person.id, person]));
	return (id, workshopId) => {
		const person = byId.get(id);
		if (people.has(id)) return true;
		return tooMany.some(
			(breach) => breach.group === workshopId && person && classValue(person, breach.class ?? '') === breach.value
		);
	};
}

/** `isAsked`: somebody wishes for a group of the round. */
function seatMaker(
	data: BoardData,
	roundId: string,
	isAsked: boolean,
	isClash: (id: string, workshopId: string) => boolean
) {
	const duties = dutiesOf(data.workshops).get(roundId);
	const held = new Set(
		data.places.filter((place) => place.isHeld).map((place) => `${place.registrationId} ${place.workshopId}`)
	);
	const titleOf = new Map(data.workshops.map((workshop) => [workshop.id, workshop.title]));
	return (person: BoardPerson, workshop: BoardWorkshop): Seat => {
		const isOnDuty = duties?.get(person.personId) === workshop.id;
		const leads = workshop.leadIds.includes(person.personId);
		const wishes = person.wishes.filter((id) => titleOf.has(id));
		const at = wishes.findIndex((id) => id === workshop.id || titleOf.get(id) === workshop.title);
		return {
			person,
			letter: sideLetter(person.side),
			rank: at >= 0 ? at + 1 : isAsked && wishes.length > 0 ? null : 0,
			duty: isOnDuty ? (leads ? 'lead' : 'minutes') : null,
			isHeld: held.has(`${person.id} ${workshop.id}`),
			isClash: isClash(person.id, workshop.id)
		};
	};
}

const ordered = new WeakMap<BoardPerson[], BoardPerson[]>();

/** The people in the order of rows. Remembered: comparing names is most of the work of laying out a board. */
function inOrder(people: BoardPerson[]): BoardPerson[] {
	const known = ordered.get(people) ?? people.toSorted(bySideThenName);
	ordered.set(people, known);
	return known;
}

/** The order of rows: sides as always, then names. */
export function bySideThenName(a: BoardPerson, b: BoardPerson): number {
	return SIDES.indexOf(a.side) - SIDES.indexOf(b.side) || byLastName(a, b);
}

function countSides(people: readonly BoardPerson[]): Record<SideLetter, number> {
	const counts = { J: 0, A: 0, S: 0, P: 0 };
	for (const person of people) counts[sideLetter(person.side)] += 1;
	return counts;
}

/** The broken musts; people without a group are counted by themselves. */
export function brokenMusts(score: FullScore): Breach[] {
	return score.broken.filter((breach) => breach.must && breach.rule !== 'place');
}
