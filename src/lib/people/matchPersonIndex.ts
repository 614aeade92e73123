import { looseNameKey, looseText, nameKey, squashText, foldText } from './nameKeys.ts';

/** A person as far as lists are compared with it. Absent texts are empty. */
export interface KnownPerson {
	id: string;
	firstName: string;
	lastName: string;
	organisationId: string;
	email: string;
	unit: string;
	title?: string;
	jobFunction?: string;
}

/** Persons by the keys that a list can meet them with. */
export interface PersonIndex {
	byName: Map<string, KnownPerson[]>;
	byLooseName: Map<string, KnownPerson[]>;
	byEmail: Map<string, KnownPerson[]>;
	/** Organisation and one part of the surname. */
	byLastPart: Map<string, KnownPerson[]>;
	/** Organisation and the whole given name. */
	byFirst: Map<string, KnownPerson[]>;
}

/** An index without persons. */
export function emptyPersonIndex(): PersonIndex {
	return { byName: new Map(), byLooseName: new Map(), byEmail: new Map(), byLastPart: new Map(), byFirst: new Map() };
}

function put(map: Map<string, KnownPerson[]>, key: string, person: KnownPerson): void {
	const others = map.get(key);
	if (others) others.push(person);
	else map.set(key, [person]);
}

/** The parts of a surname that count: “Müller-Schmidt” → mueller, schmidt; particles do not. */
export function lastNameParts(lastName: string): string[] {
	const parts = foldText(lastName).split(' ');
	const long = parts.filter((part) => part.length > 3);
	return long.length > 0 ? long : parts;
}

/** Adds one person to the index. */
export function addPerson(index: PersonIndex, person: KnownPerson): void {
	put(index.byName, nameKey(person.firstName, person.lastName), person);
	put(index.byLooseName, looseNameKey(person.firstName, person.lastName), person);
	if (person.email !== '') put(index.byEmail, person.email.toLowerCase(), person);
	for (const part of lastNameParts(person.lastName)) put(index.byLastPart, `${person.organisationId}|${part}`, person);
	put(index.byFirst, `${person.organisationId}|${squashText(person.firstName)}`, person);
}

/** Prepares the known persons for many questions. */
export function indexPersons(persons: readonly KnownPerson[]): PersonIndex {
	const index = emptyPersonIndex();
	for (const person of persons) addPerson(index, person);
	return index;
}

/** Is the mailbox one of a single person: does its local part hold a piece of the name? */
export function isPersonalMailbox(email: string, firstName: string, lastName: string): boolean {
	const local = looseText(email.split('@')[0] ?? '');
	return lastNameParts(lastName)
		.concat(squashText(firstName))
		.some((part) => part.length > 2 && local.includes(looseText(part)));
}
