import { copyFileSync, existsSync, rmSync } from 'node:fs';
import SQLite from 'better-sqlite3';
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { forget, newDatabaseFile, startProduct } from '../support/product.ts';

test('an empty product prints a set-up link once; SIGTERM ends it cleanly; kill -9 and start again works', async () => {
	const file = newDatabaseFile('empty');
	const first = await startProduct(file);
	expect(first.setUpPath).toMatch(/^\/setup\/[\w-]{43}$/);
	const health = await fetch(`${first.origin}/health`);
	expect(await health.json()).toMatchObject({ ok: true, migration: expect.stringMatching(/^\d{4}_/) });
	await first.kill();
	expect(existsSync(`${file}-wal`)).toBe(true);

	const second = await startProduct(file);
	expect((await fetch(`${second.origin}${first.setUpPath}`)).status).toBe(404);
	const form = new URLSearchParams({
		name: 'Kim Lorenzen',
		email: 'kim@amt.example.org',
		password: 'vier Wörter ohne Sinn'
	});
	const answer = await fetch(`${second.origin}${second.setUpPath}`, {
		method: 'POST',
		body: form,
		headers: { origin: second.origin, accept: 'text/html' },
		redirect: 'manual'
	});
	expect(answer.status).toBe(303);
	const cookie = answer.headers.get('set-cookie') ?? '';
	expect((await fetch(second.origin, { headers: { cookie }, redirect: 'manual' })).status).toBe(200);
	expect(await second.stop()).toBe(0);

	const third = await startProduct(file);
	expect(third.setUpPath).toBeUndefined();
	expect(await third.stop()).toBe(0);
	forget(file);
});

test('a production start without ORIGIN is refused with a sentence', () => {
	const { status, stderr } = spawnSync(process.execPath, ['scripts/serve.mjs'], {
		encoding: 'utf8',
		env: { ...process.env, DATABASE_FILE: 'data/none.db', ORIGIN: '' }
	});
	expect(status).toBe(1);
	expect(stderr).toContain('ORIGIN is missing');
});

test('a back-up taken while the product runs is restored as the operations page says', async () => {
	const file = newDatabaseFile('region');
	const backup = `${file}.backup`;
	const marks = (path: string) => {
		const db = new SQLite(path, { readonly: true });
		const tables = ['finding', 'decision_outcome', 'version', 'version_freeze', 'standard_signature', 'registration'];
		const found = tables.map((table) => db.prepare(`select count(*) as n, max(rowid) as last from ${table}`).get());
		db.close();
		return found;
	};
	const first = await startProduct(file);
	const { status, stdout } = spawnSync(process.execPath, ['scripts/backup.ts', backup], {
		encoding: 'utf8',
		env: { ...process.env, DATABASE_FILE: file }
	});
	expect([status, stdout]).toEqual([0, `${backup} is complete and sound.\n`]);
	const before = marks(backup);
	await first.kill();

	// The disk is lost: only the back-up is left.
	for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
	copyFileSync(backup, file);
	const second = await startProduct(file);
	expect(second.setUpPath).toBeUndefined();
	expect(await (await fetch(`${second.origin}/health`)).json()).toMatchObject({ ok: true });
	expect(marks(file)).toEqual(before);
	expect(await second.stop()).toBe(0);
	// What was final before is final after it.
	const db = new SQLite(file);
	expect(() => db.exec(`update version set content = '{}' where id = 'std-5-v1'`)).toThrow('cannot be changed');
	db.close();
	forget(file);
});
