export type Side = 'youth_office' | 'outpatient' | 'residential_daycare' | 'partner';

/** The order of the sides is the same everywhere: J A S P. */
export const SIDES: readonly Side[] = ['youth_office', 'outpatient', 'residential_daycare', 'partner'];

/** Letter of a side's sign. */
export const SIDE_LETTERS: Record<Side, 'J' | 'A' | 'S' | 'P'> = {
	youth_office: 'J',
	outpatient: 'A',
	residential_daycare: 'S',
	partner: 'P'
};

/** Somebody who takes part: has a place and has not withdrawn. */
export interface Participant {
	registrationId: string;
	personId: string;
	title: string;
	firstName: string;
	lastName: string;
	organisationId: string | null;
	organisationName: string;
	organisationShortName: string;
	organisationKind: string | null;
	side: Side;
	unit: string;
	jobFunction: string;
	level: string;
	email: string;
	language: 'de' | 'en';
	isNewcomer: boolean;
	/** Ids of workshops by rank. */
	wishes: string[];
	registeredAt: string;
}

/** Where somebody stands: has a place, waits for one, or has withdrawn. */
export type Standing = 'seat' | 'waiting' | 'withdrawn';

const german = new Intl.Collator('de');

/** By last name, then first name, as a German telephone book does it. */
export function byName(a: { firstName: string; lastName: string }, b: { firstName: string; lastName: string }): number {
	return german.compare(a.lastName, b.lastName) || german.compare(a.firstName, b.firstName);
}

/** The full name with the academic title. */
export function fullName(person: { title: string; firstName: string; lastName: string }): string {
	return [person.title, person.firstName, person.lastName].filter(Boolean).join(' ');
}
