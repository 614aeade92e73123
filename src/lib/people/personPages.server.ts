import type { Account } from '#lib/accounts/account.ts';
import type { Database } from '#lib/db/database.server.ts';
import type { Actor } from '#lib/journal/journal.server.ts';
import { type Refusal, refuse } from '#lib/web/refusal.ts';
import { mergedInto } from './merges.server.ts';
import { organisationsOf } from './organisations.server.ts';
import type { PersonInput } from './person.ts';
import { addPerson, allPersons, correctPerson, findPerson, personFor } from './persons.server.ts';
import { likelyTwins } from './twin.ts';

const TWINS_AT_MOST = 5;

/** The page of one person: entry, organisations to choose from, possible twins. `movedTo` when it was merged into another. */
export async function personPage(db: Database, account: Account, id: string) {
	const person = await personFor(db, account, id);
	if (!person) return { movedTo: await mergedInto(db, 'person', id) };
	const twins = likelyTwins(person, await allPersons(db)).filter(({ likeness }) => likeness !== 'lastName');
	return { person, organisations: await organisationsOf(db), twins: twins.slice(0, TWINS_AT_MOST) };
}

export type PersonRefusal = Refusal<'known' | 'organisation'> & { id?: string };

async function lacksOrganisation(db: Database, { organisationId }: PersonInput): Promise<boolean> {
	if (organisationId === null) return false;
	return !(await organisationsOf(db)).some(({ id }) => id === organisationId);
}

/** Adds a person unless the directory knows one of the same name with the same mail or organisation. */
export async function addNewPerson(db: Database, by: Actor, input: PersonInput): Promise<string | PersonRefusal> {
	if (await lacksOrganisation(db, input)) return refuse('organisation');
	const known = await findPerson(db, input);
	if (known) return { ...refuse('known'), id: known.id };
	return addPerson(db, by, input);
}

/** Corrects a person of the directory. */
export async function correctKnownPerson(
	db: Database,
	by: Actor,
	id: string,
	input: PersonInput
): Promise<'corrected' | PersonRefusal> {
	if (await lacksOrganisation(db, input)) return refuse('organisation');
	await correctPerson(db, by, id, input);
	return 'corrected';
}
