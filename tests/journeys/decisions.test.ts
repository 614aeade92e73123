import SQLite from 'better-sqlite3';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, berlinDay } from '#lib/time/berlin.ts';
import { AYSE, logIn, look, NADJA, newPage, openBrowser, YASMIN } from '../support/browser.ts';
import { forget, newDatabaseFile, type Product, startProduct } from '../support/product.ts';

const TODAY = berlinDay(new Date().toISOString());
const CIRCLE = '/circles/circle-tt/decisions';
const OFFICES = ['JA Kreis', 'JA Stadt'];
const PROVIDERS = [
	...['Flussgarten', 'Brückenbogen', 'Ev. JHW Seetal', 'Kath. JFH', 'Wendeltreppe', 'Kompassrose', 'Haus Sandbruck'],
	...['Zwischenhalt', 'Nachtlicht', 'Tagesgruppen Grünlohe', 'Morgenwiese', 'Seetaler Pflegekinderhilfe'],
	...['Schulbrücke', 'Suchtberatung Hasselried']
];

let browser: Browser;
let product: Product;
/** Keeps the minutes of the circle. */
let host: Page;
/** Of a provider with one seat. */
let member: Page;
const complaints: string[][] = [];

async function someone(email: string, options: BrowserContextOptions = {}): Promise<Page> {
	const opened = await newPage(browser, product, options);
	complaints.push(opened.complaints);
	await logIn(opened.page, email);
	return opened.page;
}

beforeAll(async () => {
	product = await startProduct(newDatabaseFile('region'));
	browser = await openBrowser();
	host = await someone(NADJA);
	member = await someone(YASMIN);
});

afterAll(async () => {
	await browser.close();
	await product.stop();
	forget(product.databaseFile);
});

/** Puts a question to the Trägertreffen; gives its address. */
async function propose(page: Page, title: string, method: string, wording: string, untilOn = ''): Promise<string> {
	await page.goto(CIRCLE);
	await page.getByRole('link', { name: 'Beschluss vorbereiten' }).click();
	await page.getByLabel('Worum es geht').fill(title);
	await page.getByLabel('Wortlaut des Beschlusses').fill(wording);
	await page.getByLabel('Wie entschieden wird').selectOption({ label: method });
	await page.getByLabel('Umlaufverfahren: Stimmen bis').fill(untilOn);
	await page.getByRole('button', { name: 'Zur Entscheidung stellen' }).click();
	await page.waitForURL(/\/decisions\/(?!new)[^/]+$/);
	return new URL(page.url()).pathname;
}

const voiceOf = (page: Page, name: string) => page.getByLabel(`Stimme von ${name}`, { exact: true });

async function choose(page: Page, names: readonly string[], choice: string): Promise<void> {
	for (const name of names) await voiceOf(page, name).selectOption({ label: choice });
}

const saveVotes = (page: Page) => page.getByRole('button', { name: 'Stimmen sichern' }).click();
const says = (page: Page, sentence: string) => page.getByText(sentence).first().waitFor();

async function close(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Endgültig festhalten' }).click();
	await page.getByRole('button', { name: 'Endgültig festhalten' }).waitFor({ state: 'detached' });
}

/** Days pass: the last day of the written procedure was yesterday. */
function letDeadlinePass(path: string): void {
	const db = new SQLite(product.databaseFile);
	const set = db.prepare('update decision set votes_until_on = ? where id = ?');
	expect(set.run(addDays(TODAY, -1), path.split('/').at(-1)).changes).toBe(1);
	db.close();
}

test('a majority of 14 to 1 with one abstention; the other view stays with the decision', async () => {
	await host.goto(`${CIRCLE}/new`);
	await look(host, 'decision-new');
	await host.getByLabel('Worum es geht').fill('Liste der Krisenplätze');
	await host.getByRole('button', { name: 'Zur Entscheidung stellen' }).click();
	await host.getByRole('alert').waitFor();
	expect(await host.getByLabel('Worum es geht').inputValue()).toBe('Liste der Krisenplätze');

	const path = await propose(
		host,
		'Liste der Krisenplätze',
		'Einfache Mehrheit',
		'Die gemeinsame Liste der Krisenplätze wird jeden Montag erneuert.'
	);
	await host.getByRole('heading', { level: 1, name: 'Beschluss 9: Liste der Krisenplätze' }).waitFor();
	await choose(host, [...OFFICES, ...PROVIDERS], 'Ja');
	await choose(host, ['Kompassrose'], 'Nein');
	await choose(host, ['Tagesgruppen Grünlohe'], 'Enthaltung');
	await host.getByLabel('Wer für Nachtlicht stimmt').selectOption({ label: 'in Vertretung' });
	await saveVotes(host);
	const sentence =
		'Angenommen (14 Ja, 1 Nein, 1 Enthaltung): 14 von 15 Stimmen sind mehr als die Hälfte; jedes Jugendamt und die ' +
		'Mehrheit der Träger stimmten zu; 16 von 16 stimmberechtigten Organisationen nahmen teil.';
	await says(host, sentence);
	await look(host, 'decision-votes');

	await host.locator('#dissent').getByLabel('Organisation', { exact: true }).selectOption({
		label: 'Kompassrose Familienhilfe GmbH'
	});
	await host.getByLabel('Sicht der Organisation').fill('Jeden Montag ist für kleine Häuser zu oft.');
	await host.getByRole('button', { name: 'Sicht festhalten' }).click();
	await says(host, 'Sicht von Kompassrose, bleibt im Protokoll');
	await close(host);
	await says(host, sentence);
	await says(host, 'Jeden Montag ist für kleine Häuser zu oft.');
	expect(await host.locator('.votes li').count()).toBe(16);
	await host.locator('.votes li').filter({ hasText: 'Nachtlicht (in Vertretung)' }).waitFor();
	expect(await host.locator('main form').count()).toBe(0);
	await look(host, 'decision-taken');

	// What was taken stays, whoever sends what.
	for (const [action, form] of Object.entries({
		improve: { wording: 'Etwas anderes.' },
		close: { decidedOn: TODAY },
		withdraw: {}
	})) {
		const answer = await host.request.post(`${path}?/${action}`, {
			form: form as Record<string, string>,
			headers: { accept: 'text/html', origin: product.origin }
		});
		expect(answer.status(), action).toBe(409);
		expect(await answer.text()).toContain('ändert sich nicht mehr');
	}
	await member.goto(path);
	await says(member, 'wird jeden Montag erneuert');
	await says(member, sentence);
	expect(await member.locator('main form').count()).toBe(0);
});

test('consent without JavaScript: an objection needs a reason, is taken in, and the next round carries', async () => {
	const plain = await someone(AYSE, { javaScriptEnabled: false });
	const first = 'Jede Einrichtung meldet freie Plätze.';
	const path = await propose(plain, 'Meldung freier Plätze', 'Konsent', first);
	await choose(plain, [...OFFICES, ...PROVIDERS], 'Ja');
	await choose(plain, ['Zwischenhalt'], 'Schwerwiegender Einwand');
	await saveVotes(plain);
	await says(plain, 'Zwischenhalt: Ein schwerwiegender Einwand braucht eine Begründung.');
	// Nothing was stored, everything typed is still there.
	expect(await voiceOf(plain, 'Zwischenhalt').locator('option:checked').innerText()).toBe('Schwerwiegender Einwand');
	expect(await voiceOf(plain, 'Morgenwiese').locator('option:checked').innerText()).toBe('Ja');
	await host.goto(path);
	expect(await voiceOf(host, 'Morgenwiese').locator('option:checked').innerText()).toBe('–');

	await plain.getByLabel('Begründung von Zwischenhalt').fill('Es fehlt, bis wann.');
	await saveVotes(plain);
	await says(plain, 'Abgelehnt (15 Ja, 1 Nein, 0 Enthaltungen): schwerwiegender Einwand von Zwischenhalt');
	await plain.getByLabel('Verbesserter Wortlaut').fill('Jede Einrichtung meldet freie Plätze bis Montag, 12 Uhr.');
	await plain.getByRole('button', { name: 'Neue Runde beginnen' }).click();
	await plain.getByText('Konsent · Runde 2').waitFor();
	expect(await voiceOf(plain, 'Morgenwiese').locator('option:checked').innerText()).toBe('–');
	await says(plain, 'Frühere Fassungen');

	await choose(plain, [...OFFICES, ...PROVIDERS], 'Ja');
	await choose(plain, ['Zwischenhalt'], 'Ja, mit Bedenken');
	await saveVotes(plain);
	await close(plain);
	await says(
		plain,
		'Angenommen (16 Ja, 0 Nein, 0 Enthaltungen): kein schwerwiegender Einwand, eine Stimme mit Bedenken'
	);
	const rounds = plain.locator('#rounds');
	await rounds.getByText(first).waitFor();
	await rounds.getByText('Es fehlt, bis wann.').waitFor();
	await host.goto(path);
	await look(host, 'decision-rounds');
});

test('the written procedure: each organisation casts its own voice; answered after the last day', async () => {
	const path = await propose(
		host,
		'Termin der Herbstsitzung',
		'Einfache Mehrheit',
		'Die Herbstsitzung ist im Oktober.',
		addDays(TODAY, 5)
	);
	await member.goto(path);
	expect(await member.getByRole('button', { name: 'Stimmen sichern' }).count()).toBe(0);
	expect(await member.getByRole('button', { name: 'Endgültig festhalten' }).count()).toBe(0);
	const own = member.locator('#own');
	await own.getByLabel('Stimme').selectOption({ label: 'Schwerwiegender Einwand' });
	await own.getByRole('button', { name: 'Stimme abgeben' }).click();
	await member.getByRole('alert').getByText('braucht eine Begründung').waitFor();
	await own.getByLabel('Stimme').selectOption({ label: 'Nein' });
	await own.getByRole('button', { name: 'Stimme abgeben' }).click();
	await member.locator('.votes li').filter({ hasText: 'Flussgarten' }).getByText('Nein').waitFor();
	await look(member, 'decision-written');
	await own.getByLabel('Stimme').selectOption({ label: 'Ja' });
	await own.getByRole('button', { name: 'Stimme abgeben' }).click();
	await member.locator('.votes li').filter({ hasText: 'Flussgarten' }).getByText('Ja').waitFor();
	expect(await member.locator('.votes li').count()).toBe(1);

	// The table was opened before that voice came in: it must not wipe it out.
	expect(await voiceOf(host, 'Flussgarten').locator('option:checked').innerText()).toBe('–');
	await choose(host, [...OFFICES, 'Brückenbogen', 'Wendeltreppe', 'Haus Sandbruck', 'Nachtlicht'], 'Ja');
	await choose(host, ['Morgenwiese'], 'Nein');
	await saveVotes(host);
	await says(host, 'Angenommen (7 Ja, 1 Nein, 0 Enthaltungen)');
	expect(await voiceOf(host, 'Flussgarten').locator('option:checked').innerText()).toBe('Ja');
	await host.getByRole('button', { name: 'Endgültig festhalten' }).click();
	await says(host, 'Das Umlaufverfahren läuft noch.');

	letDeadlinePass(path);
	await member.reload();
	expect(await own.count()).toBe(0);
	await host.reload();
	await close(host);
	await says(host, '8 von 16 stimmberechtigten Organisationen nahmen teil.');
});

test('a question is taken back and stays in the list of the circle', async () => {
	await propose(host, 'Neuer Sitzungsort', 'Konsens', 'Die Runde tagt künftig im Bürgerhaus.');
	await host.goto(CIRCLE);
	await host.getByRole('heading', { name: 'Zur Entscheidung' }).waitFor();
	await look(host, 'decisions-of-circle');
	await host.getByRole('link', { name: 'Beschluss 12: Neuer Sitzungsort' }).click();
	await host.getByRole('button', { name: 'Vorlage zurückziehen' }).click();
	await says(host, 'Zurückgezogen');
	await host.goto(CIRCLE);
	expect(await host.getByRole('heading', { name: 'Zur Entscheidung' }).count()).toBe(0);
	await host.locator('li').filter({ hasText: 'Neuer Sitzungsort' }).getByText('Zurückgezogen').waitFor();
});

test('the register finds a decision by a word of its text; the search is an address', async () => {
	await member.goto('/');
	await member.getByRole('link', { name: 'Beschlüsse', exact: true }).first().click();
	await look(member, 'register');
	const lines = member.locator('main .lines > li');
	expect(await lines.count()).toBe(12);
	await member.getByLabel('Suchwort').fill('jeden Montag');
	await member.getByRole('button', { name: 'Suchen' }).click();
	await member.getByRole('heading', { name: 'Gefunden' }).waitFor();
	expect(await lines.count()).toBe(1);
	await lines.first().getByText('Trägertreffen').waitFor();
	expect(new URL(member.url()).searchParams.get('words')).toBe('jeden Montag');
	await member.getByLabel('Jahr').fill('2001');
	await member.getByRole('button', { name: 'Suchen' }).click();
	await says(member, 'Kein Beschluss passt dazu.');
	await member.goto('/decisions?words=jeden%20Montag');
	await lines.first().getByRole('link').first().click();
	await member.getByRole('heading', { level: 1, name: 'Beschluss 9: Liste der Krisenplätze' }).waitFor();
});

test('a task is given, done, taken back and counted', async () => {
	await host.goto('/decisions?words=jeden%20Montag&result=adopted');
	await host.locator('main .lines > li').first().getByRole('link').first().click();
	await says(host, 'Noch nichts: keine Aufgabe, keine Kleingruppe, kein Standard.');
	await host.getByRole('link', { name: 'Aufgabe vergeben' }).click();
	await says(host, 'Folgt aus Beschluss 9: Liste der Krisenplätze');
	await look(host, 'tasks');
	const circle = host.locator('#new').getByLabel('Runde').locator('option:checked');
	expect(await circle.innerText()).toBe('Trägertreffen Birkenfurt-Seetal');
	await host.getByLabel('Was zu tun ist').fill('Liste der Krisenplätze anlegen');
	await host.getByLabel('Bis', { exact: false }).first().fill(addDays(TODAY, 14));
	await host
		.locator('#new')
		.getByLabel('Organisation', { exact: true })
		.selectOption({ label: 'Flussgarten Jugendhilfe gGmbH' });
	await host.getByRole('button', { name: 'Aufgabe vergeben' }).click();
	await host.goto('/decisions?words=jeden%20Montag');
	await host.locator('main .lines > li').first().getByRole('link').first().click();
	await host.locator('#followed').getByRole('link', { name: 'Liste der Krisenplätze anlegen' }).click();
	await host.locator('main li').filter({ hasText: 'Liste der Krisenplätze anlegen' }).waitFor();

	await member.goto('/tasks');
	const views = member.getByRole('navigation', { name: 'Ansichten' });
	const task = member.locator('main .lines > li').filter({ hasText: 'Liste der Krisenplätze anlegen' });
	const open = Number(/\((\d+)\)/.exec(await views.getByText('Meiner Organisation').innerText())?.[1]);
	await task.getByRole('button', { name: 'Ist erledigt' }).click();
	await says(member, '„Liste der Krisenplätze anlegen“ ist jetzt erledigt.');
	await views.getByText(`Meiner Organisation (${open - 1})`).waitFor();
	await look(member, 'task-done');
	await member.getByRole('button', { name: 'Rückgängig' }).click();
	await views.getByText(`Meiner Organisation (${open})`).waitFor();
	await task.getByText('offen').waitFor();
	// Only whoever does it, or an organizing office, says how far it is.
	await member.goto('/tasks?view=all');
	const other = member.locator('main .lines > li').filter({ hasText: 'Termin Fachtag' });
	await other.waitFor();
	expect(await other.getByRole('button').count()).toBe(0);
	expect(complaints.flat()).toEqual([]);
});
