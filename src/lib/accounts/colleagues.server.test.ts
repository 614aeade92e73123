import { beforeEach, expect, test } from 'vitest';
import { type Database, inTransaction } from '#lib/db/database.server.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import type { Account } from './account.ts';
import { accountByEmail, accountById, closeAccount, insertAccount, setPassword } from './accounts.server.ts';
import { invitationLinkFor, inviteColleague, moveColleague } from './colleagues.server.ts';

const NOW = '2026-11-22T08:00:00.000Z';
const BY = { accountId: null, name: 'Test', at: NOW };
const EMAIL = 'jonas@jugendamt.example.org';
const tellNobody = async () => {};

let db: Database;
let head: Account;

async function addAccount(email: string, isAdministrator: boolean): Promise<Account> {
	const input = { email, name: 'Kim', organisationId: null, isAdministrator, language: 'de' as const };
	const account = await accountById(db, await inTransaction(db, (trx) => insertAccount(trx, BY, input)));
	if (!account) throw new Error('no account');
	return account;
}

const invite = (name: string, by = head, organisationId: string | null = null) =>
	inviteColleague(
		db,
		BY,
		by,
		{ email: EMAIL, name, organisationId, isAdministrator: false, language: 'de' },
		tellNobody
	);

beforeEach(async () => {
	db = await freshDatabase();
	head = await addAccount('sabine@jugendamt.example.org', true);
	const organisation = { kind: 'public_youth_office', side: 'youth_office', dataProtectionLaw: 'DSGVO' } as const;
	await db
		.insertInto('organisation')
		.values({
			...organisation,
			id: 'o1',
			name: 'Kreisjugendamt',
			shortName: '',
			town: '',
			mailDomain: '',
			createdAt: NOW
		})
		.execute();
});

test('a closed account is opened again by inviting the same address, without the old password', async () => {
	const jonas = await addAccount(EMAIL, true);
	await setPassword(db, BY, jonas.id, 'vier Wörter ohne Sinn');
	expect(await invite('Jonas')).toEqual({ refused: 'known' });
	await closeAccount(db, BY, head, jonas.id);
	expect(await invite('Jonas Brandt', head, 'o1')).toEqual({ id: jonas.id });
	const found = await accountByEmail(db, EMAIL);
	expect(found?.passwordHash).toBeNull();
	expect(found?.account).toMatchObject({ name: 'Jonas Brandt', organisationId: 'o1', isAdministrator: false });
	expect(await invitationLinkFor(db, head, jonas.id, NOW)).toBeTypeOf('string');
});

test('an administrator moves accounts, the own one too, to an organisation; nobody else does', async () => {
	const jonas = await addAccount(EMAIL, false);
	expect(await moveColleague(db, BY, head, head.id, 'o1')).toBe(true);
	expect((await accountById(db, head.id))?.organisationName).toBe('Kreisjugendamt');
	expect(await moveColleague(db, BY, jonas, jonas.id, 'o1')).toBe(false);
	expect(await moveColleague(db, BY, head, jonas.id, 'nowhere')).toBe(false);
	expect(await moveColleague(db, BY, head, 'nobody', 'o1')).toBe(false);
	expect((await accountById(db, jonas.id))?.organisationId).toBeNull();
});
