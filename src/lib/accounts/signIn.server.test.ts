import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '#lib/db/database.server.ts';
import { inTransaction } from '#lib/db/database.server.ts';
import { hashToken } from '#lib/db/ids.server.ts';
import { addMinutesToInstant } from '#lib/time/berlin.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { accountById, closeAccount, insertAccount, setPassword } from './accounts.server.ts';
import { createLink, createSetUpLink, readLink, signInByLink } from './links.server.ts';
import { passwordFits } from './passwords.server.ts';
import { checkSession, closeSession, openSession } from './sessions.server.ts';
import { changePassword, signIn } from './signIn.server.ts';

const NOW = new Date().toISOString();
const BY = { accountId: null, name: 'Test', at: NOW };
const PASSWORD = 'vier Wörter ohne Sinn 🪑';

let db: Database;
let id: string;

async function addAccount(email: string, isAdministrator = false) {
	const input = { email, name: 'Kim Lorenzen', organisationId: null, isAdministrator, language: 'de' as const };
	return inTransaction(db, (trx) => insertAccount(trx, BY, input));
}

beforeEach(async () => {
	db = await freshDatabase();
	id = await addAccount('kim@traeger.example.org', true);
	await setPassword(db, BY, id, PASSWORD);
});

const enterWith = (password: string, email = 'kim@traeger.example.org', at = NOW) =>
	signIn(db, { email, password }, '198.51.100.7', at);

async function tokenOf(answer: Awaited<ReturnType<typeof signIn>>): Promise<string> {
	if ('refused' in answer) throw new Error(answer.refused);
	return answer.token;
}

describe('password', () => {
	test('is stored as argon2id with at least 19 MiB and two passes', async () => {
		const { passwordHash } = await db.selectFrom('account').select('passwordHash').executeTakeFirstOrThrow();
		const cost = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$/.exec(passwordHash ?? '');
		expect(Number(cost?.[1])).toBeGreaterThanOrEqual(19_456);
		expect(Number(cost?.[2])).toBeGreaterThanOrEqual(2);
	});

	test('made with less cost is hashed anew at the next log-in', async () => {
		const { hash } = await import('@node-rs/argon2');
		const weak = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
		await db.updateTable('account').set({ passwordHash: weak }).execute();
		await enterWith(PASSWORD);
		const { passwordHash } = await db.selectFrom('account').select('passwordHash').executeTakeFirstOrThrow();
		expect(passwordHash).toContain('m=19456,t=2');
	});

	test('wrong, of an unknown address and of a closed account look the same', async () => {
		expect(await enterWith('falsch')).toEqual({ refused: 'wrong' });
		expect(await enterWith(PASSWORD, 'wer@anders.example.org')).toEqual({ refused: 'wrong' });
		const administrator = await accountById(db, await addAccount('amt@traeger.example.org', true));
		if (!administrator) throw new Error('no account');
		expect(await closeAccount(db, BY, administrator, id)).toBe(true);
		expect(await enterWith(PASSWORD)).toEqual({ refused: 'wrong' });
	});

	test('without a stored hash takes as long as with one', async () => {
		const { passwordHash } = await db.selectFrom('account').select('passwordHash').executeTakeFirstOrThrow();
		const took = async (stored: string | null) => {
			const started = performance.now();
			await passwordFits(stored, 'falsch');
			return performance.now() - started;
		};
		await took(null);
		const times = { known: [] as number[], unknown: [] as number[] };
		for (let i = 0; i < 15; i += 1) {
			times.known.push(await took(passwordHash));
			times.unknown.push(await took(null));
		}
		const median = (list: number[]) => list.toSorted((a, b) => a - b)[7] ?? 0;
		// Turn by turn, so that a busy machine slows both; without a hash it would be hundreds of times faster.
		expect(median(times.known) / median(times.unknown)).toBeGreaterThan(0.5);
		expect(median(times.known) / median(times.unknown)).toBeLessThan(2);
	});

	test('the sixth attempt in a quarter of an hour is refused, also with the right password; others are free', async () => {
		const other = await addAccount('nele@traeger.example.org');
		await setPassword(db, BY, other, PASSWORD);
		for (let i = 0; i < 5; i += 1) await enterWith('falsch');
		expect(await enterWith(PASSWORD)).toEqual({ refused: 'throttled' });
		await tokenOf(await enterWith(PASSWORD, 'nele@traeger.example.org'));
		const later = addMinutesToInstant(NOW, 16);
		await tokenOf(await enterWith(PASSWORD, 'kim@traeger.example.org', later));
	});
});

describe('session', () => {
	test('the table holds a hash of the token, and a row is no cookie', async () => {
		const token = await tokenOf(await enterWith(PASSWORD));
		const rows = await db.selectFrom('session').selectAll().execute();
		expect(JSON.stringify(rows)).not.toContain(token);
		expect(rows[0]?.id).toBe(hashToken(token));
		expect(await checkSession(db, rows[0]?.id, NOW)).toBeUndefined();
		expect((await checkSession(db, token, NOW))?.accountId).toBe(id);
	});

	test('each log-in gives a new token; logging out kills it on the server', async () => {
		const [first, second] = [await tokenOf(await enterWith(PASSWORD)), await tokenOf(await enterWith(PASSWORD))];
		expect(first).not.toBe(second);
		await closeSession(db, first);
		expect(await checkSession(db, first, NOW)).toBeUndefined();
		expect(await checkSession(db, second, NOW)).toBeDefined();
	});

	test('ends when idle too long and at the absolute limit, and its row is gone', async () => {
		const idle = await openSession(db, id, 'password', NOW);
		await db
			.updateTable('session')
			.set({ expiresAt: addMinutesToInstant(NOW, -1) })
			.execute();
		expect(await checkSession(db, idle, NOW)).toBeUndefined();
		const old = await openSession(db, id, 'password', addMinutesToInstant(NOW, -31 * 24 * 60));
		expect(await checkSession(db, old, NOW)).toBeUndefined();
		expect(await db.selectFrom('session').selectAll().execute()).toEqual([]);
	});

	test('past half of its life it is extended and says so', async () => {
		const token = await openSession(db, id, 'password', NOW);
		const soon = addMinutesToInstant(NOW, 3 * 24 * 60);
		await db.updateTable('session').set({ expiresAt: soon }).execute();
		expect((await checkSession(db, token, NOW))?.isRenewed).toBe(true);
		const { expiresAt } = await db.selectFrom('session').select('expiresAt').executeTakeFirstOrThrow();
		expect(expiresAt > soon).toBe(true);
	});

	test('a changed password ends the others; a deleted account ends all', async () => {
		const token = await tokenOf(await enterWith(PASSWORD));
		const account = await accountById(db, id);
		if (!account) throw new Error('no account');
		expect(await changePassword(db, BY, account, 'falsch', 'ein ganz neuer Satz')).toBeUndefined();
		const fresh = await changePassword(db, BY, account, PASSWORD, 'ein ganz neuer Satz');
		expect(await checkSession(db, token, NOW)).toBeUndefined();
		expect(await checkSession(db, fresh, NOW)).toBeDefined();
		await db.deleteFrom('account').where('id', '=', id).execute();
		expect(await checkSession(db, fresh, NOW)).toBeUndefined();
	});
});

describe('link', () => {
	const make = (at = NOW) => inTransaction(db, (trx) => createLink(trx, id, 'sign_in', at));

	test('reading it changes nothing; of fifty uses one wins', async () => {
		const token = await make();
		for (let i = 0; i < 5; i += 1) expect((await readLink(db, token, NOW))?.account?.id).toBe(id);
		const answers = await Promise.all(Array.from({ length: 50 }, () => signInByLink(db, token, NOW)));
		expect(answers.filter(Boolean)).toHaveLength(1);
		expect(await db.selectFrom('session').selectAll().execute()).toHaveLength(1);
	});

	test('lives ten minutes, is stored as a hash, and a newer one makes it void', async () => {
		const token = await make();
		const rows = await db.selectFrom('signInLink').selectAll().execute();
		expect(JSON.stringify(rows)).not.toContain(token);
		expect(await signInByLink(db, token, new Date(Date.parse(NOW) + 601_000).toISOString())).toBeUndefined();
		const newer = await make();
		expect(await signInByLink(db, token, NOW)).toBeUndefined();
		expect(await signInByLink(db, newer, NOW)).toBeDefined();
	});

	test('for the first account exists only while there is none', async () => {
		expect(await createSetUpLink(db, NOW)).toBeUndefined();
		expect(await createSetUpLink(await freshDatabase(), NOW)).toMatch(/^[\w-]{43}$/);
	});
});
