import { accountByEmail, accountById } from '#lib/accounts/accounts.server.ts';
import type { Account } from '#lib/accounts/account.ts';
import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Language } from '#lib/time/wording.ts';

export { canSendMail } from './mailSettings.server.ts';

type AccountMail = 'sign_in' | 'account_invitation';
type Recipient = Pick<Account, 'name' | 'email' | 'language'> & { id: string | null };

/** Queues a link to sign in. An unknown address gets the same answer after the same work, and no mail. */
export async function mailSignInLink(db: Database, email: string, now: string): Promise<void> {
	const found = await accountByEmail(db, email);
	const nobody: Recipient = { id: null, name: '', email: '', language: 'de' };
	await inTransaction(db, async (trx) => {
		const id = await queue(trx, 'sign_in', found?.account ?? nobody, now);
		// The same writing as for an account, undone before anybody can see it.
		if (!found) await trx.deleteFrom('message').where('id', '=', id).execute();
	});
}

/** Queues the mail with which a new colleague chooses a password. A closed or unknown account gets none. */
export async function mailAccountInvitation(db: Database, accountId: string, now: string): Promise<void> {
	const account = await accountById(db, accountId);
	if (!account) return;
	await inTransaction(db, (trx) => queue(trx, 'account_invitation', account, now));
}

/** An earlier mail of the same kind that has not left is replaced: its link would make the newer one void. */
async function queue(trx: Trx, kind: AccountMail, to: Recipient, now: string): Promise<number> {
	await trx
		.deleteFrom('message')
		.where('accountId', '=', to.id ?? '')
		.where('kind', '=', kind)
		.where('attemptStartedAt', 'is', null)
		.execute();
	const { id } = await trx
		.insertInto('message')
		.values({
			gatheringId: null,
			registrationId: null,
			accountId: to.id,
			kind,
			language: to.language,
			toName: to.name,
			toAddress: to.email,
			...textOf(kind, to.name, to.language),
			calendar: null,
			createdAt: now,
			dueAt: now,
			clearedAt: now
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

function textOf(kind: AccountMail, name: string, locale: Language): { subject: string; body: string } {
	if (kind === 'sign_in') {
		const body = m.invitations_mail_sign_in_body({ name }, { locale });
		return { subject: m.invitations_mail_sign_in_subject({}, { locale }), body };
	}
	const body = m.invitations_mail_account_invitation_body({ name }, { locale });
	return { subject: m.invitations_mail_account_invitation_subject({}, { locale }), body };
}
