import type { Account } from '#lib/accounts/account.ts';
import type { Database } from '#lib/db/database.server.ts';
import type { Actor } from '#lib/journal/journal.server.ts';
import { type Refusal, refuse } from '#lib/web/refusal.ts';
import { type PartOfRefusal, whyNotPartOf } from './departments.server.ts';
import { directoryReader } from './directory.ts';
import { mergedInto } from './merges.server.ts';
import type { OrganisationInput } from './organisation.ts';
import { addOrganisation, findOrganisation, organisationsOf, wholeOrganisations } from './organisations.server.ts';
import { personsOfOrganisation } from './persons.server.ts';
import { profileFor } from './profiles.server.ts';

/** Organisations a department can be part of: those that are no departments themselves. */
export async function possibleParents(db: Database, id: string | null): Promise<{ id: string; name: string }[]> {
	const all = await organisationsOf(db);
	return all.filter((one) => one.partOfId === null && one.id !== id).map((one) => ({ id: one.id, name: one.name }));
}

/** The page of one organisation with its persons and departments. `movedTo` when it was merged into another. */
export async function organisationPage(db: Database, account: Account, id: string) {
	if (!directoryReader(account)) return {};
	const all = await wholeOrganisations(db);
	const organisation = all.find((one) => one.id === id);
	if (!organisation) return { movedTo: await mergedInto(db, 'organisation', id) };
	return {
		organisation,
		persons: await personsOfOrganisation(db, id),
		departments: all.filter(({ partOfId }) => partOfId === id),
		parents: await possibleParents(db, id),
		profile: await profileFor(db, account, id)
	};
}

/** Adds an organisation unless one with this name, short name or other name is known. */
export async function addNewOrganisation(
	db: Database,
	by: Actor,
	input: OrganisationInput
): Promise<string | (Refusal<'known'> & { id: string; name: string }) | PartOfRefusal> {
	const known = await findOrganisation(db, input.name);
	if (known) return { ...refuse('known'), id: known.id, name: known.name };
	return (await whyNotPartOf(db, null, input.partOfId)) ?? addOrganisation(db, by, input);
}
