import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import type { Actor } from '#lib/journal/journal.server.ts';
import { type Refusal, refuse } from '#lib/web/refusal.ts';
import { type Account, mayInviteTo } from './account.ts';
import { accountById, insertAccount, type NewAccount } from './accounts.server.ts';
import { createLink } from './links.server.ts';

/** Tells the new colleague by mail, in the transaction that creates her account. */
export type TellColleague = (trx: Trx, accountId: string, now: string) => Promise<void>;

/**
 * Creates an account for a colleague and tells her.
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
		const known = await trx.selectFrom('account').select('id').where('email', '=', input.email).executeTakeFirst();
		if (known) return refuse('known');
		const isAdministrator = account.isAdministrator && input.isAdministrator;
		const id = await insertAccount(trx, by, { ...input, organisationId, isAdministrator });
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
