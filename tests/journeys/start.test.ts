import { existsSync } from 'node:fs';
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
