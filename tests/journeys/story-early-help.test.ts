import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, berlinDay } from '#lib/time/berlin.ts';
import {
	expectNoBarriers,
	expectNoSidewaysScroll,
	logIn,
	NARROW,
	newPage,
	openBrowser,
	WIDE
} from '../support/browser.ts';
import { forget, newDatabaseFile, type Product, startProduct, startProductLater } from '../support/product.ts';

const TODAY = berlinDay(new Date().toISOString());
const DAYS = 22;
const PICTURES = process.env.PICTURES ?? '';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const PASSWORD = 'sieben leise boote im schilf';
const ADMINISTRATOR = 'irmgard.weissbach@auental.example.org';
const EARLY = { name: 'Tomke Feddersen', email: 'tomke.feddersen@auental.example.org' };
const ASD = { name: 'Ruth Adebayo', email: 'ruth.adebayo@auental.example.org' };
const OFFICE = 'Jugendamt Auental';
const EARLY_HELP = 'Frühe Hilfen Auental';
const SOCIAL = 'Allgemeiner Sozialer Dienst Auental';
const CLINIC = 'Geburtsklinik Auental';
const TITLE = 'Übergang von den Frühen Hilfen zum Sozialen Dienst';

let browser: Browser;
let product: Product;
/** Who runs the product and organizes: of the youth office as a whole. */
let page: Page;
const complaints: string[][] = [];
let circle = '';
let standard = '';

const main = (of = page) => of.locator('main');
const says = (text: string | RegExp, of = page) => main(of).getByText(text).first().waitFor();
const pathOf = (of: Page) => new URL(of.url()).pathname;

async function someone(email: string, options = {}): Promise<Page> {
	const opened = await newPage(browser, product, options);
	complaints.push(opened.complaints);
	await logIn(opened.page, email, PASSWORD);
	return opened.page;
}

beforeAll(async () => {
	product = await startProduct(newDatabaseFile('empty'));
	browser = await openBrowser();
});

afterAll(async () => {
	await browser.close();
	await product.stop();
	forget(product.databaseFile);
});

/** Wide and light, narrow and dark; with PICTURES set, drawn too. */
async function look(name: string, of = page): Promise<void> {
	for (const [size, colorScheme, say] of [
		[WIDE, 'light', '1280-light'],
		[NARROW, 'dark', '360-dark']
	] as const) {
		await of.setViewportSize(size);
		await of.emulateMedia({ colorScheme });
		await of.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
		if (PICTURES) await of.screenshot({ path: `${PICTURES}/${name}-${say}.png`, fullPage: true });
		await expectNoBarriers(of, `${name} ${say}`);
		await expectNoSidewaysScroll(of, `${name} ${say}`);
	}
	await of.setViewportSize(WIDE);
	await of.emulateMedia({ colorScheme: 'light' });
}

async function addOrganisation(name: string, shortName: string, kind = '', side = ''): Promise<string> {
	await page.getByLabel('Name', { exact: true }).fill(name);
	await page.getByLabel('Kurzname').fill(shortName);
	if (kind) await page.getByLabel('Art', { exact: true }).selectOption({ label: kind });
	if (side) await page.getByLabel('Seite der Mischung').selectOption({ label: side });
	await page.getByRole('button', { name: 'Eintragen' }).click();
	await page.waitForURL(/\/organisations\/(?!new)[a-z0-9]+\?done=added/);
	return pathOf(page);
}

async function addPerson(firstName: string, lastName: string, organisation: string): Promise<void> {
	await page.goto('/people/new');
	await page.getByLabel('Vorname').fill(firstName);
	await page.getByLabel('Nachname').fill(lastName);
	await page.getByLabel('Organisation', { exact: true }).selectOption({ label: `${organisation} (JA Auental)` });
	await page.getByRole('button', { name: 'Eintragen' }).click();
	await page.waitForURL(/done=added/);
}

/** Invites a colleague of a department, who chooses a password by the link that was handed over. */
async function invite({ name, email }: typeof ASD, organisation: string): Promise<void> {
	await page.goto('/accounts');
	const form = page.locator('form[action="?/invite"]');
	await form.getByLabel('Name', { exact: true }).fill(name);
	await form.getByLabel('E-Mail').fill(email);
	await form.getByLabel('Organisation').selectOption({ label: `${organisation} (JA Auental)` });
	await form.getByRole('button', { name: 'Einladen' }).click();
	const link = (await page.locator('code').first().innerText()).trim();
	const { page: hers, context } = await newPage(browser, product);
	await hers.goto(new URL(link).pathname);
	await hers.getByLabel('Neues Passwort').fill(PASSWORD);
	await hers.getByRole('button', { name: 'Passwort speichern' }).click();
	await hers.waitForURL((url) => !url.pathname.startsWith('/invitation'));
	await context.close();
}

test('from an empty product: a youth office, its two departments, a clinic, and who works there', async () => {
	const opened = await newPage(browser, product);
	page = opened.page;
	complaints.push(opened.complaints);
	await page.goto(product.setUpPath ?? '');
	await page.getByLabel('Name').fill('Irmgard Weißbach');
	await page.getByLabel('E-Mail').fill(ADMINISTRATOR);
	await page.getByLabel('Neues Passwort').fill(PASSWORD);
	await page.getByRole('button', { name: 'Konto anlegen' }).click();
	await page.waitForURL((url) => !url.pathname.startsWith('/setup'));

	await page.goto('/organisations/new');
	const office = await addOrganisation(OFFICE, 'JA Auental', 'Jugendamt', 'Jugendamt');
	for (const [name, shortName] of [
		[EARLY_HELP, 'Frühe Hilfen'],
		[SOCIAL, 'ASD']
	] as const) {
		await page.goto(office);
		await main().getByRole('link', { name: 'Fachdienst eintragen' }).click();
		await page.getByRole('heading', { level: 1, name: 'Organisation eintragen' }).waitFor();
		await addOrganisation(name, shortName);
		await says('gehört zu JA Auental');
		await says('Jugendamt', page);
	}
	await look('department');

	// One level of departments, and the sentence says what to do.
	await page.goto(office);
	await look('office');
	await page.goto('/organisations/new');
	await addOrganisation(CLINIC, 'Geburtsklinik', 'Klinik, Psychiatrie', 'Partner');
	await page.goto(office);
	await page.getByLabel('Teil von').selectOption({ label: CLINIC });
	await page.getByRole('button', { name: 'Änderungen speichern' }).click();
	await says(`Diese Organisation hat selbst Fachdienste: ${SOCIAL}, ${EARLY_HELP}.`);
	expect(await page.getByLabel('Teil von').locator('option:checked').innerText()).toBe(CLINIC);

	await page.goto('/organisations');
	const names = await main().locator('ul.roll > li .who').allInnerTexts();
	expect(names.map((name) => name.trim())).toEqual([CLINIC, OFFICE, SOCIAL, EARLY_HELP]);
	await look('organisations');
	await addPerson('Tomke', 'Feddersen', EARLY_HELP);
	await addPerson('Ruth', 'Adebayo', SOCIAL);
	await invite(EARLY, EARLY_HELP);
	await invite(ASD, SOCIAL);
});

test('both departments write their profile, one without a script; a clinic has none yet', async () => {
	const early = await someone(EARLY.email);
	await early.goto('/account');
	await early.getByRole('link', { name: 'Steckbrief meiner Organisation' }).click();
	await says(`${EARLY_HELP} hat noch keinen Steckbrief.`, early);
	await early.getByRole('link', { name: 'Steckbrief schreiben' }).click();
	await early.getByRole('button', { name: 'Speichern' }).click();
	await early.getByRole('alert').getByText('Füllen Sie wenigstens eines der Felder aus.').waitFor();
	await early.getByLabel('Auftrag').fill('Familien mit Kindern bis drei Jahre früh unterstützen.');
	await early.getByLabel('Ziel').fill('Eltern fühlen sich sicher mit ihrem Kind.');
	await early.getByLabel('Leistungen').fill('Besuche durch Familienhebammen\nElterncafé\nLotsendienst in der Klinik');
	await early.getByLabel('Was wir nicht leisten können').fill('Wir gewähren keine Hilfen zur Erziehung.');
	await early.getByLabel('Rechtsgrundlage').fill('§ 16 SGB VIII, § 3 KKG');
	await look('profile-edit', early);
	await early.getByRole('button', { name: 'Speichern' }).click();
	await says('Der Steckbrief ist gespeichert.', early);
	await says(/^Zuletzt geändert am .* von Tomke Feddersen$/, early);
	await look('profile', early);

	const social = await someone(ASD.email, { javaScriptEnabled: false });
	const other = new URL(early.url()).pathname;
	await social.goto(other);
	await says('Wir gewähren keine Hilfen zur Erziehung.', social);
	expect(await social.getByRole('link', { name: 'Steckbrief ändern' }).count()).toBe(0);
	expect((await social.goto(`${other}/edit`))?.status()).toBe(404);
	await social.goto('/account');
	await social.getByRole('link', { name: 'Steckbrief meiner Organisation' }).click();
	await social.getByRole('link', { name: 'Steckbrief schreiben' }).click();
	await social.getByLabel('Auftrag').fill('Familien beraten, Hilfen planen, Kinder schützen.');
	await social.getByLabel('Ziel').fill('Kinder wachsen sicher auf.');
	await social.getByLabel('Leistungen').fill('Hilfeplanung\nSchutz bei Gefährdung');
	await social.getByLabel('Rechtsgrundlage').fill('§§ 8a, 27, 36 SGB VIII');
	await social.getByRole('button', { name: 'Speichern' }).click();
	await says(/^Zuletzt geändert am .* von Ruth Adebayo$/, social);

	// The same answers side by side, chosen without a script, by an address that can be passed on.
	await social.getByRole('link', { name: 'Mit anderen nebeneinander' }).click();
	await says('Wählen Sie mindestens zwei Organisationen.', social);
	await social.getByLabel('2. Organisation').selectOption({ label: `${EARLY_HELP} (JA Auental)` });
	await social.getByLabel('3. Organisation').selectOption({ label: CLINIC });
	await social.getByRole('button', { name: 'Nebeneinander zeigen' }).click();
	await says(`${CLINIC} hat noch keinen Steckbrief.`, social);
	await says(`Schreiben kann ihn ein Zugang von ${CLINIC}`, social);
	const limits = main(social).locator('section', { has: social.getByRole('heading', { name: /nicht leisten/ }) });
	expect((await limits.innerText()).replace(/\s+/g, ' ')).toContain('Wir gewähren keine Hilfen zur Erziehung.');
	await page.goto(new URL(social.url()).pathname + new URL(social.url()).search);
	await main()
		.getByRole('link', { name: `Steckbrief schreiben: ${CLINIC}` })
		.waitFor();
	await look('profiles-side');
	await early.context().close();
	await social.context().close();
});

test('a circle with seats of both departments sets up a working group of theirs', async () => {
	await page.goto('/circles');
	await page.getByLabel('Name', { exact: true }).fill('Netzwerk frühe Kindheit Auental');
	await page.locator('[name=kind]').selectOption('round_table');
	await page.getByRole('button', { name: 'Runde anlegen' }).click();
	await page.waitForURL(/\/circles\/[a-z0-9]{12}$/);
	circle = pathOf(page);
	await page.goto(`${circle}/seats`);
	for (const label of [`${EARLY_HELP} (JA Auental)`, `${SOCIAL} (JA Auental)`, CLINIC]) {
		await page.locator('#new [name=organisationId]').selectOption({ label });
		await page.getByRole('button', { name: 'Sitz hinzufügen' }).click();
		await main()
			.getByRole('heading', { level: 3, name: label.replace(' (JA Auental)', '') })
			.waitFor();
	}
	await says('3 Organisationen sind stimmberechtigt.');
	await look('department-seats');
	await main().getByRole('link', { name: 'Steckbriefe der Mitglieder nebeneinander' }).click();
	await main().getByRole('heading', { level: 2, name: 'Was wir nicht leisten können' }).waitFor();
	await look('profiles-circle');

	await page.goto(`${circle}/groups/new`);
	await page.locator('[name=name]').fill('AG Übergänge');
	await page.locator('[name=text]').fill('Den Übergang zwischen den beiden Fachdiensten regeln.');
	await page.locator('[name=reportDueOn]').fill(addDays(TODAY, 90));
	await page.locator('#members').fill('Feddersen, Tomke · Frühe Hilfen');
	await page.locator('#members-1').fill('Adebayo, Ruth · ASD');
	await page.getByRole('button', { name: 'Kleingruppe einsetzen' }).click();
	await page.waitForURL(/\/mandate$/);
	const group = pathOf(page).replace('/mandate', '');
	await page.goto(`${group}/seats`);
	await main().getByRole('heading', { level: 3, name: EARLY_HELP }).waitFor();
	await main().getByRole('heading', { level: 3, name: SOCIAL }).waitFor();
});

/** Of two partners, by their short names: what the table of the matrix says between them. */
async function between(a: string, b: string): Promise<string> {
	const table = main().getByRole('table', { name: 'Schnittstellen' });
	const heads = (await table.locator('thead th').allInnerTexts()).map((text) => text.trim());
	const row = table.locator('tbody tr').filter({ has: page.getByRole('rowheader', { name: a, exact: true }) });
	return (
		await row
			.locator('td')
			.nth(heads.indexOf(b) - 1)
			.innerText()
	).trim();
}

test('before anything is agreed the matrix shows the gap between the departments', async () => {
	await page.goto(`${circle}/matrix?by=organisation`);
	expect(await between('Frühe Hilfen', 'ASD')).toContain('nicht geregelt');
	expect(await between('Frühe Hilfen', 'Geburtsklinik')).toContain('nicht geregelt');
});

async function write(of: Page, section: string, label: string, text: string): Promise<void> {
	await of.goto(`${standard}/edit/${section}`);
	await of.getByLabel(label).fill(text);
	await of.getByRole('button', { name: 'Speichern' }).click();
	await of.waitForURL((url) => url.pathname === standard);
}

test('the working group drafts the transition: parties, steps from one to the other, everybody is asked', async () => {
	await page.goto(`/standards/new?circle=${circle.split('/').at(-1)}`);
	await page.getByLabel('Titel').fill(TITLE);
	await page.getByLabel('Wer schreibt den Entwurf?').selectOption({ label: 'AG Übergänge' });
	await page.getByRole('button', { name: 'Entwurf anlegen' }).click();
	await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
	standard = pathOf(page);
	await page.getByRole('link', { name: 'Am Entwurf arbeiten' }).first().click();
	await page.getByRole('button', { name: 'Am Entwurf arbeiten' }).click();
	await page.waitForURL((url) => url.pathname === standard);

	// A member of the working group writes: of the department, not of the whole.
	const early = await someone(EARLY.email);
	await write(early, 'scope', 'Zielgruppe', 'Familien mit Kindern bis drei Jahre');
	await write(early, 'participation', 'Beteiligung', 'Die Eltern sind beim Übergabegespräch dabei.');
	await write(early, 'dataProtection', 'Datenschutz', 'Weitergegeben wird nur, was die Eltern mittragen.');
	await early.goto(`${standard}/edit/parties`);
	for (const name of [EARLY_HELP, SOCIAL]) await early.getByLabel(name, { exact: true }).check();
	await early.getByRole('button', { name: 'Speichern' }).click();
	await early.waitForURL((url) => url.pathname === standard);
	for (const [title, from, to] of [
		['Bedarf mit den Eltern besprechen', EARLY_HELP, ''],
		['Gemeinsames Übergabegespräch', EARLY_HELP, SOCIAL],
		['Hilfeplanung beginnen', SOCIAL, EARLY_HELP]
	] as const) {
		await early.goto(`${standard}/steps/new`);
		await early.getByLabel('Was geschieht').fill(title);
		await early.getByLabel(`Verantwortlich: ${from}`, { exact: true }).check();
		if (to) await early.getByLabel(`Beteiligt: ${to}`, { exact: true }).check();
		await early.getByRole('button', { name: 'Speichern' }).click();
		await early.waitForURL((url) => url.pathname === `${standard}/steps`);
	}
	await early.goto(standard);
	await main(early).getByRole('link', { name: SOCIAL }).first().click();
	await says('Kinder wachsen sicher auf.', early);
	await early.context().close();

	await page.goto(`${standard}/move/consultation`);
	await page.getByLabel('Letzter Tag der Rückmeldung').fill(addDays(TODAY, 21));
	await page.getByRole('button', { name: 'Rückmeldungen einholen' }).click();
	await page.waitForURL((url) => url.pathname === standard);
	const social = await someone(ASD.email);
	await social.goto(`${standard}/consultation`);
	await social.getByLabel('Abschnitt').selectOption({ label: 'Geltungsbereich' });
	await social.getByLabel('Ihre Rückmeldung').fill('Auch Schwangere gehören dazu.');
	// Whoever drafts may write down what came on paper; asked is she for her department.
	const speaksFor = social.getByLabel('Für welche Stelle');
	if ((await speaksFor.count()) > 0) expect(await speaksFor.locator('option:checked').innerText()).toBe(SOCIAL);
	await social.getByRole('button', { name: 'Rückmeldung abgeben' }).click();
	await says('Auch Schwangere gehören dazu.', social);
	await social.context().close();
});

test('three weeks later: answered, decided by the voices of the departments, in force', async () => {
	await page.context().close();
	await product.stop();
	product = await startProductLater(product.databaseFile, DAYS);
	page = await someone(ADMINISTRATOR);
	await page.goto(`${standard}/consultation`);
	await page.locator('summary', { hasText: 'Antworten' }).click();
	await page.getByLabel('aufgenommen', { exact: true }).check();
	await page.getByLabel('Begründung für die Stelle').fill('Steht jetzt im Geltungsbereich.');
	await page.getByRole('button', { name: 'Speichern' }).click();
	await says('Antwort: aufgenommen.');
	await write(page, 'scope', 'Zielgruppe', 'Schwangere und Familien mit Kindern bis drei Jahre');
	await page.goto(`${standard}/move/ready_for_decision`);
	await page.getByRole('button', { name: 'Beschlussreif melden' }).click();
	await page.waitForURL((url) => url.pathname === standard);

	await page.goto(`${standard}/move/agreed`);
	await says('Es fehlt ein angenommener Beschluss der Runde zu dieser Fassung.');
	await main()
		.getByRole('link', { name: /^Dorthin/ })
		.click();
	await page.getByLabel('Wortlaut des Beschlusses').fill('Der Übergang gilt ab sofort.');
	await page.getByRole('button', { name: 'Zur Entscheidung stellen' }).click();
	await page.waitForURL(/\/decisions\/(?!new)[^/]+$/);
	// The whole has no seat here: three voices, two of them of its departments.
	expect(await page.getByLabel(/^Stimme von/).count()).toBe(3);
	for (const name of ['Frühe Hilfen', 'ASD', 'Geburtsklinik'])
		await page.getByLabel(`Stimme von ${name}`, { exact: true }).selectOption({ label: 'Ja' });
	await page.getByRole('button', { name: 'Stimmen sichern' }).click();
	await says(/^Angenommen \(3 Ja/);
	await page.getByRole('button', { name: 'Endgültig festhalten' }).click();
	await page.getByRole('button', { name: 'Endgültig festhalten' }).waitFor({ state: 'detached' });

	await page.goto(`${standard}/move/agreed`);
	await page.getByRole('button', { name: 'Beschluss festhalten' }).click();
	await page.waitForURL((url) => url.pathname === standard);
	await page.goto(`${standard}/move/in_force`);
	await page.getByLabel('In Kraft ab').fill(addDays(TODAY, DAYS));
	await page.getByLabel('Nächste Überprüfung bis').fill(addDays(TODAY, DAYS + 365));
	await page.getByRole('button', { name: 'In Kraft setzen' }).click();
	await page.waitForURL((url) => url.pathname === standard);
	await look('department-standard');
});

test('the matrix shows the transition as governed and where the gap is left', async () => {
	await page.goto(`${circle}/matrix`);
	await look('department-matrix-kinds');
	await page.goto(`${circle}/matrix?by=organisation`);
	expect(await between('Frühe Hilfen', 'ASD')).toMatch(/Nr\.\s*1[\s\S]*in Kraft/);
	expect(await between('Frühe Hilfen', 'Geburtsklinik')).toContain('nicht geregelt');
	await look('department-matrix');
});

test('the handbook of the circle holds the standard, on the page, as Word file and as tagged PDF', async () => {
	await page.goto(`${circle}/handbook`);
	await main()
		.getByRole('heading', { level: 2, name: `1 ${TITLE}` })
		.waitFor();
	await says('Gemeinsames Übergabegespräch');
	await look('department-handbook');
	for (const [link, type, begins] of [
		['Als Word-Datei', WORD, 'PK'],
		['Als PDF', 'application/pdf', '%PDF']
	] as const) {
		const href = await main().getByRole('link', { name: link }).getAttribute('href');
		const answer = await page.request.get(href ?? '');
		expect(answer.headers()['content-type']).toBe(type);
		expect(answer.headers()['content-disposition']).toContain('filename="Handbuch');
		const file = await answer.body();
		expect(file.subarray(0, begins.length).toString('latin1')).toBe(begins);
		expect(file.length).toBeGreaterThan(5000);
	}
	expect(complaints.flat()).toEqual([]);
});
