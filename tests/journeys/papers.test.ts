import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

const PACK = '/gatherings/past-ev-1/pack';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

let product: Product;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
	product = await startProduct(newDatabaseFile('region'));
	browser = await openBrowser();
	({ page, complaints } = await newPage(browser, product));
	await logIn(page, NADJA);
});

afterAll(async () => {
	await browser.close();
	await product.stop();
	forget(product.databaseFile);
});

test('the results of the Fachtag are one page: proposals by dots, what workshops have in common, needs, figures', async () => {
	await page.goto(PACK);
	await page.getByRole('heading', { name: 'Ergebnispaket', level: 1 }).waitFor();
	await page.getByText(/^Stand: /).waitFor();
	const proposals = page.getByRole('table', { name: 'Vorschläge nach Punkten' });
	const dots = (await proposals.locator('tbody td.n').allInnerTexts()).map(Number);
	expect(dots.length).toBeGreaterThan(10);
	expect(dots).toEqual(dots.toSorted((a, b) => b - a));
	await page.getByRole('heading', { name: /^Rückmeldung in \d Workshops/ }).waitFor();
	await page.getByRole('table', { name: 'Was die Seiten brauchen' }).waitFor();
	await page.getByText(/Bögen kamen zurück/).waitFor();
	for (const scheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme: scheme });
		await page.setViewportSize(WIDE);
		await expectNoBarriers(page, `pack ${scheme}`);
		await page.setViewportSize(NARROW);
		await expectNoBarriers(page, `pack ${scheme}, narrow`);
		await expectNoSidewaysScroll(page, 'pack');
	}
	await page.emulateMedia({ colorScheme: 'light' });
	await page.setViewportSize(WIDE);
	expect(complaints).toEqual([]);
});

test.each([
	[`${PACK}/pack.docx`, WORD, 'PK', 'Ergebnispaket'],
	[`${PACK}/pack.pdf`, 'application/pdf', '%PDF', 'Ergebnispaket'],
	['/gatherings/tt-2/minutes/minutes.docx', WORD, 'PK', 'Protokoll'],
	['/gatherings/tt-2/minutes/minutes.pdf', 'application/pdf', '%PDF', 'Protokoll'],
	['/standards/std-5/signatures/sheet.pdf', 'application/pdf', '%PDF', 'Unterschriftenblatt'],
	['/circles/circle-tt/handbook/handbook.docx', WORD, 'PK', 'Handbuch'],
	['/circles/circle-tt/handbook/handbook.pdf', 'application/pdf', '%PDF', 'Handbuch']
])('%s is a file with a German name', async (address, type, begins, name) => {
	const answer = await page.request.get(address);
	expect(answer.status()).toBe(200);
	expect(answer.headers()['content-type']).toBe(type);
	const disposition = answer.headers()['content-disposition'] ?? '';
	expect(disposition).toMatch(new RegExp(`^attachment; filename="${name}[\\w.-]+"; filename\\*=UTF-8''${name}`));
	const file = await answer.body();
	expect(file.subarray(0, begins.length).toString('latin1')).toBe(begins);
	if (type === 'application/pdf') expect(file.toString('latin1')).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
	expect(file.length).toBeGreaterThan(5000);
});

test('without JavaScript the results go into the next meeting, once', async () => {
	const { page: plain, context } = await newPage(browser, product, {
		javaScriptEnabled: false,
		storageState: await page.context().storageState()
	});
	await plain.goto(PACK);
	const field = plain.getByLabel('Treffen', { exact: true });
	await field.waitFor();
	await plain.getByRole('button', { name: 'Punkt ins Programm legen' }).click();
	await plain.getByText('Der Punkt steht im Programm.').waitFor();
	await plain.getByRole('link', { name: 'Programm öffnen' }).click();
	const row = plain.locator('ol.day > li').filter({ hasText: 'Ergebnisse des Fachtags „' });
	await row.getByRole('link').first().click();
	await plain.waitForURL(/\/agenda\/items\//);
	const note = await plain.locator('[name=note]').inputValue();
	expect(note).toMatch(/^Stand .*: 76 Ergebnisse, 16 Vorschläge, 9 offene Fragen\. Ergebnispaket: http.*\/pack$/);
	await plain.goto(PACK);
	await plain.getByRole('button', { name: 'Punkt ins Programm legen' }).click();
	await plain.getByText('Der Punkt steht schon im Programm dieses Treffens.').first().waitFor();
	await context.close();
});
