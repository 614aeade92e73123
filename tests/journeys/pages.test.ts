import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction, openDatabase } from '#lib/db/database.server.ts';
import { DEMO_REGISTER_TOKEN } from '#lib/demo/loadRegistrations.server.ts';
import { mintFindingLink } from '#lib/minutes/findingLinks.server.ts';
import { mintPersonalLink } from '#lib/registration/personalLinks.server.ts';
import {
	expectNoBarriers,
	expectNoSidewaysScroll,
	logIn,
	NADJA,
	NARROW,
	newPage,
	openBrowser,
	WIDE
} from '../support/browser.ts';
import { KINDS, ROUTES } from '../support/permissions.ts';
import { forget, newDatabaseFile, type Product, startProduct } from '../support/product.ts';
import { allRoutes } from '../support/routes.ts';
import { addressOf } from '../support/sample.ts';

let browser: Browser;
let product: Product;
let page: Page;
let complaints: string[];
const tokens: Record<string, string> = { register: DEMO_REGISTER_TOKEN };

beforeAll(async () => {
	const file = newDatabaseFile('region');
	const { db } = openDatabase(file);
	tokens.me = await inTransaction(db, (trx) => mintPersonalLink(trx, 'reg-per-055', new Date().toISOString()));
	const by = { accountId: null, name: 'Test', at: new Date().toISOString() };
	tokens.notes = await mintFindingLink(db, by, { id: 'past-ev-1', dateOn: by.at.slice(0, 10) }, 'past-ws-1');
	await db.destroy();
	product = await startProduct(file);
	browser = await openBrowser();
	({ page, complaints } = await newPage(browser, product));
	await logIn(page, NADJA);
});

afterAll(async () => {
	await browser.close();
	await product.stop();
	forget(product.databaseFile);
});

/** Every page an administrator can see in the demo region, and the public ones by their tokens. */
function addresses(): string[] {
	const shown = allRoutes().filter(({ id, isPage }) => isPage && KINDS[ROUTES[id] ?? '']?.administrator === 200);
	const byToken = allRoutes().filter(({ id, isPage }) => isPage && /^\/\(public\)\/(register|me|notes)\//.test(id));
	return [
		...shown.filter((route) => !byToken.includes(route)).map(addressOf),
		...byToken.map(({ id, address }) => address.replace('[token]', tokens[id.split('/')[2] ?? ''] ?? '')),
		'/nowhere'
	];
}

/** Opens what can be opened: details and dialogs, so that what they hold is looked at too. */
async function openEverything(): Promise<void> {
	await page.evaluate(() => {
		for (const details of document.querySelectorAll('main details')) (details as HTMLDetailsElement).open = true;
	});
}

describe('every page', () => {
	test.each([
		['wide, light', WIDE, 'light'],
		['narrow, dark', NARROW, 'dark'],
		['at 320 px', { width: 320, height: 700 }, 'light']
	] as const)(
		'has no barriers and does not scroll sideways: %s',
		async (_, viewport, colorScheme) => {
			await page.setViewportSize(viewport);
			await page.emulateMedia({ colorScheme });
			for (const address of addresses()) {
				await page.goto(address);
				await expectNoBarriers(page, `${address} closed`);
				await openEverything();
				await expectNoBarriers(page, `${address} open`);
				await expectNoSidewaysScroll(page, address);
			}
			expect(complaints).toEqual([]);
		},
		900_000
	);

	test('has a title of its own and one heading of the first rank', async () => {
		await page.setViewportSize(WIDE);
		for (const address of addresses()) {
			await page.goto(address);
			expect(await page.title(), address).toMatch(/\S.* · Tafelrunde$/);
			expect(await page.locator('h1').count(), address).toBe(1);
		}
	}, 300_000);

	test('has a dialog without barriers, which Escape closes', async () => {
		for (const address of addresses()) {
			await page.goto(address);
			for (const dialog of await page.locator('dialog').all()) {
				const id = await dialog.getAttribute('id');
				await page.evaluate((name) => (document.getElementById(name ?? '') as HTMLDialogElement).showModal(), id);
				await expectNoBarriers(page, `${address} #${id}`);
				await page.keyboard.press('Escape');
				await expect.poll(() => dialog.isVisible()).toBe(false);
			}
		}
	}, 300_000);
});
