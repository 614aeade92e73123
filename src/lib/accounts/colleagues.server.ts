import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { type Refusal, refuse } from '#lib/web/refusal.ts';
import { type Account, mayInviteTo } from './account.ts';
import { accountById, insertAccount, type NewAccount, reopenAccount } from './accounts.server.ts';
import { createLink } from './links.server.ts';

/** Tells the new colleague by mail, in the transaction that creates her account. */
export type TellColleague = (trx: Trx, accountId: string, now: string) => Promise<void>;

/**
 * Creates an account for a colleague, or opens her closed one again, and tells her.
 * Only administrators may invite to other organisations or make administrators; for others these wishes fall away.
 */
export async function inviteColleague(
	db: Database,
	by: Actor,
	account: Account,
	input: NewAccount,
	tell: TellColleague
): Promise<{ id: string } | Refusal<'known' | 'not_yours'>> {
	const organisationId = account.isAdministrator ? input.organisationId : account.organisationId;
	if (!mayInviteTo(account, organisationId)) return refuse('not_yours');
	return inTransaction(db, async (trx) => {
		const known = await trx
			.selectFrom('account')
			.leftJoin('accountClosure', 'accountClosure.accountId', 'account.id')
			.select(['account.id', 'accountClosure.at as closedAt'])
			.where('email', '=', input.email)
			.executeTakeFirst();
		if (known && known.closedAt === null) return refuse('known');
		const wanted = { ...input, organisationId, isAdministrator: account.isAdministrator && input.isAdministrator };
		const id = known ? known.id : await insertAccount(trx, by, wanted);
		if (known) await reopenAccount(trx, by, id, wanted);
		await tell(trx, id, by.at);
		return { id };
	});
}

/** A fresh invitation link to hand over by other means; for colleagues of this account only. */
export async function invitationLinkFor(
	db: Database,
	account: Account,
	id: string,
	now: string
): Promise<string | undefined> {
	const colleague = await accountById(db, id);
	if (!colleague || !mayInviteTo(account, colleague.organisationId)) return undefined;
	// Whoever holds such a link sets the password: it exists only for colleagues who have none yet.
	return inTransaction(db, async (trx) => {
		const open = await trx
			.selectFrom('account')
			.select('id')
			.where('id', '=', id)
			.where('passwordHash', 'is', null)
			.executeTakeFirst();
		return open && createLink(trx, id, 'invitation', now);
	});
}

/**
 * Puts an account, the own one too, under another organisation, or under none: its rights come from there.
 * @returns false for everybody but administrators, and when account or organisation do not exist
 */
export async function moveColleague(
	db: Database,
	by: Actor,
	account: Account,
	id: string,
	organisationId: string | null
): Promise<boolean> {
	if (!account.isAdministrator || !(await accountById(db, id))) return false;
	return inTransaction(db, async (trx) => {
		const organisation = await trx
			.selectFrom('organisation')
			.select('id')
			.where('id', '=', organisationId)
			.executeTakeFirst();
		if (organisationId !== null && !organisation) return false;
		await trx.updateTable('account').set({ organisationId }).where('id', '=', id).execute();
		await journal(trx, by, { verb: 'account.moved', thing: `account:${id}`, particulars: { organisationId } });
		return true;
	});
}
