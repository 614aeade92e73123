import { alphabetical } from '#lib/people/directory.ts';
import type { Side } from '#lib/people/side.ts';

/** Somebody who takes part: has a place and has not withdrawn. */
export interface Participant {
	registrationId: string;
	personId: string;
	title: string;
	firstName: string;
	lastName: string;
	organisationId: string | null;
	/** The organisation, or the name that was typed when it is not in the list. */
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

/** By last name, then first name, as a German telephone book does it. */
export function byLastName(
	a: { firstName: string; lastName: string },
	b: { firstName: string; lastName: string }
): number {
	return alphabetical(a.lastName, b.lastName) || alphabetical(a.firstName, b.firstName);
}
