import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import type { Account } from '#lib/accounts/account.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { alphabetical, directoryReader, hasWords, type ListPage, pageOf } from './directory.ts';
import { nameKey } from './nameKeys.ts';
import type { Person, PersonInput } from './person.ts';
import { sideOf } from './side.ts';

function persons(db: Database) {
	return db
		.selectFrom('person')
		.leftJoin('organisation', 'organisation.id', 'person.organisationId')
		.selectAll('person')
		.select((eb) => [
			eb.fn.coalesce('organisation.name', eb.val('')).as('organisationName'),
			eb.fn.coalesce('organisation.shortName', eb.val('')).as('organisationShortName'),
			'organisation.kind as organisationKind',
			'organisation.side as organisationSide'
		]);
}

type Row = Awaited<ReturnType<ReturnType<typeof persons>['execute']>>[number];

function personOf({ organisationSide, ...row }: Row): Person {
	return { ...row, mixSide: sideOf(row.side, organisationSide) };
}

function byName(a: Person, b: Person): number {
	return alphabetical(a.lastName, b.lastName) || alphabetical(a.firstName, b.firstName) || (a.id < b.id ? -1 : 1);
}

/** Everybody in the directory, by last name. */
export async function allPersons(db: Database): Promise<Person[]> {
	return (await persons(db).execute()).map(personOf).sort(byName);
}

/** A person, without asking who wants to know; for use cases that have checked. */
export async function personById(db: Database, id: string): Promise<Person | undefined> {
	const row = await persons(db).where('person.id', '=', id).executeTakeFirst();
	return row && personOf(row);
}

/** A person for somebody who may see the directory. */
export async function personFor(db: Database, account: Account, id: string): Promise<Person | undefined> {
	return directoryReader(account) && personById(db, id);
}

/** Persons in whose name, organisation or mail all words occur, by last name. */
export async function personsMatching(db: Database, words: string, limit = 20): Promise<Person[]> {
	return (await matching(db, words)).slice(0, limit);
}

async function matching(db: Database, words: string): Promise<Person[]> {
	const everybody = await allPersons(db);
	if (words.trim() === '') return everybody;
	return everybody.filter((person) =>
		hasWords(words, [
			`${person.title} ${person.firstName} ${person.lastName}`,
			person.organisationName,
			person.organisationShortName,
			person.email
		])
	);
}

/** One page of the directory, with the number of all persons; undefined for whom it is closed. */
export async function personsFor(
	db: Database,
	account: Account,
	{ words, page }: { words: string; page: number }
): Promise<(ListPage<Person> & { total: number }) | undefined> {
	if (!directoryReader(account)) return undefined;
	const { total } = await db
		.selectFrom('person')
		.select((eb) => eb.fn.countAll<number>().as('total'))
		.executeTakeFirstOrThrow();
	return { ...pageOf(await matching(db, words), page), total };
}

/** The persons of an organisation, by last name. */
export async function personsOfOrganisation(db: Database, organisationId: string): Promise<Person[]> {
	const rows = await persons(db).where('person.organisationId', '=', organisationId).execute();
	return rows.map(personOf).sort(byName);
}

/** What tells whether two entries are the same person. */
export type PersonKeys = Pick<PersonInput, 'firstName' | 'lastName' | 'email' | 'organisationId'>;

/**
 * The same person: same name (however umlauts are written) and the same mail or the same organisation.
 * Two colleagues of one name in one organisation are only told apart by their mail; without it nobody is found.
 */
export async function findPerson(trx: Database, keys: PersonKeys): Promise<Person | undefined> {
	const email = keys.email.trim();
	if (email === '' && !keys.organisationId) return undefined;
	const rows = await persons(trx)
		.where((eb) =>
			eb.or([
				...(email === '' ? [] : [eb('person.email', '=', email)]),
				...(keys.organisationId ? [eb('person.organisationId', '=', keys.organisationId)] : [])
			])
		)
		.execute();
	const key = nameKey(keys.firstName, keys.lastName);
	const named = rows.filter((row) => nameKey(row.firstName, row.lastName) === key).map(personOf);
	const mailed = named.filter((person) => email !== '' && person.email.toLowerCase() === email.toLowerCase());
	const [found, ...others] = mailed.length > 0 ? mailed : named;
	return others.length === 0 ? found : undefined;
}

/** Adds a person without a journal line; for acts that add many and write one line themselves. */
export async function insertPerson(trx: Trx, by: Actor, input: PersonInput): Promise<string> {
	const id = newId();
	await trx
		.insertInto('person')
		.values({ ...columns(input), id, createdAt: by.at, changedAt: by.at })
		.execute();
	return id;
}

/** Changes some fields of a person without a journal line. */
export async function updatePerson(trx: Trx, by: Actor, id: string, input: Partial<PersonInput>): Promise<void> {
	await trx
		.updateTable('person')
		.set({ ...input, changedAt: by.at })
		.where('id', '=', id)
		.execute();
}

/** Adds a person; the caller has looked with findPerson whether it is known. */
export function addPerson(db: Database, by: Actor, input: PersonInput): Promise<string> {
	return inTransaction(db, async (trx) => {
		const id = await insertPerson(trx, by, input);
		await journal(trx, by, { verb: 'person.added', thing: `person:${id}` });
		return id;
	});
}

/** Corrects a person; what was registered before stays as it was released. */
export function correctPerson(db: Database, by: Actor, id: string, input: PersonInput): Promise<void> {
	return inTransaction(db, async (trx) => {
		await updatePerson(trx, by, id, columns(input));
		await journal(trx, by, { verb: 'person.corrected', thing: `person:${id}` });
	});
}

// Exactly the columns: callers may hand over objects that carry more.
function columns(input: PersonInput): PersonInput {
	const { title, salutation, firstName, lastName, organisationId, unit, jobFunction, level, side, email } = input;
	return { title, salutation, firstName, lastName, organisationId, unit, jobFunction, level, side, email };
}
