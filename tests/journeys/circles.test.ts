import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, berlinDay } from '#lib/time/berlin.ts';
import { AYSE, logIn, look, NADJA, newPage, openBrowser, YASMIN } from '../support/browser.ts';
import { forget, newDatabaseFile, type Product, startProduct } from '../support/product.ts';

const TODAY = berlinDay(new Date().toISOString());

let browser: Browser;
let product: Product;
let page: Page;
let complaints: string[];
/** Address of the circle that is added first. */
let circle = '';

beforeAll(async () => {
	product = await startProduct(newDatabaseFile('region'));
	browser = await openBrowser();
	({ page, complaints } = await newPage(browser, product));
	await logIn(page, NADJA);
});

afterAll(async () => {
	expect(complaints).toEqual([]);
	await browser.close();
	await product.stop();
	forget(product.databaseFile);
});

const main = () => page.locator('main');

async function press(name: string | RegExp): Promise<void> {
	await main().getByRole('button', { name }).first().click();
}

test('a circle is added, settles how it decides and for how long somebody sits', async () => {
	await page.goto('/circles');
	await page.locator('[name=name]').fill('AG nach § 78 Frühe Hilfen');
	await page.locator('[name=kind]').selectOption('ag78');
	await press('Runde anlegen');
	await page.waitForURL(/\/circles\/[a-z0-9]{12}$/);
	circle = new URL(page.url()).pathname;

	await main().getByRole('link', { name: 'Regeln' }).click();
	await main().getByText('mit einfacher Mehrheit').first().waitFor();
	await page.locator('[name=method]').selectOption('qualified_majority');
	await page.locator('[name=majorityPercent]').fill('75');
	await press('Regel sichern');
	await main().getByText('mindestens 75 Prozent der Stimmen').waitFor();

	await main().getByRole('link', { name: 'Sitze' }).click();
	await page.locator('#new [name=organisationId]').selectOption({ label: 'Stadtjugendamt Birkenfurt' });
	await page.locator('#new [name=kind]').selectOption('advisory');
	await page.locator('#new [name=termEndsOn]').fill('2029-06-30');
	await press('Sitz hinzufügen');
	await main().getByText('Amtszeit bis 30. Juni 2029').waitFor();
	await main().getByText('Eine Organisation ist stimmberechtigt.').waitFor();
	await look(page, 'seats');
});

test('the end of a seat is taken back', async () => {
	await page.goto('/circles/circle-tt/seats');
	const end = main().getByRole('button', { name: /^Beenden.*Kreisjugendamt/ });
	const before = await end.count();
	await end.first().click();
	await page.getByRole('button', { name: 'Rückgängig' }).click();
	await expect.poll(() => end.count()).toBe(before);
	await look(page, 'seats of the Trägertreffen');
});

test('a Trägertreffen sets up a small group, which reports; the circle above reads along', async () => {
	await page.goto('/circles/circle-tt/groups/new?decision=de-2-2');
	await page.locator('[name=name]').fill('Kleingruppe Krise');
	await page.locator('[name=text]').fill('Einen Ablauf für Krisen am Wochenende entwerfen.');
	await page.locator('[name=reportDueOn]').fill(addDays(TODAY, -1));
	await page.locator('#members').fill('Wojciechowski, Nadja · JA Kreis');
	await press('Kleingruppe einsetzen');
	await main().getByText('Dieser Tag ist vorbei.').first().waitFor();
	expect(await page.locator('#members').inputValue()).toBe('Wojciechowski, Nadja · JA Kreis');
	await look(page, 'a group that is refused');
	await page.locator('[name=reportDueOn]').fill(addDays(TODAY, 90));
	await press('Kleingruppe einsetzen');
	await page.waitForURL(/\/mandate$/);
	await main().getByText('nur Jugendämter').waitFor();
	await look(page, 'mandate');
	const group = new URL(page.url()).pathname;

	const person = page.locator('[name=person]');
	const wording = await page.locator('#person-list option[value^="El-Sayed"]').first().getAttribute('value');
	await person.fill(wording ?? '');
	await press('Mitglied aufnehmen');
	await main().getByText('nur Jugendämter').waitFor({ state: 'detached' });
	await page.locator('#report-text').fill('Der Entwurf liegt vor.');
	await press('Bericht abgeben');
	await main().getByText('Zwischenbericht').waitFor();
	await look(page, 'mandate with a report');

	// Somebody of the circle above who has no seat in the group.
	const other = await newPage(browser, product);
	await logIn(other.page, AYSE);
	await other.page.goto(group);
	expect(await other.page.locator('main').innerText()).toContain('Der Entwurf liegt vor.');
	expect(await other.page.locator('#report-text').count()).toBe(0);
	await other.page.goto('/circles/circle-tt');
	await other.page.getByRole('link', { name: 'Kleingruppe Krise' }).first().waitFor();
	await other.context.close();
});

test('topics are left without a script, taken into the programme in one act, taken back, and rest', async () => {
	const plain = await newPage(browser, product, { javaScriptEnabled: false });
	await logIn(plain.page, YASMIN);
	await plain.page.goto('/circles/circle-tt/topics');
	for (const title of ['Rufbereitschaft', 'Schulbegleitung']) {
		await plain.page.locator('#new [name=title]').fill(title);
		await plain.page.getByRole('button', { name: 'Thema hinterlegen' }).click();
		await plain.page.locator('main').getByText(title, { exact: true }).waitFor();
	}
	expect(await plain.page.getByRole('button', { name: /übernehmen/ }).count()).toBe(0);
	await plain.context.close();

	await page.goto('/gatherings/new?circle=circle-tt');
	await page.locator('[name=kind]').selectOption('provider_meeting');
	await page.locator('[name=title]').fill('Kurzes Treffen');
	await page.locator('[name=dateOn]').fill(addDays(TODAY, 1));
	await press('Veranstaltung anlegen');
	await page.waitForURL(/\/gatherings\/[a-z0-9]{12}$/);
	const meeting = new URL(page.url()).pathname;

	await page.goto('/circles/circle-tt/topics');
	await look(page, 'open topics');
	await main().getByText('Nächstes Treffen: Kurzes Treffen').waitFor();
	await press('Offenes ins nächste Programm übernehmen');
	await page.getByText('2 Themen stehen jetzt im Programm').waitFor();
	await look(page, 'topics taken');
	await page.getByRole('button', { name: 'Rückgängig' }).click();
	await main().getByRole('button', { name: 'Offenes ins nächste Programm übernehmen' }).waitFor();
	await page.goto(`${meeting}/agenda`);
	expect(await main().innerText()).not.toContain('Rufbereitschaft');

	await page.goto('/circles/circle-tt/topics');
	await main().getByText('Was daraus werden soll').first().click();
	await main().getByRole('button', { name: 'Thema ruhen lassen' }).first().click();
	await main().locator('details .err').waitFor();
	await page.locator('[name=reason]:visible').fill('Erst nach der Sommerpause.');
	await main().getByRole('button', { name: 'Thema ruhen lassen' }).first().click();
	await main().getByText('Ruht: Erst nach der Sommerpause.').waitFor();
	await press('Offenes ins nächste Programm übernehmen');
	await page.getByText('Ein Thema steht jetzt im Programm').waitFor();
	await page.goto(`${meeting}/agenda`);
	expect(await main().innerText()).toContain('Schulbegleitung');
});

test('an aim says by what it is noticed; what is read off is a table, and taking a row off is taken back', async () => {
	await page.goto(`${circle}/aims`);
	await page.locator('#new [name=text]').fill('Berichte kommen früher');
	await page.locator('#new [name=indicator]').fill('Anteil rechtzeitiger Berichte');
	await page.locator('#new [name=target]').fill('90 Prozent');
	await press('Ziel aufnehmen');
	await main().getByRole('heading', { name: 'Berichte kommen früher' }).waitFor();
	await main().getByText('Stand eintragen').click();
	await page.locator('[name=value]').fill('55 Prozent');
	await press('Eintragen');
	await main().getByRole('cell', { name: '55 Prozent' }).waitFor();
	await look(page, 'aims');
	await press(/^Streichen/);
	await page.getByRole('button', { name: 'Rückgängig' }).click();
	await main().getByRole('cell', { name: '55 Prozent' }).waitFor();
	// An aim by which something was read off stays; one that was a mistake goes, and comes back.
	await page.locator('#new [name=text]').fill('Ein Versehen');
	await page.locator('#new [name=indicator]').fill('keiner');
	await press('Ziel aufnehmen');
	await main().getByRole('heading', { name: 'Ein Versehen' }).waitFor();
	expect(
		await main()
			.getByRole('button', { name: /^Ziel streichen/ })
			.count()
	).toBe(1);
	await press(/^Ziel streichen/);
	await main().getByRole('heading', { name: 'Ein Versehen' }).waitFor({ state: 'detached' });
	await page.getByRole('button', { name: 'Rückgängig' }).click();
	await main().getByRole('heading', { name: 'Ein Versehen' }).waitFor();
});
