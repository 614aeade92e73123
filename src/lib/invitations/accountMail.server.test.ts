import { beforeEach, expect, test } from 'vitest';
import { insertAccount } from '#lib/accounts/accounts.server.ts';
import { signInByLink } from '#lib/accounts/links.server.ts';
import { type Database, inTransaction } from '#lib/db/database.server.ts';
import { NOW } from '../../../tests/calendar/rows.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { mailAccountInvitation, mailSignInLink } from './accountMail.server.ts';
import { sendDue } from './outbox.server.ts';

const by = { accountId: null, name: 'Nadja', at: NOW };

let db: Database;
let accountId: string;
let asked: string[];
let texts: string[];
const post = {
	send: async (mail: { text?: unknown }) => {
		texts.push(String(mail.text));
		return { kind: 'sent' } as const;
	},
	close: () => {}
};

beforeEach(async () => {
	asked = [];
	texts = [];
	db = await freshDatabase((query) => asked.push(query));
	const account = { email: 'ayse@kja.example.org', name: 'Ayşe', organisationId: null, isAdministrator: false };
	accountId = await inTransaction(db, (trx) => insertAccount(trx, by, { ...account, language: 'de' as const }));
});

test('the link is made when the mail leaves, and works once', async () => {
	await mailSignInLink(db, 'ayse@kja.example.org', NOW);
	expect(await db.selectFrom('signInLink').selectAll().execute()).toEqual([]);
	await sendDue(db, post, NOW);
	const token = /\/login\/([\w-]{43})/.exec(texts[0] ?? '')?.[1] ?? '';
	expect(await signInByLink(db, token, NOW)).toBeDefined();
	expect(await signInByLink(db, token, NOW)).toBeUndefined();
});

test('asked for twice before it left, one mail goes out', async () => {
	await mailSignInLink(db, 'ayse@kja.example.org', NOW);
	await mailSignInLink(db, 'AYSE@kja.example.org ', NOW);
	expect(await sendDue(db, post, NOW)).toBe(1);
});

test('an unknown address causes the same work and no mail', async () => {
	asked.length = 0;
	await mailSignInLink(db, 'ayse@kja.example.org', NOW);
	const known = asked.length;
	await db.deleteFrom('message').execute();
	asked.length = 0;
	await mailSignInLink(db, 'niemand@kja.example.org', NOW);
	expect(Math.abs(asked.length - known)).toBeLessThanOrEqual(1);
	expect(await db.selectFrom('message').selectAll().execute()).toEqual([]);
});

test('an invitation carries its own link', async () => {
	await mailAccountInvitation(db, accountId, NOW);
	await mailAccountInvitation(db, 'nobody', NOW);
	await sendDue(db, post, NOW);
	expect(texts).toHaveLength(1);
	expect(texts[0]).toMatch(/\/invitation\/[\w-]{43}/);
});
