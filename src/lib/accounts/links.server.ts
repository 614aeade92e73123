import { sql } from 'kysely';
import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { hashToken, newToken } from '#lib/db/ids.server.ts';
import type { Actor } from '#lib/journal/journal.server.ts';
import { addMinutesToInstant } from '#lib/time/berlin.ts';
import type { Account } from './account.ts';
import { accountById, insertAccount, type NewAccount, setPassword } from './accounts.server.ts';
import { enter } from './signIn.server.ts';

export type LinkPurpose = 'sign_in' | 'invitation' | 'set_up';

// A sign-in link is short-lived (ASVS 6.5.5); an invitation waits for a colleague who works two days a week.
const LIFE_MIN: Record<LinkPurpose, number> = { sign_in: 10, invitation: 14 * 24 * 60, set_up: 24 * 60 };

/** Makes a link for an account (none for the first set-up). An earlier link of the same purpose becomes void. */
export async function createLink(
	trx: Trx,
	accountId: string | null,
	purpose: LinkPurpose,
	now: string
): Promise<string> {
	const token = newToken();
	await trx
		.deleteFrom('signInLink')
		.where('purpose', '=', purpose)
		.where('accountId', accountId === null ? 'is' : '=', accountId)
		.where('usedAt', 'is', null)
		.execute();
	await trx
		.insertInto('signInLink')
		.values({
			hash: hashToken(token),
			accountId,
			purpose,
			createdAt: now,
			expiresAt: addMinutesToInstant(now, LIFE_MIN[purpose]),
			usedAt: null
		})
		.execute();
	return token;
}

/** What a link is for, without using it: opening a link changes nothing, mail scanners open them too. */
export async function readLink(
	db: Database,
	token: string,
	now: string
): Promise<{ purpose: LinkPurpose; account: Account | undefined } | undefined> {
	const link = await db
		.selectFrom('signInLink')
		.select(['purpose', 'accountId'])
		.where('hash', '=', hashToken(token))
		.where('usedAt', 'is', null)
		.where('expiresAt', '>', now)
		.executeTakeFirst();
	if (!link) return undefined;
	const account = link.accountId === null ? undefined : await accountById(db, link.accountId);
	return account || link.purpose === 'set_up' ? { purpose: link.purpose, account } : undefined;
}

/** Uses a link once; of many at the same time one wins. */
async function useLink(db: Database, token: string, purpose: LinkPurpose, now: string) {
	return db
		.updateTable('signInLink')
		.set({ usedAt: now })
		.where('hash', '=', hashToken(token))
		.where('purpose', '=', purpose)
		.where('usedAt', 'is', null)
		.where('expiresAt', '>', now)
		.returning('accountId')
		.executeTakeFirst();
}

/** Logs in with a link from a mail. */
export async function signInByLink(db: Database, token: string, now: string): Promise<string | undefined> {
	const link = await useLink(db, token, 'sign_in', now);
	const account = link?.accountId ? await accountById(db, link.accountId) : undefined;
	return account && enter(db, { accountId: account.id, name: account.name, at: now }, account, 'link');
}

/** Accepts an invitation: the colleague chooses her password and is logged in. */
export async function acceptInvitation(
	db: Database,
	token: string,
	password: string,
	now: string
): Promise<string | undefined> {
	const link = await useLink(db, token, 'invitation', now);
	const account = link?.accountId ? await accountById(db, link.accountId) : undefined;
	if (!account) return undefined;
	const by: Actor = { accountId: account.id, name: account.name, at: now };
	await setPassword(db, by, account.id, password);
	return enter(db, by, account, 'password');
}

/** On a product without accounts: a link that creates the first one. undefined as soon as there is one. */
export async function createSetUpLink(db: Database, now: string): Promise<string | undefined> {
	return inTransaction(db, async (trx) => {
		const { count } = await trx
			.selectFrom('account')
			.select(sql<number>`count(*)`.as('count'))
			.executeTakeFirstOrThrow();
		return count > 0 ? undefined : createLink(trx, null, 'set_up', now);
	});
}

/** Creates the first account, an administrator, from the set-up link. */
export async function createFirstAccount(
	db: Database,
	token: string,
	input: Omit<NewAccount, 'isAdministrator' | 'organisationId'> & { password: string },
	now: string
): Promise<string | undefined> {
	const { password, ...rest } = input;
	const by: Actor = { accountId: null, name: input.name, at: now };
	const id = await inTransaction(db, async (trx) => {
		const link = await useLink(trx, token, 'set_up', now);
		return link && insertAccount(trx, by, { ...rest, organisationId: null, isAdministrator: true });
	});
	if (!id) return undefined;
	await setPassword(db, by, id, password);
	const account = await accountById(db, id);
	return account && enter(db, by, account, 'password');
}
