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
/** Two windows side by side, so that both cores of a small machine have something to do. */
let windows: Page[];
let complaints: string[][];
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
	const opened = [await newPage(browser, product), await newPage(browser, product)];
	windows = opened.map(({ page }) => page);
	complaints = opened.map((one) => one.complaints);
	for (const page of windows) await logIn(page, NADJA);
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

/** Opens what can be opened, so that what it holds is looked at too; true when there was something. */
function openEverything(page: Page): Promise<boolean> {
	return page.evaluate(() => {
		const closed = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')];
		for (const details of closed) details.open = true;
		return closed.length > 0;
	});
}

/** Looks at every address once, in whichever window is free. */
async function visitAll(look: (page: Page, address: string) => Promise<void>): Promise<void> {
	const left = addresses();
	const visit = async (page: Page) => {
		for (let address = left.shift(); address !== undefined; address = left.shift()) {
			await page.goto(address);
			await look(page, address);
		}
	};
	await Promise.all(windows.map(visit));
}

describe('every page', () => {
	test.each([
		['wide, light', WIDE, 'light'],
		['narrow, dark', NARROW, 'dark']
	] as const)(
		'has no barriers and does not scroll sideways: %s',
		async (_, viewport, colorScheme) => {
			for (const page of windows) {
				await page.setViewportSize(viewport);
				await page.emulateMedia({ colorScheme });
			}
			await visitAll(async (page, address) => {
				await expectNoBarriers(page, `${address} closed`);
				if (await openEverything(page)) await expectNoBarriers(page, `${address} open`);
				await expectNoSidewaysScroll(page, address);
			});
			expect(complaints.flat()).toEqual([]);
		},
		900_000
	);

	test('does not scroll sideways at 320 px, which is 1280 px enlarged four times', async () => {
		for (const page of windows) await page.setViewportSize({ width: 320, height: 700 });
		await visitAll(async (page, address) => {
			await openEverything(page);
			await expectNoSidewaysScroll(page, address);
		});
	}, 300_000);

	test('has a title of its own and one heading of the first rank', async () => {
		for (const page of windows) await page.setViewportSize(WIDE);
		await visitAll(async (page, address) => {
			expect(await page.title(), address).toMatch(/\S.* · Tafelrunde$/);
			expect(await page.locator('h1').count(), address).toBe(1);
		});
	}, 300_000);

	test('has a dialog without barriers, which Escape closes', async () => {
		await visitAll(async (page, address) => {
			for (const dialog of await page.locator('dialog').all()) {
				const id = await dialog.getAttribute('id');
				await page.evaluate((name) => (document.getElementById(name ?? '') as HTMLDialogElement).showModal(), id);
				await expectNoBarriers(page, `${address} #${id}`);
				await page.keyboard.press('Escape');
				await expect.poll(() => dialog.isVisible()).toBe(false);
			}
		});
	}, 300_000);

	test('lets Tab alone reach every control', async () => {
		const missed: string[] = [];
		await visitAll(async (page, address) => {
			const count = await page.evaluate(() => {
				// Seats of the board are walked with the arrows; what is hidden from the keyboard on purpose says so.
				const asked = 'a[href], button, input, select, textarea, summary';
				const controls = [...document.querySelectorAll<HTMLInputElement>(asked)].filter(
					(one) =>
						one.checkVisibility({ visibilityProperty: true }) && !one.matches(':disabled, .seat, [tabindex="-1"]')
				);
				const unreached = new Set<Element>(controls);
				Object.assign(window, { unreached });
				document.addEventListener('focusin', ({ target }) => {
					unreached.delete(target as Element);
					const { type, name, form } = target as HTMLInputElement;
					// One of a group of radios is enough: the arrows lead to the others.
					for (const other of type === 'radio' ? controls : [])
						if (other.type === 'radio' && other.name === name && other.form === form) unreached.delete(other);
				});
				return controls.length;
			});
			for (let i = 0; i < count + 20; i += 1) await page.keyboard.press('Tab');
			const left = await page.evaluate(() =>
				[...(window as unknown as { unreached: Set<Element> }).unreached]
					.filter((one) => one.isConnected && one.checkVisibility({ visibilityProperty: true }))
					.map((one) => one.outerHTML.slice(0, 80))
			);
			if (left.length > 0) missed.push(`${address}: ${left.join(' ')}`);
		});
		expect(missed).toEqual([]);
	}, 600_000);
});
