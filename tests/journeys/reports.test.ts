import SQLite from 'better-sqlite3';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { logIn, look, NADJA, newPage, openBrowser } from '../support/browser.ts';
import { forget, newDatabaseFile, type Product, startProduct } from '../support/product.ts';

let browser: Browser;
let product: Product;
let office: Page;
let complaints: string[];

beforeAll(async () => {
	product = await startProduct(newDatabaseFile('region'));
	browser = await openBrowser();
	({ page: office, complaints } = await newPage(browser, product));
	await logIn(office, NADJA);
});

afterAll(async () => {
	await browser.close();
	await product.stop();
	forget(product.databaseFile);
});

async function addQuote(name: string, role: string, text: string): Promise<string> {
	await office.getByText('Zitat hinzufügen').click();
	const form = office.locator('form[action="?/add"]');
	await form.getByLabel('Wortlaut').fill(text);
	await form.getByLabel('Name', { exact: true }).fill(name);
	await form.getByLabel('Funktion').fill(role);
	await form.getByLabel('E-Mail').fill(`${role.toLowerCase()}@example.org`);
	await form.getByRole('button', { name: 'Hinzufügen' }).click();
	await office.getByRole('button', { name: new RegExp(`Link erstellen.*${name}`) }).click();
	const made = office.locator('.notice', { hasText: `Link für ${name}` });
	await made.waitFor();
	return (await made.locator('a[href*="/quote/"]').first().getAttribute('href')) ?? '';
}

test('a press note with one released and one unreleased quote', async () => {
	await office.goto('/gatherings/ev-1');
	await office.getByRole('link', { name: 'Presseinformation' }).click();
	await office.getByLabel('Überschrift').fill('Hilfen verbinden: ein Tag im Seetal');
	await office.getByLabel('Vorspann').fill('106 Fachkräfte sprachen über Übergänge zwischen den Hilfen.');
	await office
		.locator('#body')
		.fill('Am Vormittag ging es um Absprachen.\n\nDie 14-Jährige aus Birkenfurt blieb der Schule fern.');
	await office.getByLabel('Bildunterschrift').fill('Die Gastgebenden vor dem Kreishaus');
	await office.getByRole('button', { name: 'Text speichern' }).click();
	await office.getByText('Gespeichert.').waitFor();
	await office.getByText('das Alter eines Kindes zusammen mit einem Ort').waitFor();

	const links = [
		await addQuote('Petra Lorenzen', 'Leitung', 'Wir reden jetzt früher miteinander.'),
		await addQuote('Kemal Aydın', 'Klinik', 'Das war Augenhöhe.')
	];
	await look(office, 'report-office');

	// A quoted person, without an account and without scripts.
	const { page: petra } = await newPage(browser, product, { javaScriptEnabled: false });
	await petra.goto(links[0] ?? '');
	expect(await petra.locator('main').innerText()).not.toContain('Augenhöhe');
	await petra.getByLabel('Wortlaut').fill('Wir reden früher miteinander, und das hilft.');
	await petra.getByRole('button', { name: 'Diesen Wortlaut freigeben' }).click();
	await petra.getByText('Freigegeben am').waitFor();
	const { page: reader } = await newPage(browser, product);
	await reader.goto(links[0] ?? '');
	await look(reader, 'report-quote');

	// The older screen of the office does not write over her correction.
	await office.locator('summary', { hasText: 'Petra Lorenzen' }).click();
	await office.getByRole('button', { name: 'Zitat speichern' }).first().click();
	await office.getByText('Der Wortlaut wurde inzwischen geändert').waitFor();

	const slug = new SQLite(product.databaseFile).prepare('select slug from public_report').pluck().get() as string;
	expect((await reader.request.get(`/r/${slug}`)).status()).toBe(404);
	await office.goto('/gatherings/ev-1/report');
	await office.getByText('1 von 2 Zitaten sind freigegeben').waitFor();
	await office.getByRole('button', { name: 'Presseinformation freigeben' }).click();
	await office.locator('.err', { hasText: 'Bitte bestätigen Sie diesen Satz' }).waitFor();
	await office.getByLabel('Kein Fall ist erkennbar').check();
	await office.getByRole('button', { name: 'Presseinformation freigeben' }).click();
	await office.locator('.err', { hasText: 'Mindestens ein Zitat ist noch nicht freigegeben' }).waitFor();
	await office.getByLabel('Ohne die Zitate veröffentlichen, die nicht freigegeben sind: Kemal Aydın.').check();
	await office.getByRole('button', { name: 'Presseinformation freigeben' }).click();
	await office.getByText('ohne Freigabe, nicht veröffentlicht').waitFor();
	await look(office, 'report-released');

	const released = await office.getByRole('link', { name: 'Öffentliche Seite ansehen' }).getAttribute('href');
	expect(released).toBe(`/r/${slug}`);
	await reader.goto(`/r/${slug}`);
	await reader.getByRole('heading', { level: 1, name: 'Hilfen verbinden: ein Tag im Seetal' }).waitFor();
	const text = await reader.locator('main').innerText();
	expect(text).toContain('Wir reden früher miteinander, und das hilft.');
	expect(text).not.toContain('Augenhöhe');
	expect(text).not.toContain('leitung@example.org');
	await look(reader, 'report-public');

	// She takes it back: it is gone from the page that is out.
	await petra.goto(links[0] ?? '');
	await petra.getByText('Ihr Zitat ist erschienen.').waitFor();
	await petra.getByRole('button', { name: 'Freigabe zurücknehmen' }).click();
	await petra.getByText('Die Freigabe ist zurückgenommen.').waitFor();
	await reader.reload();
	expect(await reader.locator('main').innerText()).not.toContain('das hilft');
	expect(complaints).toEqual([]);
}, 120_000);
