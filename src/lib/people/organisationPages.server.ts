import type { Account } from '#lib/accounts/account.ts';
import type { Database } from '#lib/db/database.server.ts';
import type { Actor } from '#lib/journal/journal.server.ts';
import { type Refusal, refuse } from '#lib/web/refusal.ts';
import { mergedInto } from './merges.server.ts';
import type { OrganisationInput } from './organisation.ts';
import { addOrganisation, findOrganisation, organisationFor } from './organisations.server.ts';
import { personsOfOrganisation } from './persons.server.ts';

/** The page of one organisation with its persons. `movedTo` when it was merged into another. */
export async function organisationPage(db: Database, account: Account, id: string) {
	const organisation = await organisationFor(db, account, id);
	if (!organisation) return { movedTo: await mergedInto(db, 'organisation', id) };
	return { organisation, persons: await personsOfOrganisation(db, id) };
}

/** Adds an organisation unless one with this name, short name or other name is known. */
export async function addNewOrganisation(
	db: Database,
	by: Actor,
	input: OrganisationInput
): Promise<string | (Refusal<'known'> & { id: string; name: string })> {
	const known = await findOrganisation(db, input.name);
	if (known) return { ...refuse('known'), id: known.id, name: known.name };
	return addOrganisation(db, by, input);
}
