import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoBarriers, NADJA, newPage, openBrowser, PASSWORD } from '../support/browser.ts';
import { outboxOf } from '../support/outbox.ts';
import { forget, newDatabaseFile, type Product, startProduct } from '../support/product.ts';

let browser: Browser;
let product: Product;
let page: Page;
let complaints: string[];

beforeAll(async () => {
	product = await startProduct(newDatabaseFile('region'));
	browser = await openBrowser();
	({ page, complaints } = await newPage(browser, product));
});

afterAll(async () => {
	await browser.close();
	await product.stop();
	forget(product.databaseFile);
});

/** Presses Tab until the wish is true of what has the focus; gives up after a while. */
async function tabTo(wish: string, most = 80): Promise<void> {
	for (let i = 0; i < most; i += 1) {
		if (await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, wish)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`Tab does not reach ${wish}`);
}

const press = async (...keys: string[]) => {
	for (const key of keys) await page.keyboard.press(key);
};

const focused = () =>
	page.evaluate(() => {
		const row = document.activeElement?.closest<HTMLElement>('[data-person]');
		return { person: row?.dataset.person ?? '', group: row?.closest<HTMLElement>('[data-group]')?.dataset.group ?? '' };
	});

const spoken = () => page.locator('[aria-live="polite"]').first().innerText();

test('by keyboard alone: log in, walk, look, lift, put back, set down, take back, hold, propose, release', async () => {
	await page.goto('/login');
	await tabTo('#email');
	await page.keyboard.type(NADJA);
	await press('Tab');
	await page.keyboard.type(PASSWORD);
	await press('Enter');
	await page.waitForURL('/');
	await page.goto('/gatherings/ev-1/groups');
	await page.locator('[data-person][draggable], [data-person] [draggable]').first().waitFor({ state: 'attached' });

	// One stop for the whole board: the arrows walk inside.
	await tabTo('.board [data-person], .board [data-person] *');
	const first = await focused();
	await press('ArrowDown');
	expect((await focused()).person).not.toBe(first.person);
	expect((await focused()).group).toBe(first.group);
	await press('ArrowRight');
	const there = await focused();
	expect(there.group).not.toBe(first.group);

	await press('Enter');
	await page.locator('#why-name').waitFor();
	expect(new URL(page.url()).searchParams.get('person')).toBe(there.person);
	expect((await focused()).person).toBe(there.person);

	await press(' ');
	expect(await spoken()).toMatch(/angehoben/);
	await press('ArrowRight');
	expect(await spoken()).toMatch(/Gruppe/);
	await press('Escape');
	expect(await spoken()).toMatch(/zurückgelegt/);
	expect(await focused()).toEqual(there);

	await press(' ', 'ArrowRight', ' ');
	await page.getByText('sitzt jetzt in Gruppe').first().waitFor();
	await expect.poll(async () => (await focused()).group).not.toBe(there.group);
	expect((await focused()).person).toBe(there.person);
	await expectNoBarriers(page, 'board with an undo strip');

	await tabTo('.undo button');
	await press('Enter');
	await page.getByText('sitzt jetzt in Gruppe').first().waitFor({ state: 'detached' });
	await page
		.locator(`[data-group="${there.group}"] [data-person="${there.person}"]`)
		.first()
		.waitFor({ state: 'attached' });

	await tabTo('input[name="isHeld"]');
	await press(' ');
	await page.locator('.pinned').first().waitFor();

	await page.reload();
	await tabTo('form[action*="propose"] button');
	await press('Enter');
	await page.getByText('Vorschlag', { exact: false }).first().waitFor();
	await page.locator('.undo').first().waitFor({ timeout: 60_000 });
	await page
		.locator(`[data-group="${there.group}"] [data-person="${there.person}"]`)
		.first()
		.waitFor({ state: 'attached' });

	await tabTo('a[href$="/groups/release"]');
	await press('Enter');
	await page.waitForURL(/\/groups\/release$/);
	await tabTo('main form button');
	await press('Enter');
	await page.waitForURL((url) => !url.pathname.endsWith('/groups/release'));
	expect(outboxOf(product.databaseFile, 'ev-1').filter(({ kind }) => kind === 'group')).toHaveLength(105);
	expect(complaints).toEqual([]);
});
