import type { Account } from '#lib/accounts/account.ts';
import { type Database, inTransaction } from '#lib/db/database.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { type Refusal, refuse } from '#lib/web/refusal.ts';
import { choiceName, inOrder } from './department.ts';
import type { ProfileInput } from './profile.form.ts';
import type { ServiceProfile } from './profile.ts';

/** An organisation with its profile, as everybody with an account may read it. */
export interface ProfiledOrganisation {
	id: string;
	name: string;
	shortName: string;
	kind: string;
	partOfId: string | null;
	partOfName: string;
	profile: ServiceProfile | undefined;
	/** Whoever belongs to the organisation, or to the whole it is a department of, writes its profile. */
	mayWrite: boolean;
}

async function profilesOf(db: Database): Promise<Map<string, ServiceProfile>> {
	const rows = await db.selectFrom('serviceProfile').selectAll().execute();
	return new Map(rows.map(({ organisationId, ...profile }) => [organisationId, profile]));
}

/** All organisations with their profiles, departments after the organisation they are part of; two queries. */
export async function profiledOrganisations(db: Database, account: Account): Promise<ProfiledOrganisation[]> {
	const rows = await db
		.selectFrom('organisation')
		.leftJoin('organisation as whole', 'whole.id', 'organisation.partOfId')
		.select(['organisation.id', 'organisation.name', 'organisation.shortName', 'organisation.kind'])
		.select(['organisation.partOfId', 'whole.shortName as partOfName'])
		.execute();
	const profiles = await profilesOf(db);
	return inOrder(rows).map((row) => ({
		...row,
		partOfName: row.partOfName ?? '',
		profile: profiles.get(row.id),
		mayWrite:
			account.isAdministrator ||
			(account.organisationId !== null && [row.id, row.partOfId].includes(account.organisationId))
	}));
}

/** One organisation with its profile, for every account. */
export async function profileFor(
	db: Database,
	account: Account,
	id: string
): Promise<ProfiledOrganisation | undefined> {
	return (await profiledOrganisations(db, account)).find((one) => one.id === id);
}

/** The same for whoever may write it; undefined for all others: the page is not found. */
export async function profileToWrite(
	db: Database,
	account: Account,
	id: string
): Promise<ProfiledOrganisation | undefined> {
	const found = await profileFor(db, account, id);
	return found?.mayWrite ? found : undefined;
}

/** Writes a profile. Was it changed since the form was opened, nothing is written: the newer one is shown beside. */
export function writeProfile(
	db: Database,
	by: Actor,
	account: Account,
	id: string,
	{ basis, ...texts }: ProfileInput
): Promise<'written' | (Refusal<'not_allowed' | 'stale'> & { newer?: ServiceProfile })> {
	return inTransaction(db, async (trx) => {
		const organisation = await profileToWrite(trx, account, id);
		if (!organisation) return refuse('not_allowed');
		if ((organisation.profile?.changedAt ?? '') !== basis) return { ...refuse('stale'), newer: organisation.profile };
		const row = { ...texts, changedAt: by.at, byName: by.name };
		await trx
			.insertInto('serviceProfile')
			.values({ organisationId: id, ...row })
			.onConflict((conflict) => conflict.column('organisationId').doUpdateSet(row))
			.execute();
		await journal(trx, by, { verb: 'profile.written', thing: `organisation:${id}` });
		return 'written';
	});
}

/** The name in a list to choose from. */
export function profileChoice({ id, name, partOfName }: ProfiledOrganisation): { value: string; label: string } {
	return { value: id, label: choiceName(name, partOfName) };
}
