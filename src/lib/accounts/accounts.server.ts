import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import type { Language } from '#lib/time/wording.ts';
import { type Account, mayInviteTo } from './account.ts';
import { hashPassword } from './passwords.server.ts';
import { closeSessionsOf } from './sessions.server.ts';

function accounts(db: Database) {
	return db
		.selectFrom('account')
		.leftJoin('organisation', 'organisation.id', 'account.organisationId')
		.leftJoin('accountClosure', 'accountClosure.accountId', 'account.id')
		.where('accountClosure.accountId', 'is', null)
		.select(['account.id', 'email', 'account.name', 'organisationId', 'isAdministrator', 'language'])
		.select((eb) => [
			eb.fn.coalesce('organisation.name', eb.val('')).as('organisationName'),
			eb.fn.coalesce('organisation.shortName', eb.val('')).as('organisationShortName'),
			eb
				.exists(
					eb.selectFrom('host').whereRef('host.organisationId', '=', 'account.organisationId').select('gatheringId')
				)
				.as('organizes')
		]);
}

function accountOf(row: Awaited<ReturnType<ReturnType<typeof accounts>['execute']>>[number]): Account {
	return { ...row, isAdministrator: row.isAdministrator === 1, organizes: Boolean(row.organizes) };
}

/** An open account by its id. */
export async function accountById(db: Database, id: string): Promise<Account | undefined> {
	const row = await accounts(db).where('account.id', '=', id).executeTakeFirst();
	return row && accountOf(row);
}

/** An open account by its address, with what is stored of the password. */
export async function accountByEmail(db: Database, email: string) {
	const row = await accounts(db).where('email', '=', email.trim()).select('passwordHash').executeTakeFirst();
	if (!row) return undefined;
	const { passwordHash, ...rest } = row;
	return { account: accountOf(rest), passwordHash };
}

/** Colleagues whom this account may see: all for administrators, else those of the own organisation. */
export async function colleaguesFor(db: Database, account: Account): Promise<(Account & { hasPassword: boolean })[]> {
	const rows = await accounts(db)
		.select((eb) => eb('passwordHash', 'is not', null).as('hasPassword'))
		.$if(!account.isAdministrator, (query) => query.where('account.organisationId', '=', account.organisationId))
		.orderBy('account.name')
		.execute();
	return rows.map(({ hasPassword, ...row }) => ({ ...accountOf(row), hasPassword: Boolean(hasPassword) }));
}

export interface NewAccount {
	email: string;
	name: string;
	organisationId: string | null;
	isAdministrator: boolean;
	language: Language;
}

/** Adds an account without a password. The caller has checked who may. */
export async function insertAccount(trx: Trx, by: Actor, input: NewAccount): Promise<string> {
	const id = newId();
	await trx
		.insertInto('account')
		.values({
			...input,
			id,
			email: input.email.trim().toLowerCase(),
			isAdministrator: input.isAdministrator ? 1 : 0,
			passwordHash: null,
			createdAt: by.at
		})
		.execute();
	await journal(trx, by, { verb: 'account.created', thing: `account:${id}` });
	return id;
}

/** Opens a closed account anew, as if it had just been added: the old password is gone. The caller has checked who may. */
export async function reopenAccount(trx: Trx, by: Actor, id: string, input: NewAccount): Promise<void> {
	const { name, organisationId, language } = input;
	const isAdministrator = input.isAdministrator ? 1 : 0;
	await trx.deleteFrom('accountClosure').where('accountId', '=', id).execute();
	await trx
		.updateTable('account')
		.set({ name, organisationId, language, isAdministrator, passwordHash: null })
		.where('id', '=', id)
		.execute();
	await journal(trx, by, { verb: 'account.reopened', thing: `account:${id}` });
}

/** Sets a password and ends every session of the account; the caller opens a new one. */
export async function setPassword(db: Database, by: Actor, accountId: string, password: string): Promise<void> {
	const passwordHash = await hashPassword(password);
	await inTransaction(db, async (trx) => {
		await trx.updateTable('account').set({ passwordHash }).where('id', '=', accountId).execute();
		await journal(trx, by, { verb: 'account.password_set', thing: `account:${accountId}` });
	});
	await closeSessionsOf(db, accountId);
}

/** Closes an account: it stays in the journal, but nobody gets in with it any more. Own accounts cannot be closed. */
export async function closeAccount(db: Database, by: Actor, account: Account, id: string): Promise<boolean> {
	const other = await accountById(db, id);
	if (!other || other.id === account.id || !mayInviteTo(account, other.organisationId)) return false;
	await inTransaction(db, async (trx) => {
		await trx.insertInto('accountClosure').values({ accountId: id, at: by.at, byAccountId: by.accountId }).execute();
		await journal(trx, by, { verb: 'account.closed', thing: `account:${id}` });
	});
	await closeSessionsOf(db, id);
	return true;
}

/** The language in which this colleague reads and gets mail. */
export async function setLanguage(db: Database, accountId: string, language: Language): Promise<void> {
	await db.updateTable('account').set({ language }).where('id', '=', accountId).execute();
}
