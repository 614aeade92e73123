import { m } from '#lib/paraglide/messages.js';
import type { Side } from './side.ts';

/** How much somebody leads. */
export const LEVELS = ['practitioner', 'team_lead', 'leadership', 'expert', 'administration', 'self_advocate'] as const;
export type Level = (typeof LEVELS)[number];

const LEVEL_NAMES = {
	practitioner: m.people_level_practitioner,
	team_lead: m.people_level_team_lead,
	leadership: m.people_level_leadership,
	expert: m.people_level_expert,
	administration: m.people_level_administration,
	self_advocate: m.people_level_self_advocate
} satisfies Record<Level, unknown>;

/** What is typed about a person. Texts may be empty, except first and last name. */
export interface PersonInput {
	title: string;
	salutation: string;
	firstName: string;
	lastName: string;
	organisationId: string | null;
	unit: string;
	jobFunction: string;
	/** One of LEVELS, or empty when not known. */
	level: string;
	/** Only when it differs from the organisation's side. */
	side: Side | null;
	email: string;
}

/** A person of the directory with the names of the organisation. */
export interface Person extends PersonInput {
	id: string;
	organisationName: string;
	organisationShortName: string;
	organisationKind: string | null;
	/** The side of the mix that counts: the own one, else the organisation's. */
	mixSide: Side;
	changedAt: string;
}

/** “Dr. Anna Berg”: as one would write to somebody. */
export function fullName(person: { title: string; firstName: string; lastName: string }): string {
	return [person.title, person.firstName, person.lastName].filter(Boolean).join(' ');
}

/** “Berg, Anna”: as in an alphabetical list. */
export function listedName(person: { title: string; firstName: string; lastName: string }): string {
	const given = [person.title, person.firstName].filter(Boolean).join(' ');
	return given === '' ? person.lastName : `${person.lastName}, ${given}`;
}

/** Unit and function in one line; empty when neither is known. */
export function workOf(person: { unit: string; jobFunction: string }): string {
	return [person.jobFunction, person.unit].filter(Boolean).join(', ');
}

/** The level in words; empty when it is not known. */
export function levelName(level: string): string {
	return level in LEVEL_NAMES ? LEVEL_NAMES[level as Level]() : level;
}
