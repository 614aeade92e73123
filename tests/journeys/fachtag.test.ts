import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays, berlinDay, berlinInstant } from '#lib/time/berlin.ts';
import { atRest } from '../support/boardAtRest.ts';
import { logIn, NADJA, newPage, openBrowser } from '../support/browser.ts';
import { admittedOf, openMessage, outboxOf } from '../support/outbox.ts';
import { forget, newDatabaseFile, type Product, startProduct } from '../support/product.ts';

const TODAY = berlinDay(new Date().toISOString());
const DAY = addDays(TODAY, 40);
const THEMES = ['Fallanfrage', 'Kindeswohlgefährdung', 'Kontrollauftrag', 'Sucht', 'Mangelnde Mitwirkung'];

let browser: Browser;
let product: Product;

beforeAll(async () => {
	browser = await openBrowser();
});

afterAll(() => browser.close());

// Each its own product: answers about unknown organisations are remembered for the next list.
beforeEach(async () => {
	product = await startProduct(newDatabaseFile('region'));
});

afterEach(async () => {
	await product.stop();
	forget(product.databaseFile);
});

async function createFachtag(page: Page): Promise<string> {
	await page.goto('/gatherings/new');
	await page.getByLabel('Art', { exact: true }).selectOption('conference_day');
	await page.getByLabel('Titel', { exact: true }).fill('Übergänge gemeinsam gestalten');
	await page.getByLabel('Tag', { exact: true }).fill(DAY);
	await page.getByLabel('Beginn', { exact: true }).fill('08:30');
	await page.getByLabel('Ende', { exact: true }).fill('16:00');
	await page.getByLabel('Ort freiwillig').fill('Kulturhalle Grünlohe');
	await page.getByLabel('Kreisjugendamt Birkenfurt-Seetal').check();
	await page.getByLabel('Stadtjugendamt Birkenfurt').check();
	await page.getByRole('button', { name: 'Veranstaltung anlegen' }).click();
	await page.waitForURL(/\/gatherings\/(?!new)[a-z0-9]+/);
	return /\/gatherings\/([a-z0-9]+)/.exec(page.url())?.[1] ?? '';
}

async function buildProgramme(page: Page, id: string): Promise<void> {
	for (const theme of THEMES) {
		await page.goto(`/gatherings/${id}/rooms`);
		const form = page.locator('form[action*="add"]');
		await form.getByLabel('Name des Raums').fill(`Raum ${theme}`);
		await form.getByLabel('Plätze').fill('26');
		await form.getByRole('button', { name: 'Raum hinzufügen' }).click();
		await page.getByText(`Raum ${theme}`).first().waitFor();
	}
	await page.goto(`/gatherings/${id}/agenda`);
	const form = page.locator('form[action*="add"]');
	await form.getByLabel('Art', { exact: true }).selectOption('workshops');
	await form.getByLabel('Titel', { exact: true }).fill('Fünf Workshops gleichzeitig');
	await form.getByLabel('Beginn', { exact: true }).fill('10:45');
	await form.getByLabel('Dauer in Minuten').fill('120');
	await form.getByRole('button', { name: 'Punkt hinzufügen' }).click();
	await page.getByText('Fünf Workshops gleichzeitig').first().waitFor();
	for (const [index, theme] of THEMES.entries()) await addWorkshop(page, id, index + 1, theme);
}

async function addWorkshop(page: Page, id: string, number: number, theme: string): Promise<void> {
	await page.goto(`/gatherings/${id}/workshops/new`);
	await page.getByLabel('Nummer').fill(String(number));
	await page.getByLabel('Titel', { exact: true }).fill(`${theme} gemeinsam angehen`);
	await page.getByLabel('Thema in einem Wort').fill(theme);
	await page.getByLabel('Im Programm').selectOption({ index: 1 });
	await page.getByLabel('Raum freiwillig').selectOption({ label: `Raum ${theme}, 26 Plätze` });
	await page.getByLabel('Mindestens').fill('15');
	await page.getByLabel('Höchstens').fill('26');
	await page.getByRole('button', { name: 'Workshop anlegen' }).click();
	await page.waitForURL((url) => !url.pathname.endsWith('/workshops/new'));
}

async function importList(page: Page, id: string): Promise<void> {
	await page.goto(`/people/import?gathering=${id}`);
	await page.setInputFiles('input[type=file]', 'tests/lists/fachtag-unsortiert.xlsx');
	await page.getByRole('button', { name: 'Einlesen' }).click();
	await page.waitForURL(/\/people\/import\/[a-z0-9]+/);
	await page.getByText('In der Liste stehen 114 Personen').waitFor();
	await page.getByText('„Telefon“, „Geburtsdatum“').first().waitFor();
	await page.locator('select[name="org-caritassee"]').selectOption('new');
	await page.locator('select[name="org-evjugendhilfewerkseetal"]').selectOption({ index: 1 });
	await page.getByRole('button', { name: 'Antworten eintragen' }).first().click();
	await page.waitForURL(/done=decided/);
	await page.getByRole('button', { name: 'Übernehmen' }).first().click();
	await page.waitForURL(/done=applied/);
}

async function openRegistration(page: Page, id: string): Promise<string> {
	await page.goto(`/gatherings/${id}/registrations/window`);
	await page.getByLabel('Erster Tag').fill(TODAY);
	await page.getByLabel('Letzter Tag').fill(addDays(TODAY, 20));
	await page.getByLabel('Plätze').fill('125');
	await page.locator('form[action*="window"]').getByRole('button').last().click();
	await page.waitForLoadState();
	await page.goto(`/gatherings/${id}/registrations`);
	const address = await page.locator('a[href*="/register/"]').first().getAttribute('href');
	return new URL(address ?? '', product.origin).pathname;
}

async function registerKim(link: string, lastName: string, javaScriptEnabled: boolean): Promise<void> {
	const { page, context } = await newPage(browser, product, { javaScriptEnabled });
	await page.goto(link);
	await page.getByLabel('Vorname').fill('Kim');
	await page.getByLabel('Nachname').fill(lastName);
	await page.getByLabel('Organisation', { exact: true }).selectOption({ label: 'Haus Sandbruck Wohngruppen gGmbH' });
	await page.getByLabel('Aufgabe oder Funktion').fill('Pädagogische Fachkraft Wohngruppe');
	await page.getByLabel('E-Mail').fill('kim.haus-sandbruck.example.org');
	await page.getByRole('button', { name: 'Verbindlich anmelden' }).click();
	await page.getByText('In der Adresse fehlt das Zeichen @.').first().waitFor();
	expect(await page.getByLabel('Nachname').inputValue()).toBe(lastName);
	await page.getByLabel('E-Mail').fill(`kim.${lastName.toLowerCase()}@haus-sandbruck.example.org`);
	// The radios of the ballot lie under their labels.
	await page
		.getByRole('radio', { name: /^1\. Wunsch/ })
		.nth(2)
		.check({ force: true });
	await page
		.getByRole('radio', { name: /^2\. Wunsch/ })
		.nth(0)
		.check({ force: true });
	await page.getByRole('button', { name: 'Verbindlich anmelden' }).click();
	await page.waitForURL(/\/sent/);
	await context.close();
}

async function propose(page: Page, id: string): Promise<void> {
	await page.goto(`/gatherings/${id}/groups`);
	await page
		.getByRole('button', { name: /Vorschlag/ })
		.first()
		.click();
	await page
		.getByRole('heading', { level: 2, name: THEMES[0] ?? '' })
		.first()
		.waitFor();
	// While the proposal is being made the board rests.
	await page.locator('.undo').waitFor({ timeout: 60_000 });
	await expectPlaced(page);
	await atRest(page);
}

async function expectPlaced(page: Page): Promise<void> {
	await page.locator('.board [data-person]').nth(100).waitFor({ state: 'attached', timeout: 60_000 });
}

/** Lifts the first person of group 1 and sets her down in group 2, with the keyboard only. */
async function moveByKeyboard(page: Page): Promise<void> {
	const seat = page.locator('.board .col').first().locator('[data-person]').first();
	const id = await seat.getAttribute('data-person');
	await seat.focus();
	for (const key of [' ', 'ArrowRight', ' ']) await page.keyboard.press(key);
	await page.getByText('sitzt jetzt in Gruppe 2').first().waitFor();
	await page.locator(`.board .col:nth-child(2) [data-person="${id}"]`).waitFor({ state: 'attached' });
}

/** The same by the form in „Warum hier?“. */
async function moveByForm(page: Page): Promise<void> {
	const seat = page.locator('.board .col').first().locator('a[data-person], [data-person] a').first();
	await page.goto(new URL((await seat.getAttribute('href')) ?? '', page.url()).href);
	await page.getByLabel('Verschieben nach').selectOption({ index: 0 });
	await page.getByRole('button', { name: 'Verschieben', exact: true }).click();
	await page.getByText('sitzt jetzt in Gruppe').first().waitFor();
}

async function release(page: Page, id: string): Promise<void> {
	await page.goto(`/gatherings/${id}/groups/release`);
	await page.getByLabel('Begründung').fill('Der Wunsch der Person wiegt hier schwerer.');
	await page.getByRole('button', { name: 'Fassung 1 freigeben' }).click();
	await page.waitForURL((url) => !url.pathname.endsWith('/release'));
}

/** From an untidy list to released groups; gives the id of the gathering. */
async function runToRelease(lastName: string, javaScriptEnabled: boolean): Promise<{ page: Page; id: string }> {
	const { page, complaints } = await newPage(browser, product, { javaScriptEnabled });
	await logIn(page, NADJA);
	const id = await createFachtag(page);
	await buildProgramme(page, id);
	await importList(page, id);
	const link = await openRegistration(page, id);
	await registerKim(link, lastName, javaScriptEnabled);
	await propose(page, id);
	if (javaScriptEnabled) await moveByKeyboard(page);
	else await moveByForm(page);
	await release(page, id);
	expect(complaints).toEqual([]);
	return { page, id };
}

describe('a Fachtag', () => {
	test('from an untidy list to calendar entries that are taken back', async () => {
		const { page, id } = await runToRelease('Lorenzen', true);
		const outbox = outboxOf(product.databaseFile, id);
		const letters = outbox.filter(({ kind }) => kind === 'group');
		expect(letters).toHaveLength(admittedOf(product.databaseFile, id));
		expect(new Set(letters.map(({ registrationId }) => registrationId)).size).toBe(letters.length);
		expect(letters.length).toBeGreaterThan(105);

		const hers = letters.find(({ toAddress }) => toAddress.startsWith('kim.lorenzen@haus'));
		const { entry, text } = await openMessage(page, id, hers?.id ?? 0);
		expect(entry).toMatchObject({ method: 'REQUEST', zone: 'Europe/Berlin', attendees: 1 });
		expect(entry.start).toBe(`${DAY}T08:30:00`);
		expect(entry.startAt).toBe(berlinInstant(DAY, '08:30'));
		expect(entry.description).toMatch(/Gruppe\s\d/);
		expect(entry.description).toMatch(/10[.:]45/);
		expect(`${entry.location} ${entry.description}`).toMatch(new RegExp(`Raum (${THEMES.join('|')})`));

		const own = /\/me\/[\w-]+/.exec(text)?.[0] ?? '';
		const { page: hersOnly } = await newPage(browser, product);
		await hersOnly.goto(own);
		await hersOnly.getByRole('button', { name: 'Abmelden' }).click();
		await hersOnly.getByText('Sie sind abgemeldet.').first().waitFor();

		const last = outboxOf(product.databaseFile, id).findLast(
			({ registrationId }) => registrationId === hers?.registrationId
		);
		expect(last?.kind).toBe('withdrawn');
		const cancel = (await openMessage(page, id, last?.id ?? 0)).entry;
		expect(cancel).toMatchObject({ method: 'CANCEL', uid: entry.uid });
		expect(cancel.sequence).toBeGreaterThan(entry.sequence);
	});

	test('without JavaScript, up to the release', async () => {
		const { id } = await runToRelease('Ohnescript', false);
		const letters = outboxOf(product.databaseFile, id).filter(({ kind }) => kind === 'group');
		expect(letters).toHaveLength(admittedOf(product.databaseFile, id));
	});
});
