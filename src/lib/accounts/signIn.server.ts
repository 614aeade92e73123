import { type Database, inTransaction } from '#lib/db/database.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import type { Account } from './account.ts';
import { accountByEmail, setPassword } from './accounts.server.ts';
import { hashPassword, isOutdated, passwordFits } from './passwords.server.ts';
import { openSession } from './sessions.server.ts';
import { attempt, forgetAttempts } from './throttle.server.ts';

export const LIMITS = { perAddress: 5, perClient: 20 };

export type SignIn = { token: string; account: Account } | { refused: 'wrong' | 'throttled' };

/**
 * Logs in with e-mail and password. A wrong address, a wrong password and an account without one look the same.
 * Six wrong attempts within a quarter of an hour lock the address, also for the right password.
 */
export async function signIn(
	db: Database,
	input: { email: string; password: string },
	client: string,
	now: string
): Promise<SignIn> {
	const allowed =
		(await attempt(db, 'sign-in-address', input.email, LIMITS.perAddress, now)) &&
		(await attempt(db, 'sign-in-client', client, LIMITS.perClient, now));
	if (!allowed) return { refused: 'throttled' };
	const found = await accountByEmail(db, input.email);
	const fits = await passwordFits(found?.passwordHash ?? null, input.password);
	const by: Actor = { accountId: found?.account.id ?? null, name: fits && found ? found.account.name : '–', at: now };
	if (!found || !fits) {
		await journal(db, { ...by, accountId: null }, { verb: 'sign_in.refused', thing: 'account:' });
		return { refused: 'wrong' };
	}
	if (isOutdated(found.passwordHash ?? '')) await rehash(db, found.account.id, input.password);
	await forgetAttempts(db, 'sign-in-address', input.email);
	await forgetAttempts(db, 'sign-in-client', client);
	return { token: await enter(db, by, found.account, 'password'), account: found.account };
}

async function rehash(db: Database, accountId: string, password: string): Promise<void> {
	const passwordHash = await hashPassword(password);
	await db.updateTable('account').set({ passwordHash }).where('id', '=', accountId).execute();
}

/** Opens a session for somebody who has proved who she is, and notes it. */
export async function enter(db: Database, by: Actor, account: Account, method: 'password' | 'link'): Promise<string> {
	return inTransaction(db, async (trx) => {
		await journal(
			trx,
			{ ...by, accountId: account.id, name: account.name },
			{
				verb: 'sign_in.done',
				thing: `account:${account.id}`
			}
		);
		return openSession(trx, account.id, method, by.at);
	});
}

/** Changes the own password after proof of the current one (an account without one needs none). Other sessions end. */
export async function changePassword(
	db: Database,
	by: Actor,
	account: Account,
	current: string,
	password: string
): Promise<string | undefined> {
	const found = await accountByEmail(db, account.email);
	if (!found || !(await attempt(db, 'password-change', account.id, LIMITS.perAddress, by.at))) return undefined;
	const fits = found.passwordHash === null || (await passwordFits(found.passwordHash, current));
	if (!fits) return undefined;
	await setPassword(db, by, account.id, password);
	await forgetAttempts(db, 'password-change', account.id);
	return enter(db, by, account, 'password');
}
