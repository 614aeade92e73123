import type { Account } from '#lib/accounts/account.ts';
import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { choiceName, inOrder } from './department.ts';
import { completed, letDepartmentsFollow, type PartOfRefusal, whyNotPartOf } from './departments.server.ts';
import { directoryReader, hasWords } from './directory.ts';
import { organisationKey } from './matchWords.ts';
import type { Organisation, OrganisationInput, OrganisationName } from './organisation.ts';

function rowsWithParent(db: Database) {
	return db
		.selectFrom('organisation')
		.leftJoin('organisation as whole', 'whole.id', 'organisation.partOfId')
		.select(({ fn, val }) => fn.coalesce('whole.shortName', val('')).as('partOfName'));
}

/** All organisations to choose from, alphabetical, departments after the organisation they are part of and with its name. */
export async function organisationsOf(db: Database): Promise<OrganisationName[]> {
	const rows = await rowsWithParent(db)
		.select(['organisation.id', 'organisation.name', 'organisation.shortName', 'organisation.kind'])
		.select(['organisation.side', 'organisation.town', 'organisation.partOfId'])
		.execute();
	return inOrder(rows).map((row) => ({ ...row, name: choiceName(row.name, row.partOfName) }));
}

/** All organisations with sectors, other names and the number of persons, in the same order; four queries. */
export async function wholeOrganisations(db: Database): Promise<Organisation[]> {
	const rows = await rowsWithParent(db).selectAll('organisation').execute();
	const sectors = await db.selectFrom('organisationSector').selectAll().orderBy('sector').execute();
	const aliases = await db.selectFrom('organisationAlias').selectAll().orderBy('name').execute();
	const counts = await db
		.selectFrom('person')
		.select((eb) => ['organisationId', eb.fn.countAll<number>().as('count')])
		.groupBy('organisationId')
		.execute();
	const sectorsOf = Map.groupBy(sectors, (row) => row.organisationId);
	const aliasesOf = Map.groupBy(aliases, (row) => row.organisationId);
	const countOf = new Map(counts.map((row) => [row.organisationId, row.count]));
	return inOrder(rows).map(({ createdAt: _, ...row }) => ({
		...row,
		sectors: (sectorsOf.get(row.id) ?? []).map(({ sector }) => sector),
		aliases: (aliasesOf.get(row.id) ?? []).map(({ name }) => name),
		personCount: countOf.get(row.id) ?? 0
	}));
}

/** An organisation, without asking who wants to know. */
export async function organisationById(db: Database, id: string): Promise<Organisation | undefined> {
	return (await wholeOrganisations(db)).find((organisation) => organisation.id === id);
}

/** An organisation for somebody who may see the directory. */
export async function organisationFor(db: Database, account: Account, id: string): Promise<Organisation | undefined> {
	return directoryReader(account) && organisationById(db, id);
}

/** The organisations in whose names or town all words occur; undefined for whom the directory is closed. */
export async function organisationsFor(
	db: Database,
	account: Account,
	words: string
): Promise<{ rows: Organisation[]; total: number } | undefined> {
	if (!directoryReader(account)) return undefined;
	const all = await wholeOrganisations(db);
	const rows = all.filter(({ name, shortName, partOfName, town, mailDomain, aliases }) =>
		hasWords(words, [name, shortName, partOfName, town, mailDomain, ...aliases])
	);
	return { rows, total: all.length };
}

/** The organisation with exactly this name, short name or other name, however it is written. */
export async function findOrganisation(db: Database, name: string): Promise<Organisation | undefined> {
	const key = organisationKey(name);
	if (key === '') return undefined;
	const all = await wholeOrganisations(db);
	const keysOf = (known: Organisation) => [known.name, known.shortName, ...known.aliases].map(organisationKey);
	return all.find((known) => keysOf(known).includes(key));
}

/** Adds an organisation without a journal line; for acts that add many and write one line themselves. */
export async function insertOrganisation(trx: Trx, by: Actor, input: OrganisationInput): Promise<string> {
	const id = newId();
	await trx
		.insertInto('organisation')
		.values({ ...(await completed(trx, input)), id, createdAt: by.at })
		.execute();
	await putSectors(trx, id, input.sectors);
	return id;
}

/** Adds an organisation; the caller has looked with findOrganisation whether it is known. */
export function addOrganisation(db: Database, by: Actor, input: OrganisationInput): Promise<string> {
	return inTransaction(db, async (trx) => {
		const id = await insertOrganisation(trx, by, input);
		await journal(trx, by, { verb: 'organisation.added', thing: `organisation:${id}` });
		return id;
	});
}

/** Corrects an organisation. Its former name stays known as another name, so that lists still find it. */
export function correctOrganisation(
	db: Database,
	by: Actor,
	id: string,
	input: OrganisationInput
): Promise<'corrected' | PartOfRefusal> {
	return inTransaction(db, async (trx) => {
		const refused = await whyNotPartOf(trx, id, input.partOfId);
		if (refused) return refused;
		const before = await trx.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
		const after = await completed(trx, input);
		await trx.updateTable('organisation').set(after).where('id', '=', id).execute();
		await letDepartmentsFollow(trx, id, before, after);
		await trx.deleteFrom('organisationSector').where('organisationId', '=', id).execute();
		await putSectors(trx, id, input.sectors);
		if (organisationKey(before.name) !== organisationKey(input.name)) await rememberAlias(trx, id, before.name);
		await journal(trx, by, { verb: 'organisation.corrected', thing: `organisation:${id}` });
		return 'corrected';
	});
}

/** Remembers another name of an organisation. A name means one organisation: the newest answer counts. */
export async function rememberAlias(trx: Trx, organisationId: string, name: string): Promise<void> {
	const key = organisationKey(name);
	if (key === '') return;
	await trx
		.insertInto('organisationAlias')
		.values({ key, organisationId, name })
		.onConflict((conflict) => conflict.column('key').doUpdateSet({ organisationId, name }))
		.execute();
}

/** Forgets another name of an organisation. */
export function forgetAlias(db: Database, by: Actor, organisationId: string, name: string): Promise<void> {
	return inTransaction(db, async (trx) => {
		await trx
			.deleteFrom('organisationAlias')
			.where('organisationId', '=', organisationId)
			.where('name', '=', name)
			.execute();
		await journal(trx, by, { verb: 'organisation.alias_forgotten', thing: `organisation:${organisationId}` });
	});
}

async function putSectors(trx: Trx, organisationId: string, sectors: readonly string[]): Promise<void> {
	const values = [...new Set(sectors)].map((sector) => ({ organisationId, sector }));
	if (values.length > 0) await trx.insertInto('organisationSector').values(values).execute();
}
