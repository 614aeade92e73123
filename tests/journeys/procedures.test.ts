import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#lib/db/database.server.ts';
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

const SLUG = '/s/standard-5-akute-krise-weg-in-die-kinder-und-jugendpsychiatrie-und-zurueck';
const SHEET = '/standards/std-5/procedure';
const PAGES = [
	SHEET,
	'/standards/std-3/procedure',
	'/circles/circle-tt/matrix',
	'/circles/circle-tt/matrix?by=organisation',
	'/standards/side-by-side',
	'/standards/side-by-side?a=std-5-v1&b=std-5-v2',
	'/circles/circle-tt/handbook',
	'/standards/std-5/publication'
];

let browser: Browser;
let product: Product;
let page: Page;
let complaints: string[];

beforeAll(async () => {
	const file = newDatabaseFile('region');
	const { db } = openDatabase(file);
	await db
		.updateTable('standardContact')
		.set({ phone: '09131 1234-0', name: 'Frau Zeisig', deputy: 'Herr Amsel' })
		.where('id', '=', 'std-5-c0')
		.execute();
	await db
		.updateTable('standardContact')
		.set({ phone: '09131 99', stepId: 'std-5-s04' })
		.where('id', '=', 'std-5-c1')
		.execute();
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

/** How many sheets of paper a page of the product needs. */
async function sheetsOf(address: string): Promise<number> {
	await page.goto(address);
	const pdf = await page.pdf({ preferCSSPageSize: true });
	return pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
}

describe.each([
	['wide, light', WIDE, 'light'],
	['narrow, dark', NARROW, 'dark']
] as const)('%s', (_, viewport, colorScheme) => {
	test('no page has barriers or scrolls sideways', async () => {
		await page.setViewportSize(viewport);
		await page.emulateMedia({ colorScheme });
		for (const address of PAGES) {
			await page.goto(address);
			await expectNoBarriers(page, address);
			await expectNoSidewaysScroll(page, address);
		}
		expect(complaints).toEqual([]);
	});
});

describe('the procedure on one page', () => {
	test('shows four steps at the same time, in words and in one list', async () => {
		await page.setViewportSize(WIDE);
		await page.emulateMedia({ colorScheme: 'light' });
		await page.goto(SHEET);
		const same = page.locator('li.start', { hasText: 'Zeitgleich: 4 Schritte beginnen zusammen' });
		expect(await same.locator('ol.fork > li').count()).toBe(4);
		const [first, last] = [same.locator('ol.fork > li').first(), same.locator('ol.fork > li').last()];
		expect((await first.boundingBox())?.y).toBe((await last.boundingBox())?.y);
	});

	test.each(['std-5', 'std-3'])('%s fits on one sheet of A4', async (id) => {
		expect(await sheetsOf(`/standards/${id}/procedure`)).toBe(1);
	});

	test('at night on a small screen every number can be tapped', async () => {
		await page.setViewportSize(NARROW);
		await page.emulateMedia({ colorScheme: 'dark' });
		await page.goto(SHEET);
		const numbers = page.locator('main a[href^="tel:"]');
		expect(await numbers.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
			...['tel:112', 'tel:0913199', 'tel:0913112340', 'tel:04066969476', 'tel:04066969909']
		]);
		for (const link of await numbers.all()) expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44);
	});

	test('of a version that is not in force says so first', async () => {
		await page.goto('/standards/std-3/procedure');
		expect(await page.locator('main').innerText()).toContain('nicht in Kraft. Bitte noch nicht danach arbeiten');
	});
});

test('matrix: views are switched by keyboard, a gap leads to a new standard', async () => {
	await page.setViewportSize(WIDE);
	await page.goto('/circles/circle-tt/matrix');
	await page.getByRole('link', { name: 'einzeln' }).focus();
	await page.keyboard.press('Enter');
	await page.waitForURL(/by=organisation/);
	expect(await page.getByRole('columnheader', { name: 'KJP Seetal' }).count()).toBe(1);
	await page.goto('/circles/circle-tt/matrix');
	const gap = page.getByRole('link', { name: /Standard vorschlagen ?: Jobcenter und Klinik/ });
	await gap.first().press('Enter');
	await page.waitForURL(/\/standards\/new\?circle=circle-tt/);
	expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
});

test('matrix: a small screen gets a list instead of the table', async () => {
	await page.setViewportSize(NARROW);
	await page.goto('/circles/circle-tt/matrix');
	expect(await page.locator('main table').isVisible()).toBe(false);
	expect(await page.locator('.pairs > li').first().isVisible()).toBe(true);
	await page.setViewportSize(WIDE);
});

test('side by side: chosen without a script, what is equal in one sentence, the differing step word by word', async () => {
	const plain = await newPage(browser, product, { javaScriptEnabled: false });
	await logIn(plain.page, NADJA);
	await plain.page.goto('/standards/side-by-side');
	await plain.page.getByLabel('Links').selectOption('std-5-v1');
	await plain.page.getByLabel('Rechts').selectOption('std-5-v2');
	await plain.page.getByRole('button', { name: 'Nebeneinander zeigen' }).click();
	const text = await plain.page.locator('main').innerText();
	expect(text).toContain('9 von 10 Schritten sind gleich.');
	expect(await plain.page.locator('main mark').allTextContents()).toContain(
		'nur hier: ; keine Entlassung am Freitag ohne Absprache'
	);
	await plain.context.close();
});

test('handbook: the table of contents leads to each section, on screen and on paper', async () => {
	await page.goto('/circles/circle-tt/handbook?on=2027-06-01');
	const links = await page
		.locator('#contents a')
		.evaluateAll((all) => all.map((link) => link.getAttribute('href')?.slice(1) ?? ''));
	expect(links.length).toBeGreaterThan(15);
	for (const id of links) expect(await page.locator(`[id="${id}"]`).count(), id).toBe(1);
	// Cover with contents, two chapters, glossary: each begins on a sheet of its own.
	expect(await sheetsOf('/circles/circle-tt/handbook?on=2027-06-01')).toBeGreaterThanOrEqual(4);
});

test('public page: released, read by anybody without names, withdrawn again', async () => {
	const anybody = await newPage(browser, product, { viewport: NARROW, colorScheme: 'dark' });
	expect((await anybody.page.goto(SLUG))?.status()).toBe(404);
	await page.goto('/standards/std-5/publication');
	await page.getByRole('button', { name: 'Öffentlich machen' }).press('Enter');
	await page.getByText('Öffentlich seit').waitFor();

	const answer = await anybody.page.goto(SLUG);
	expect(answer?.status()).toBe(200);
	expect(answer?.headers()['set-cookie'] ?? '').not.toContain('session');
	const html = await anybody.page.content();
	for (const hidden of ['Zeisig', 'Amsel', 'Wojciechowski', 'keine Entlassung am Freitag', 'noindex'])
		expect(html, hidden).not.toContain(hidden);
	expect(html).toContain('tel:0913112340');
	await expectNoBarriers(anybody.page, SLUG);
	await expectNoSidewaysScroll(anybody.page, SLUG);

	await page.goto(SHEET);
	expect(await page.locator('svg.qr title').textContent()).toBe(`QR-Code: ${product.origin}${SLUG}`);

	await page.goto('/standards/std-5/publication');
	await page.getByRole('button', { name: 'Zurückziehen' }).press('Enter');
	await page.getByText('Zurückgezogen am').waitFor();
	expect((await anybody.page.goto(SLUG))?.status()).toBe(410);
	expect(await anybody.page.locator('h1').innerText()).toBe('Diese Seite gibt es nicht mehr');
	await expectNoBarriers(anybody.page, 'gone');
	await anybody.context.close();
});
