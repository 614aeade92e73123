import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AYSE, NADJA, PASSWORD } from '../support/browser.ts';
import { forget, newDatabaseFile, type Product, startProduct } from '../support/product.ts';
import { markOfDatabase } from '../support/mark.ts';
import { allRoutes } from '../support/routes.ts';
import { addressOf } from '../support/sample.ts';

let product: Product;
let cookie: string;

async function logInByHand(password = PASSWORD, email = AYSE): Promise<Response> {
	return fetch(`${product.origin}/login?/password`, {
		method: 'POST',
		body: new URLSearchParams({ email, password }),
		headers: { origin: product.origin, accept: 'text/html' },
		redirect: 'manual'
	});
}

const cookieOf = (answer: Response) => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

beforeAll(async () => {
	product = await startProduct(newDatabaseFile('region'));
	cookie = cookieOf(await logInByHand());
});

afterAll(async () => {
	await product.stop();
	forget(product.databaseFile);
});

describe('requests from other sites', () => {
	const routes = allRoutes();
	const origins = ['https://evil.example', 'null', undefined];
	const types = ['application/x-www-form-urlencoded', 'text/plain', 'application/json', undefined];

	test('every address × verb × origin × kind of body is refused and changes nothing', async () => {
		const before = markOfDatabase(product.databaseFile);
		for (const route of routes) {
			for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
				for (const [index, origin] of origins.entries()) {
					const type = types[(index + method.length) % types.length];
					const headers = { cookie, ...(origin ? { origin } : {}), ...(type ? { 'content-type': type } : {}) };
					const body = type ? 'title=x' : undefined;
					const answer = await fetch(product.origin + addressOf(route), { method, headers, body, redirect: 'manual' });
					expect(answer.status, `${method} ${route.id} ${origin} ${type}`).toBe(403);
					await answer.arrayBuffer();
				}
			}
		}
		expect(markOfDatabase(product.databaseFile)).toBe(before);
	});

	test('looking at every page changes nothing, not even for scanners of mail', async () => {
		const before = markOfDatabase(product.databaseFile);
		for (const route of routes) {
			for (const method of ['GET', 'HEAD']) {
				const headers = { cookie, 'user-agent': 'Mozilla/5.0 (compatible; Safe Links)' };
				const answer = await fetch(product.origin + addressOf(route), { method, headers, redirect: 'manual' });
				expect(answer.status, `${method} ${route.id}`).toBeLessThan(500);
				await answer.arrayBuffer();
			}
		}
		expect(markOfDatabase(product.databaseFile)).toBe(before);
	});
});

describe('headers', () => {
	const addresses = [
		'/',
		'/login',
		'/health',
		'/nowhere',
		'/register/unknown',
		'/me/unknown',
		'/calendar/unknown.ics',
		'/gatherings/ev-1'
	];

	test.each(addresses)('%s is safe to show and kept by nobody', async (address) => {
		const answer = await fetch(product.origin + address, { headers: { cookie }, redirect: 'manual' });
		expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
		expect(answer.headers.get('referrer-policy')).toBe('same-origin');
		expect(answer.headers.get('cache-control')).toMatch(/no-store|private/);
		expect(answer.headers.get('x-powered-by')).toBeNull();
	});

	test('each page has a policy with a nonce of its own', async () => {
		const policies = await Promise.all(
			['/login', '/login', '/gatherings/ev-1', '/nowhere'].map(async (address) => {
				const answer = await fetch(product.origin + address, { headers: address === '/login' ? {} : { cookie } });
				return answer.headers.get('content-security-policy') ?? '';
			})
		);
		for (const policy of policies) {
			for (const part of [`base-uri 'none'`, `object-src 'none'`, `frame-ancestors 'none'`, `default-src 'self'`])
				expect(policy).toContain(part);
			expect(policy).toMatch(/script-src 'self' 'nonce-[^']+'/);
			expect(policy).not.toContain('unsafe-inline');
		}
		expect(new Set(policies.map((policy) => /nonce-([^']+)/.exec(policy)?.[1])).size).toBe(policies.length);
	});
});

test('behind https the cookie is bound to the host, and browsers are told to stay on https', async () => {
	const secure = await startProduct(newDatabaseFile('region'), { ORIGIN: 'https://tafelrunde.example.org' });
	const answer = await fetch(`${secure.origin}/login?/password`, {
		method: 'POST',
		body: new URLSearchParams({ email: AYSE, password: PASSWORD }),
		headers: { origin: 'https://tafelrunde.example.org', accept: 'text/html' },
		redirect: 'manual'
	});
	const set = answer.headers.get('set-cookie') ?? '';
	for (const part of ['__Host-session=', 'HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(set).toContain(part);
	expect(set).not.toContain('Domain');
	expect(answer.headers.get('strict-transport-security')).toContain('max-age=31536000');
	expect(await secure.stop()).toBe(0);
	forget(secure.databaseFile);
});

test('logging out kills the session on the server', async () => {
	const own = cookieOf(await logInByHand());
	expect((await fetch(`${product.origin}/gatherings`, { headers: { cookie: own }, redirect: 'manual' })).status).toBe(
		200
	);
	await fetch(`${product.origin}/logout`, {
		method: 'POST',
		headers: { cookie: own, origin: product.origin },
		redirect: 'manual'
	});
	expect((await fetch(`${product.origin}/gatherings`, { headers: { cookie: own }, redirect: 'manual' })).status).toBe(
		303
	);
});

test('a log-in goes on only to this product', async () => {
	for (const to of ['//evil.example', 'https:evil.example', '/\\evil.example']) {
		const answer = await fetch(`${product.origin}/login?/password&to=${encodeURIComponent(to)}`, {
			method: 'POST',
			body: new URLSearchParams({ email: AYSE, password: PASSWORD }),
			headers: { origin: product.origin, accept: 'text/html' },
			redirect: 'manual'
		});
		expect(answer.headers.get('location')).toBe('/');
	}
});

test('a forged Host header or client address changes nothing', async () => {
	const answer = await fetch(`${product.origin}/login`, { headers: { 'x-forwarded-host': 'evil.example' } });
	expect(await answer.text()).not.toContain('evil.example');
	const wrong = (client: string) =>
		fetch(`${product.origin}/login?/password`, {
			method: 'POST',
			body: new URLSearchParams({ email: 'forged@example.org', password: 'x' }),
			headers: { origin: product.origin, accept: 'text/html', 'x-forwarded-for': client },
			redirect: 'manual'
		});
	const answers = [];
	for (let i = 0; i < 6; i += 1) answers.push((await wrong(`203.0.113.${i}`)).status);
	expect(answers).toEqual([400, 400, 400, 400, 400, 429]);
});

test('a known and an unknown address get the same answer', async () => {
	const ask = async (email: string) => {
		const answer = await fetch(`${product.origin}/login?/password`, {
			method: 'POST',
			body: new URLSearchParams({ email, password: 'falsch' }),
			headers: { origin: product.origin, accept: 'text/html' }
		});
		const text = (await answer.text()).replaceAll(email, '…').replace(/nonce-?="?[^"' ]+/g, '');
		return {
			status: answer.status,
			cookies: answer.headers.get('set-cookie'),
			text: text.replace(/__sveltekit_\w+/g, '')
		};
	};
	expect(await ask(NADJA)).toEqual(await ask('niemand@example.org'));
});

test('too large a body is refused; the log holds no token, password or cookie', async () => {
	const answer = await fetch(`${product.origin}/login?/password`, {
		method: 'POST',
		body: new Uint8Array(7_000_000),
		headers: { origin: product.origin, 'content-type': 'application/x-www-form-urlencoded' }
	}).catch(() => undefined);
	expect(answer?.status ?? 413).toBe(413);
	const log = product.printed();
	expect(log).not.toContain(PASSWORD);
	expect(log).not.toContain(cookie.split('=')[1]);
});

test('forty log-ins at once do not keep others waiting', async () => {
	const flood = Array.from({ length: 40 }, (_, i) => logInByHand('falsch', `flut${i}@example.org`));
	const started = performance.now();
	expect((await fetch(`${product.origin}/health`)).status).toBe(200);
	const waited = performance.now() - started;
	const finished = Promise.all(flood).then(() => performance.now() - started);
	// Measured against the flood itself: the page in between must not stand behind all of it.
	expect(waited).toBeLessThan((await finished) * 0.8);
});
