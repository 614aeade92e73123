import type { Side } from '#lib/people/side.ts';
import type { Group, MixRule, Person, Problem } from './engine/contract.ts';
import type { MixPair, MixSettings } from './mix.ts';
import { creditOf, type EarlierGathering, meetingsOf, metOf, sharedTopics } from './mixRounds.ts';

/** What the mix needs to know of somebody who takes part. `id` is the registration. */
export interface MixPerson {
	id: string;
	personId: string;
	organisationId: string | null;
	organisationName: string;
	organisationKind: string | null;
	side: Side;
	level: string;
	isNewcomer: boolean;
	/** Ids of workshops by rank. */
	wishes: string[];
}

/** What the mix needs to know of a workshop. `maxSize` is what fits: the smaller of group size and room. */
export interface MixWorkshop {
	id: string;
	roundId: string;
	/** Workshops of several rounds with one topic are the same workshop. */
	topicId?: string | null;
	/** When its round begins; tells groups of several rounds apart. */
	startTime?: string | null;
	title: string;
	minSize: number;
	maxSize: number;
	/** Persons who lead it. */
	leadIds: string[];
	/** Person who writes the minutes. */
	minutesId: string | null;
}

export interface MixInput<P extends MixPerson = MixPerson, W extends MixWorkshop = MixWorkshop> {
	people: P[];
	workshops: W[];
	pairs: MixPair[];
	settings: MixSettings;
	/** Released groups of earlier gatherings of the circle, the newest first. */
	earlier?: EarlierGathering[];
}

/** Places that must stay: registration, workshop. */
export interface HeldPlace {
	registrationId: string;
	workshopId: string;
}

const SIDE_WEIGHT = 2;
const BALANCE_WEIGHT = 1;
const SPREAD_WEIGHT = 0.1;

/** Workshops by round, in the order in which they come. */
export function roundsOf<W extends MixWorkshop>(workshops: readonly W[]): Map<string, W[]> {
	return Map.groupBy(workshops, (workshop) => workshop.roundId);
}

/** Who leads a workshop or writes its minutes: round → person → workshop. */
export function dutiesOf(workshops: readonly MixWorkshop[]): Map<string, Map<string, string>> {
	const duties = new Map<string, Map<string, string>>();
	for (const { id, roundId, leadIds, minutesId } of workshops) {
		const round = duties.get(roundId) ?? new Map<string, string>();
		duties.set(roundId, round);
		for (const personId of [...leadIds, minutesId]) if (personId && !round.has(personId)) round.set(personId, id);
	}
	return duties;
}

/** The problem the engine solves and the board's rules look at: people, groups and settings as one file. */
export function mixProblem(input: MixInput, held: readonly HeldPlace[] = []): Problem {
	const { people, workshops, settings } = input;
	const rounds = roundsOf(workshops);
	const duties = dutiesOf(workshops);
	const heldOf = Map.groupBy(held, (place) => place.registrationId);
	const topicOf = sharedTopics(rounds);
	const met = metOf(input);
	const asked = { input, duties, topicOf };
	return {
		version: 1,
		order: {
			after: ['mix' as const, 'wishes' as const],
			before: ['wishes' as const, 'mix' as const],
			off: ['mix' as const]
		}[settings.wishes],
		rounds: [...rounds].map(([id, list]) => ({ id, groups: groupsOf(list, people.length, topicOf) })),
		people: people.map((person) => problemPerson(person, asked, heldOf.get(person.id) ?? [])),
		...pairLists(input),
		...(met.length > 0 ? { met } : {}),
		...meetingsOf(input, rounds.size),
		mix: [...sizeRules([...rounds.values()], people.length), ...mixRules(asked, [...rounds.values()])]
	};
}

/** With fewer people than the groups ask for, the smallest size gives way: the mix is still worth having. */
function groupsOf(workshops: MixWorkshop[], people: number, topicOf: Map<string, string>): Group[] {
	const least = Math.floor(people / workshops.length);
	return workshops.map(({ id, minSize, maxSize }) => {
		const topic = topicOf.get(id);
		return { id, ...(topic ? { topic } : {}), min: Math.min(minSize, maxSize, least), max: maxSize };
	});
}

interface Asked {
	input: MixInput;
	duties: Map<string, Map<string, string>>;
	topicOf: Map<string, string>;
}

function problemPerson(person: MixPerson, { input, duties, topicOf }: Asked, held: readonly HeldPlace[]): Person {
	const { workshops, settings } = input;
	const fixed: Record<string, string> = {};
	for (const { workshopId } of held) {
		const roundId = workshops.find((workshop) => workshop.id === workshopId)?.roundId;
		if (roundId !== undefined) fixed[roundId] = workshopId;
	}
	for (const [roundId, round] of duties) {
		const duty = round.get(person.personId);
		if (duty) fixed[roundId] = duty;
	}
	const known = person.wishes.filter((id) => workshops.some((workshop) => workshop.id === id));
	const wishes = settings.wishes === 'off' || hasDuty(person, duties) ? [] : known.map((id) => topicOf.get(id) ?? id);
	const credit = wishes.length > 0 ? creditOf(person.id, input) : 0;
	return {
		...{ id: person.id, classes: classesOf(person), wishes: [...new Set(wishes)], fixed },
		...(credit > 0 ? { credit } : {})
	};
}

function hasDuty({ personId }: MixPerson, duties: Asked['duties']): boolean {
	return [...duties.values()].some((round) => round.has(personId));
}

function classesOf(person: MixPerson): Record<string, string> {
	const organisation = person.organisationId ?? `name:${person.organisationName.trim().toLowerCase() || person.id}`;
	const classes: Record<string, string> = { everybody: 'yes', side: person.side, organisation };
	if (person.organisationKind === 'public_youth_office') classes.office = organisation;
	if (person.organisationKind === 'free_provider') classes.provider = organisation;
	if (person.isNewcomer) classes.newcomer = 'yes';
	if (person.level === 'leadership') classes.leader = 'yes';
	return classes;
}

/** Organisations of one kind with the number of their people. */
export function countKind(people: readonly MixPerson[], kind: string): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { organisationKind, organisationId } of people) {
		if (organisationKind !== kind || organisationId === null) continue;
		counts.set(organisationId, (counts.get(organisationId) ?? 0) + 1);
	}
	return counts;
}

/** How many youth offices are among them. */
export function countOffices(people: readonly MixPerson[]): number {
	return countKind(people, 'public_youth_office').size;
}

/**
 * Groups of about the same size: where all rooms allow it none is more than one person larger than another, else each
 * comes as near to its planned size as it can.
 */
function sizeRules(rounds: MixWorkshop[][], people: number): MixRule[] {
	const everybody = { class: 'everybody', value: 'yes', weight: BALANCE_WEIGHT };
	const [first = []] = rounds;
	const share = people / Math.max(1, first.length);
	const fits = first.every(
		({ minSize, maxSize }) => maxSize >= Math.ceil(share) && Math.min(minSize, maxSize) <= Math.ceil(share)
	);
	if (!fits || rounds.some((round) => round.length !== first.length)) return [{ ...everybody, rule: 'balance' }];
	return [
		{ ...everybody, rule: 'atMost', n: Math.ceil(share) },
		{ ...everybody, rule: 'atLeast', n: Math.floor(share) }
	];
}

function mixRules({ input: { settings, people }, duties, topicOf }: Asked, rounds: MixWorkshop[][]): MixRule[] {
	const { sideTolerance, hasAllOffices, providerMost, spreadsNewcomers, spreadsLeaders, spreadsOrganisations } =
		settings;
	const rules: MixRule[] = [];
	const groups = Math.max(1, ...rounds.map((list) => list.length));
	// Whoever moves on is at a topic once: in every round it takes somebody else.
	const moving = countKind(
		people.filter((person) => !hasDuty(person, duties)),
		'public_youth_office'
	);
	const changes = topicOf.size > 0 ? rounds.length : 0;
	const balance = { rule: 'balance', weight: BALANCE_WEIGHT } as const;
	if (sideTolerance !== null)
		rules.push({ class: 'side', rule: 'balance', weight: SIDE_WEIGHT, tolerance: sideTolerance });
	if (hasAllOffices) {
		for (const [value, count] of countKind(people, 'public_youth_office')) {
			if (count >= groups && (moving.get(value) ?? 0) >= changes)
				rules.push({ class: 'office', value, rule: 'atLeast', n: 1, must: true });
			rules.push({ class: 'office', value, ...balance });
		}
	}
	if (providerMost !== null) {
		for (const value of countKind(people, 'free_provider').keys())
			rules.push({ class: 'provider', value, rule: 'atMost', n: providerMost, must: true });
	}
	if (spreadsNewcomers) rules.push({ class: 'newcomer', value: 'yes', ...balance });
	if (spreadsLeaders) rules.push({ class: 'leader', value: 'yes', ...balance });
	if (spreadsOrganisations) rules.push({ class: 'organisation', rule: 'spread', weight: SPREAD_WEIGHT });
	return rules;
}

/** Pairs are entered between persons; only those who both take part count. */
function pairLists({ people, pairs, settings }: MixInput): Pick<Problem, 'apart' | 'together'> {
	const idOf = new Map(people.map((person) => [person.personId, person.id]));
	const list = (kind: MixPair['kind']) =>
		pairs
			.filter((pair) => pair.kind === kind)
			.map(({ personA, personB }) => [idOf.get(personA), idOf.get(personB)])
			.filter((pair): pair is [string, string] => pair.every((id) => id !== undefined));
	return { apart: settings.keepsApart ? list('apart') : [], together: list('together') };
}
