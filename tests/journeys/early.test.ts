import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_REGISTER_TOKEN } from '#lib/demo/loadRegistrations.server.ts';
import { logIn, NADJA, newPage, openBrowser } from '../support/browser.ts';
import { forget, newDatabaseFile, type Product, startProduct } from '../support/product.ts';

let browser: Browser;
let product: Product;

beforeAll(async () => {
	product = await startProduct(newDatabaseFile('region'));
	browser = await openBrowser();
});

afterAll(async () => {
	await browser.close();
	await product.stop();
	forget(product.databaseFile);
});

test.each([
	['registration', `/register/${DEMO_REGISTER_TOKEN}`, ['#firstName', '#lastName', '#email'], false],
	['a new decision', '/circles/circle-tt/decisions/new', ['#title', '#wording', '#reasons'], true],
	['what a workshop found', '/gatherings/past-ev-1/results/past-ws-1', ['#new-0'], true]
])('what is typed before the script arrives stays: %s', async (_, address, fields, isStaff) => {
	const { page, context, complaints } = await newPage(browser, product);
	if (isStaff) await logIn(page, NADJA);
	let arrived = () => {};
	const held = new Promise<void>((resolve) => (arrived = resolve));
	await page.route('**/_app/**/*.js', async (route) => {
		await held;
		await route.continue();
	});
	await page.goto(address, { waitUntil: 'commit' });
	for (const field of fields) await page.locator(field).fill(`getippt in ${field}`);
	const method = page.locator('#method');
	if ((await method.count()) > 0) await method.selectOption('acknowledged');
	arrived();
	// The set of early fields is given up once the page has come to life.
	await page.waitForFunction(() => !('typedEarly' in window));
	await page.waitForLoadState('networkidle');
	for (const field of fields) expect(await page.locator(field).inputValue()).toBe(`getippt in ${field}`);
	if ((await method.count()) > 0) expect(await method.inputValue()).toBe('acknowledged');
	expect(complaints).toEqual([]);
	await context.close();
});
