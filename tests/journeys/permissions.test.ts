import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertAccount } from '#lib/accounts/accounts.server.ts';
import { openSession } from '#lib/accounts/sessions.server.ts';
import { type Database, inTransaction, openDatabase } from '#lib/db/database.server.ts';
import { markOfDatabase } from '../support/mark.ts';
import { KINDS, type Role, ROLES, ROUTES } from '../support/permissions.ts';
import { forget, newDatabaseFile, type Product, startProduct } from '../support/product.ts';
import { allRoutes, type Route } from '../support/routes.ts';
import { addressOf } from '../support/sample.ts';

let product: Product;
const cookies: Partial<Record<Role, string>> = {};
/** Hosts a gathering of her own, and nothing else. */
let strangersCookie: string;

/** One session for each role, opened beside the log-in page. */
async function openSessions(file: string): Promise<void> {
	const { db } = openDatabase(file);
	const now = new Date().toISOString();
	const by = { accountId: null, name: 'Test', at: now };
	const colleague = { isAdministrator: false, language: 'de' as const, name: 'Test' };
	const outsider = await inTransaction(db, (trx) =>
		insertAccount(trx, by, { ...colleague, email: 'schule@example.org', organisationId: 'org-schule' })
	);
	const stranger = await inTransaction(db, (trx) =>
		insertAccount(trx, by, { ...colleague, email: 'klinik@example.org', organisationId: 'org-kjp' })
	);
	strangersCookie = `session=${await openSession(db, stranger, 'password', now)}`;
	const accounts = { outsider, member: 'acc-per-037', organizer: 'acc-per-003', administrator: 'acc-per-019' };
	for (const [role, id] of Object.entries(accounts)) {
		cookies[role as Role] = `session=${await openSession(db, id, 'password', now)}`;
	}
	await ownGathering(db);
	await db.destroy();
}

/** A gathering that the outsider hosts herself: there she may do everything, but only with what belongs to it. */
async function ownGathering(db: Database): Promise<void> {
	const model = await db.selectFrom('gathering').selectAll().where('id', '=', 'ev-1').executeTakeFirstOrThrow();
	await db
		.insertInto('gathering')
		.values({ ...model, id: 'ev-own', title: 'Elternabend', circleId: null })
		.execute();
	await db.insertInto('host').values({ gatheringId: 'ev-own', organisationId: 'org-kjp' }).execute();
}

beforeAll(async () => {
	const file = newDatabaseFile('region');
	await openSessions(file);
	product = await startProduct(file);
});

afterAll(async () => {
	await product.stop();
	forget(product.databaseFile);
});

const routes = allRoutes();

test('every route has an entry, and every entry a route', () => {
	expect(routes.map(({ id }) => id).sort()).toEqual(Object.keys(ROUTES).sort());
});

async function answerTo(route: Route, role: Role, init: RequestInit = {}): Promise<number> {
	const headers = { ...init.headers, ...(cookies[role] ? { cookie: cookies[role] } : {}) };
	const answer = await fetch(product.origin + addressOf(route), { ...init, headers, redirect: 'manual' });
	await answer.arrayBuffer();
	return answer.status;
}

describe('who may open what', () => {
	test.each(routes.map((route) => [route.id, route] as const))('%s', async (id, route) => {
		const expected = KINDS[ROUTES[id] ?? ''];
		const answers = Object.fromEntries(
			await Promise.all(ROLES.map(async (role) => [role, await answerTo(route, role)]))
		);
		expect(answers).toEqual(expected);
	});
});

/** Names of the form actions of a page, as written in its server file. */
function actionsOf(route: Route): string[] {
	const folder = `src/routes${route.id === '/' ? '' : route.id}`;
	const source = readFileSync(`${folder}/+page.server.ts`, 'utf8');
	const body = source.slice(source.indexOf('export const actions'));
	return [...body.matchAll(/^\t(?:async )?(\w+)(?::|\()/gm)].map(([, name = '']) => name);
}

describe('who may change what', () => {
	const guarded = routes.filter(
		({ id, isPage, takesPosts }) =>
			isPage && takesPosts && ['manages', 'absent', 'directory'].includes(ROUTES[id] ?? '')
	);

	test.each(guarded.map((route) => [route.id, route] as const))(
		'%s refuses strangers and changes nothing',
		async (_, route) => {
			const before = markOfDatabase(product.databaseFile);
			const actions = actionsOf(route);
			expect(actions.length).toBeGreaterThan(0);
			for (const role of ['nobody', 'outsider', 'member'] as const) {
				for (const action of actions) {
					const address = addressOf(route) + (action === 'default' ? '' : `?/${action}`);
					const headers = {
						origin: product.origin,
						accept: 'text/html',
						...(cookies[role] ? { cookie: cookies[role] } : {})
					};
					const body = new URLSearchParams({
						id: 'reg-per-030',
						registrationId: 'reg-per-030',
						workshopId: 'ws-1',
						organisationId: 'org-p01',
						role: 'administrator'
					});
					const answer = await fetch(product.origin + address, { method: 'POST', body, headers, redirect: 'manual' });
					await answer.arrayBuffer();
					expect([401, 403, 404], `${role} ${action}`).toContain(answer.status);
				}
			}
			expect(markOfDatabase(product.databaseFile)).toBe(before);
		}
	);
});

describe('things of another gathering', () => {
	const inner = routes.filter(
		({ id, isPage }) =>
			isPage &&
			ROUTES[id] === 'manages' &&
			/\[(item|workshop|registration)\]/.test(id) &&
			id.includes('/gatherings/[id]/')
	);

	test.each(inner.map((route) => [route.id, route] as const))(
		'%s: under the own address they are not found',
		async (_, route) => {
			const before = markOfDatabase(product.databaseFile);
			const address = addressOf(route).replace('/ev-1/', '/ev-own/');
			const headers = { cookie: strangersCookie, origin: product.origin, accept: 'text/html' };
			expect((await fetch(product.origin + address, { headers })).status).toBe(404);
			for (const action of route.takesPosts ? actionsOf(route) : []) {
				const target = address + (action === 'default' ? '' : `?/${action}`);
				const body = new URLSearchParams({ title: 'x', reason: 'x', number: '1' });
				const answer = await fetch(product.origin + target, { method: 'POST', body, headers, redirect: 'manual' });
				expect(answer.status, action).toBe(404);
			}
			expect(markOfDatabase(product.databaseFile)).toBe(before);
		}
	);

	test('in forms of the own gathering they change nothing', async () => {
		const before = markOfDatabase(product.databaseFile);
		const headers = { cookie: strangersCookie, origin: product.origin, accept: 'text/html' };
		const foreign = {
			registrationId: 'reg-per-030',
			otherId: 'reg-per-031',
			workshopId: 'ws-2',
			itemId: 'ag-04',
			roomId: 'room-saal',
			id: 'ag-04',
			personId: 'per-030',
			isHeld: 'on',
			stepId: '1',
			runId: 'none'
		};
		const pages = {
			groups: ['move', 'out', 'swap', 'hold', 'undo', 'apply'],
			agenda: ['move', 'remove'],
			rooms: ['remove', 'save']
		};
		for (const [page, actions] of Object.entries(pages)) {
			for (const action of actions) {
				const answer = await fetch(`${product.origin}/gatherings/ev-own/${page}?/${action}`, {
					method: 'POST',
					body: new URLSearchParams(foreign),
					headers,
					redirect: 'manual'
				});
				await answer.arrayBuffer();
				expect(answer.status, `${page} ${action}`).toBeLessThan(500);
			}
		}
		expect(markOfDatabase(product.databaseFile)).toBe(before);
	});
});
