import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '#lib/db/database.server.ts';
import { addDays, berlinDay } from '#lib/time/berlin.ts';
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

let browser: Browser;
let product: Product;
let page: Page;
let complaints: string[];
/** Address of the standard that is taken through its life. */
let here: string;

const today = berlinDay(new Date().toISOString());
const idOf = (path: string) => path.split('/').at(-1) ?? '';

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

/** Works on the file beside the running product, for what only time or a vote of the circle brings. */
async function beside(work: (db: ReturnType<typeof openDatabase>['db']) => Promise<unknown>): Promise<void> {
	const { db } = openDatabase(product.databaseFile);
	await work(db);
	await db.destroy();
}

async function write(section: string, label: string, text: string): Promise<void> {
	await page.goto(`${here}/edit/${section}`);
	await page.getByLabel(label).fill(text);
	await page.getByRole('button', { name: 'Speichern' }).click();
	await page.waitForURL((url) => url.pathname === here);
}

/** An adopted decision of the circle on this standard, as the vote of a meeting leaves it. */
async function decide(id: string, title: string): Promise<void> {
	await beside(async (db) => {
		const { last } = await db
			.selectFrom('decision')
			.select(({ fn }) => fn.max('number').as('last'))
			.executeTakeFirstOrThrow();
		const model = await db
			.selectFrom('decision')
			.where('circleId', '=', 'circle-tt')
			.selectAll()
			.executeTakeFirstOrThrow();
		await db
			.insertInto('decision')
			.values({
				...{ ...model, id, title, number: last + 1, standardId: idOf(here), versionId: null, method: 'consent' },
				...{ gatheringId: null, minutesItemId: null, findingId: null }
			})
			.execute();
		await db
			.insertInto('decisionOutcome')
			.values({
				...{ decisionId: id, result: 'adopted', decidedOn: today, yes: 9, no: 0, abstained: 0, sentence: '' },
				...{ at: new Date().toISOString(), byName: 'Nadja Wojciechowski' }
			})
			.execute();
	});
}

test('a draft is begun and written', async () => {
	await page.goto('/standards');
	await page.getByRole('link', { name: 'Neues Vorhaben' }).click();
	await page.waitForURL('**/standards/new');
	await page.goto('/standards/new?circle=circle-tt');
	await page.getByLabel('Titel').fill('Übergabe am Wochenende');
	await page.getByLabel('Kooperationsvereinbarung').check();
	await page.getByRole('button', { name: 'Entwurf anlegen' }).click();
	await page.getByRole('heading', { level: 1, name: 'Übergabe am Wochenende' }).waitFor();
	here = new URL(page.url()).pathname;
	await page.getByRole('link', { name: 'Am Entwurf arbeiten' }).first().click();
	await page.getByRole('button', { name: 'Am Entwurf arbeiten' }).click();
	await page.waitForURL((url) => url.pathname === here);
	await page.getByText('Noch 2 Dinge fehlen:').waitFor();

	await write('scope', 'Region', 'Stadt Birkenfurt');
	await write('participation', 'Beteiligung', 'Der junge Mensch wird gefragt.');
	await write('dataProtection', 'Datenschutz', 'Keine Namen.');
	await page.goto(`${here}/edit/duration`);
	await page.getByLabel('In Kraft auch mit ausstehenden Unterschriften').check();
	await page.getByRole('button', { name: 'Speichern' }).click();
	await page.waitForURL((url) => url.pathname === here);
	await page.goto(`${here}/edit/parties`);
	for (const name of ['Kreisjugendamt Birkenfurt-Seetal', 'Stadtjugendamt Birkenfurt']) {
		await page.getByLabel(name, { exact: true }).check();
		await page.getByLabel(`unterzeichnet: ${name}`).check();
	}
	await page.getByRole('button', { name: 'Speichern' }).click();
	await page.waitForURL((url) => url.pathname === here);
	for (const title of ['Rufbereitschaft informieren', 'Übergabe festhalten']) {
		await page.goto(`${here}/steps/new`);
		await page.getByLabel('Was geschieht').fill(title);
		await page.getByLabel('Verantwortlich: Jugendamt', { exact: true }).check();
		await page.getByRole('button', { name: 'Speichern' }).click();
		await page.waitForURL((url) => url.pathname === `${here}/steps`);
	}
	await page.getByRole('button', { name: 'Nach oben: Übergabe festhalten' }).click();
	await page.getByText('1 · Übergabe festhalten').waitFor();
});

test('a section that somebody else changed meanwhile keeps what was typed and shows the newer one', async () => {
	const other = await newPage(browser, product);
	await logIn(other.page, NADJA);
	await page.goto(`${here}/edit/preamble`);
	await other.page.goto(`${here}/edit/preamble`);
	await other.page.getByLabel('Gemeinsame Haltung').fill('Von der anderen Seite.');
	await other.page.getByRole('button', { name: 'Speichern' }).click();
	await other.page.waitForURL((url) => url.pathname === here);
	await page.getByLabel('Gemeinsame Haltung').fill('Mein Satz.');
	await page.getByRole('button', { name: 'Speichern' }).click();
	await page.getByText('Von der anderen Seite.').waitFor();
	expect(await page.getByLabel('Gemeinsame Haltung').inputValue()).toBe('Mein Satz.');
	await page.getByRole('button', { name: 'Speichern' }).click();
	await page.waitForURL((url) => url.pathname === here);
	await page.getByText('Mein Satz.').waitFor();
	await other.context.close();
});

test('others are asked, without a script too; each comment is answered', async () => {
	await page.goto(`${here}/move/consultation`);
	await page.getByLabel('Letzter Tag der Rückmeldung').fill(addDays(today, 5));
	await page.getByRole('button', { name: 'Rückmeldungen einholen' }).click();
	await page.getByText('Bitte begründen Sie die kürzere Frist.').first().waitFor();
	await page.getByLabel('Letzter Tag der Rückmeldung').fill(addDays(today, 21));
	await page.getByRole('button', { name: 'Rückmeldungen einholen' }).click();
	await page.waitForURL((url) => url.pathname === here);

	const plain = await newPage(browser, product, { javaScriptEnabled: false });
	await logIn(plain.page, NADJA);
	await plain.page.goto(`${here}/consultation`);
	await plain.page.getByLabel('Für welche Stelle').selectOption({ label: 'Stadtjugendamt Birkenfurt' });
	await plain.page.getByLabel('Abschnitt').selectOption({ label: 'Geltungsbereich' });
	await plain.page.getByRole('button', { name: 'Rückmeldung abgeben' }).click();
	await plain.page.getByText('Bitte füllen Sie dieses Feld aus.').first().waitFor();
	await plain.page.getByLabel('Ihre Rückmeldung').fill('Der Landkreis fehlt.');
	await plain.page.getByRole('button', { name: 'Rückmeldung abgeben' }).click();
	await plain.page.getByText('Der Landkreis fehlt.').waitFor();
	await plain.context.close();

	await page.goto(`${here}/move/ready_for_decision`);
	await page.getByText('Die Rückmeldung läuft noch.').first().waitFor();
	await page.goto(`${here}/consultation`);
	await page.locator('summary', { hasText: 'Antworten' }).click();
	await page.getByLabel('teilweise aufgenommen').check();
	await page.getByLabel('Begründung für die Stelle').fill('Der Landkreis folgt in der nächsten Fassung.');
	await expectNoBarriers(page, 'consultation');
	await page.getByRole('button', { name: 'Speichern' }).click();
	await page.getByText('Antwort: teilweise aufgenommen.').waitFor();
	await beside((db) =>
		db
			.updateTable('consultation')
			.set({ closesOn: addDays(today, -1) })
			.where('versionId', 'in', (eb) =>
				eb.selectFrom('version').where('standardId', '=', idOf(here)).select('version.id')
			)
			.execute()
	);
	await page.goto(`${here}/move/ready_for_decision`);
	await page.getByRole('button', { name: 'Beschlussreif melden' }).click();
	await page.waitForURL((url) => url.pathname === here);
});

test('the decision fixes the version; with one signature outstanding it comes into force', async () => {
	await page.goto(`${here}/move/agreed`);
	await page.getByText('Es fehlt ein angenommener Beschluss der Runde zu dieser Fassung.').first().waitFor();
	await decide('de-weekend', 'Übergabe am Wochenende');
	await page.goto(`${here}/move/agreed`);
	await page.getByRole('button', { name: 'Beschluss festhalten' }).click();
	await page.waitForURL((url) => url.pathname === here);
	await page.goto(`${here}/signatures`);
	await page.getByLabel('Stelle').selectOption({ label: 'Kreisjugendamt Birkenfurt-Seetal' });
	await page.getByLabel('Unterzeichnet am').fill(today);
	await page.getByLabel('Wer, in welcher Funktion').fill('Amtsleitung');
	await page.getByRole('button', { name: 'Unterschrift eintragen' }).click();
	await page.getByText('Amtsleitung').waitFor();
	await page.goto(`${here}/move/in_force`);
	await page.getByText('Eine Unterschrift steht aus.').waitFor();
	await page.getByLabel('In Kraft ab').fill(today);
	await page.getByLabel('Nächste Überprüfung bis').fill(addDays(today, 365));
	await page.getByRole('button', { name: 'In Kraft setzen' }).click();
	await page.waitForURL((url) => url.pathname === here);
	await page.getByText('Unterschrift steht aus: JA Stadt').waitFor();
	expect(await page.locator('.facts').first().innerText()).toContain('1 von 2 Stellen');
});

test('the review begins a new draft; the difference is shown word by word', async () => {
	await decide('de-weekend-review', 'Überprüfung der Übergabe');
	await page.goto(`${here}/review/new`);
	await page.getByLabel('Entwicklungen').fill('Mehr Übergaben.');
	await page.getByLabel('Herausforderungen').fill('Nachts.');
	await page.getByLabel('Qualität').fill('Rückrufe binnen einer Stunde.');
	await page.getByLabel('Überarbeiten').check();
	await page.getByLabel('Beschluss der Runde').selectOption('de-weekend-review');
	await page.getByLabel('Bezeichnung der neuen Fassung').fill('1.1-Entwurf');
	await page.getByRole('button', { name: 'Überprüfung eintragen' }).click();
	await page.waitForURL((url) => url.pathname === `${here}/review`);
	await write('participation', 'Beteiligung', 'Der junge Mensch wird vorher gefragt.');
	await page.goto(`${here}/versions/compare`);
	expect(await page.locator('ins').innerText()).toContain('vorher');
});

test('every page of it is free of barriers, wide and narrow, light and dark', async () => {
	const pages = [
		...['', '/edit/scope', '/edit/aims', '/edit/parties', '/steps', '/steps/new', '/contacts', '/contacts/new'],
		...['/consultation', '/versions', '/versions/compare', '/signatures', '/signatures/sheet', '/review'],
		...['/review/new', '/move/consultation', '/move/repealed']
	].map((path) => here + path);
	for (const [viewport, colorScheme] of [
		[WIDE, 'light'],
		[NARROW, 'dark']
	] as const) {
		await page.setViewportSize(viewport);
		await page.emulateMedia({ colorScheme });
		for (const path of ['/standards', '/standards/new', ...pages]) {
			expect((await page.goto(path))?.status(), path).toBe(200);
			await expectNoBarriers(page, `${path} ${colorScheme}`);
			await expectNoSidewaysScroll(page, path);
		}
	}
	expect(complaints).toEqual([]);
}, 300_000);
