import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#lib/db/database.server.ts';
import { mintFindingLink } from '#lib/minutes/findingLinks.server.ts';
import { findingsOfGathering } from '#lib/minutes/workshopResults.server.ts';
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
import { forget, newDatabaseFile, type Product, startProduct } from '../support/product.ts';

const LINES = 32;
const WORKSHOP = 'ws-2';
const PAGE = `/gatherings/ev-1/results/${WORKSHOP}`;

let browser: Browser;
let product: Product;
let token: string;
let host: Page;
let taker: Page;

beforeAll(async () => {
	const file = newDatabaseFile('region');
	const { db } = openDatabase(file);
	const by = { accountId: null, name: 'Test', at: new Date().toISOString() };
	token = await mintFindingLink(db, by, { id: 'ev-1', dateOn: by.at.slice(0, 10) }, WORKSHOP);
	await db.destroy();
	product = await startProduct(file);
	browser = await openBrowser();
	({ page: host } = await newPage(browser, product));
	({ page: taker } = await newPage(browser, product));
	await logIn(host, NADJA);
});

afterAll(async () => {
	await browser.close();
	await product.stop();
	forget(product.databaseFile);
});

const entry = (page: Page) => page.locator('#new-0');
const saved = (page: Page) => page.locator('.saved[data-state=saved]').waitFor({ timeout: 30_000 });

/** What the database holds of the workshop. */
async function stored() {
	const { db } = openDatabase(product.databaseFile);
	const results = await findingsOfGathering(db, 'ev-1');
	await db.destroy();
	return results.find(({ id }) => id === WORKSHOP)?.findings ?? [];
}

async function typeLines(page: Page, who: string, from: number, to: number): Promise<void> {
	for (let i = from; i < to; i += 1) {
		await page.keyboard.type(`${who} Zeile ${i}`, { delay: 4 });
		await page.keyboard.press('Enter');
	}
}

describe('two people write in the same workshop', () => {
	test(`${2 * LINES} lines by keyboard alone, one of them without a connection for half of it: none is lost`, async () => {
		await host.goto(PAGE);
		await taker.goto(`/notes/${token}`);
		await Promise.all([saved(host), saved(taker)]);
		await entry(host).focus();
		await entry(taker).focus();
		await Promise.all([typeLines(host, 'Büro', 0, LINES / 2), typeLines(taker, 'Mitschrift', 0, LINES / 2)]);
		await taker.context().setOffline(true);
		await Promise.all([typeLines(host, 'Büro', LINES / 2, LINES), typeLines(taker, 'Mitschrift', LINES / 2, LINES)]);
		await taker.locator('.saved[data-state=offline]').waitFor();
		expect(await taker.locator('.saved').innerText()).toContain('im Browser aufgehoben');
		expect((await stored()).length).toBeLessThan(2 * LINES);
		await taker.context().setOffline(false);
		await Promise.all([saved(host), saved(taker)]);
		const expected = ['Büro', 'Mitschrift'].flatMap((who) =>
			Array.from({ length: LINES }, (_, i) => `${who} Zeile ${i}`)
		);
		const found = await stored();
		expect(found.map(({ text }) => text).sort()).toEqual(expected.sort());
		expect(found.every(({ beside }) => beside.length === 0)).toBe(true);
		for (const page of [host, taker])
			await expect
				.poll(() => page.locator('li[id^=note-] textarea[name=text]').count(), { timeout: 30_000 })
				.toBe(2 * LINES);
	});

	test('what is queued without a connection survives closing the page', async () => {
		const { page, context } = await newPage(browser, product);
		await page.goto(`/notes/${token}`);
		await saved(page);
		await context.setOffline(true);
		await entry(page).fill('Vor dem Zuklappen getippt');
		await context.setOffline(false);
		await page.route('**/sync*', (route) => route.abort());
		await page.reload();
		await page.unroute('**/sync*');
		await page.goto(`/notes/${token}`);
		await saved(page);
		await expect.poll(async () => (await stored()).map(({ text }) => text)).toContain('Vor dem Zuklappen getippt');
		await context.close();
	});

	test('the same line changed by both stands side by side until somebody settles it', async () => {
		const line = (page: Page) => page.getByLabel('Was gelingt, Zeile 1', { exact: true }).first();
		await taker.reload();
		await host.reload();
		await Promise.all([saved(host), saved(taker)]);
		const before = await line(host).inputValue();
		await taker.context().setOffline(true);
		await line(taker).fill(`${before}, wie die Mitschrift es hörte`);
		await line(taker).blur();
		await line(host).fill(`${before}, wie das Büro es hörte`);
		await line(host).blur();
		await saved(host);
		await taker.context().setOffline(false);
		await saved(taker);
		const both = host.getByRole('group', { name: 'Zwei haben diese Stelle gleichzeitig geändert.' });
		await both.waitFor();
		expect(await both.locator('blockquote').allInnerTexts()).toEqual([
			`${before}, wie das Büro es hörte`,
			`${before}, wie die Mitschrift es hörte`
		]);
		await expectNoBarriers(host, 'two wordings');
		await both.getByLabel('Gemeinsame Fassung').fill(`${before}, wie beide es hörten`);
		await both.getByRole('button', { name: 'Gemeinsame Fassung festhalten' }).press('Enter');
		await both.waitFor({ state: 'detached' });
		await saved(host);
		expect((await stored()).filter(({ text }) => text.startsWith(before + ','))).toMatchObject([
			{ text: `${before}, wie beide es hörten`, beside: [] }
		]);
		await expect.poll(() => line(taker).inputValue()).toBe(`${before}, wie beide es hörten`);
	});

	test('a removed line comes back with one key', async () => {
		const count = (await stored()).length;
		await host.locator('li[id^=note-] summary').first().focus();
		await host.keyboard.press('Enter');
		await host
			.getByRole('button', { name: /^Zeile entfernen/ })
			.first()
			.press('Enter');
		await saved(host);
		await expect.poll(async () => (await stored()).length).toBe(count - 1);
		await expect.poll(() => host.evaluate(() => document.activeElement?.textContent)).toBe('Rückgängig');
		await host.keyboard.press('Enter');
		await saved(host);
		await expect.poll(async () => (await stored()).length).toBe(count);
	});

	test('a text that looks like a real case gets a hint and is kept all the same', async () => {
		await entry(host).fill('Herr Przybilla, geb. 3.4.1988');
		await host.getByText('Das klingt nach einem echten Fall (Geburtsdatum, Name einer Person).').waitFor();
		await entry(host).press('Enter');
		await saved(host);
		await expect.poll(async () => (await stored()).map(({ text }) => text)).toContain('Herr Przybilla, geb. 3.4.1988');
		expect(product.printed()).not.toContain('Przybilla');
	});
});

test('without a script lines are added, changed and removed by forms', async () => {
	const { page, context } = await newPage(browser, product, { javaScriptEnabled: false });
	await page.goto(`/notes/${token}`);
	await page.locator('#new-1').fill('Ohne Skript');
	await page.locator('form.entry').nth(1).getByRole('button', { name: 'Festhalten' }).click();
	const own = async () => (await stored()).filter(({ text }) => text.startsWith('Ohne Skript'));
	expect(await own()).toMatchObject([{ question: 1, kind: 'works' }]);
	const [{ id } = { id: '' }] = await own();
	await page.locator(`#text-${id}`).fill('Ohne Skript geändert');
	await page.locator(`#note-${id} summary`).click();
	await page.locator(`#note-${id}`).getByRole('button', { name: 'Speichern' }).click();
	expect(await own()).toMatchObject([{ text: 'Ohne Skript geändert' }]);
	await page.locator(`#note-${id} summary`).click();
	await page
		.locator(`#note-${id}`)
		.getByRole('button', { name: /^Zeile entfernen/ })
		.click();
	expect(await own()).toEqual([]);
	await page.getByRole('button', { name: 'Rückgängig' }).click();
	expect(await own()).toHaveLength(1);
	await context.close();
});

test.each([
	['wide, light', WIDE, 'light'],
	['narrow, dark', NARROW, 'dark']
] as const)('no page has barriers or scrolls sideways: %s', async (_, viewport, colorScheme) => {
	await host.setViewportSize(viewport);
	await host.emulateMedia({ colorScheme });
	const past = '/gatherings/past-ev-1/results';
	for (const path of [past, `${past}/past-ws-1`, `${past}/plenary`, `/notes/${token}`, `/notes/${token}/tension`]) {
		await host.goto(path);
		await expectNoBarriers(host, path);
		await expectNoSidewaysScroll(host, path);
	}
});

test('a link withdrawn opens nothing, and says what to do', async () => {
	await host.setViewportSize(WIDE);
	await host.goto('/gatherings/ev-1/results');
	await host
		.locator(`#workshop-${WORKSHOP}`)
		.getByRole('button', { name: /^Links zurücknehmen/ })
		.click();
	await expect.poll(async () => (await taker.request.get(`/notes/${token}`)).status()).toBe(404);
	await entry(taker).fill('Nach dem Widerruf getippt');
	await taker.locator('.saved[data-state=closed]').waitFor();
	expect(await taker.locator('.saved').innerText()).toContain('in diesem Browser aufgehoben');
	expect((await stored()).map(({ text }) => text)).not.toContain('Nach dem Widerruf getippt');
});
