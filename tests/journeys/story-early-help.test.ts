import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { logIn, look } from '../support/browser.ts';
import { addStep, decide, move, nameParties, writeSection } from '../support/standardStory.ts';
import { Story } from '../support/story.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const ADMINISTRATOR = 'irmgard.weissbach@auental.example.org';
const SOCIAL_EMAIL = 'ruth.adebayo@auental.example.org';
const OFFICE = 'Jugendamt Auental';
const EARLY_HELP = 'Frühe Hilfen Auental';
const SOCIAL = 'Allgemeiner Sozialer Dienst Auental';
const CLINIC = 'Geburtsklinik Auental';
/** In lists to choose from, a department says whose it is. */
const inHouse = (name: string) => `${name} (JA Auental)`;
const TITLE = 'Übergang von den Frühen Hilfen zum Sozialen Dienst';

let story: Story;
/** Runs the product and organizes. */
let page: Page;
/** Of the early help. */
let tomke: Page;
/** Of the general social service. */
let ruth: Page;
let circle = '';
let standard = '';

const main = (of = page) => of.locator('main');
const says = (text: string | RegExp, of = page) => main(of).getByText(text).first().waitFor();
const pathOf = (of: Page) => new URL(of.url()).pathname;

beforeAll(async () => {
	story = await Story.begin();
	page = await story.setUp('Irmgard Weißbach', ADMINISTRATOR);
});

afterAll(() => story.end());

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
	await page.getByLabel('Organisation', { exact: true }).selectOption({ label: inHouse(organisation) });
	await page.getByRole('button', { name: 'Eintragen' }).click();
	await page.waitForURL(/done=added/);
}

test('from an empty product: a youth office, its two departments, a clinic, and who works there', async () => {
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
	await look(page, 'department');

	// One level of departments, and the sentence says what to do.
	await page.goto(office);
	await look(page, 'office');
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
	await look(page, 'organisations');
	await addPerson('Tomke', 'Feddersen', EARLY_HELP);
	await addPerson('Ruth', 'Adebayo', SOCIAL);
	const email = 'tomke.feddersen@auental.example.org';
	tomke = await story.invite(page, 'Tomke Feddersen', email, inHouse(EARLY_HELP));
	ruth = await story.invite(page, 'Ruth Adebayo', SOCIAL_EMAIL, inHouse(SOCIAL));
});

test('both departments write their profile, one without a script; a clinic has none yet', async () => {
	await tomke.goto('/account');
	await tomke.getByRole('link', { name: 'Steckbrief meiner Organisation' }).click();
	await says(`${EARLY_HELP} hat noch keinen Steckbrief.`, tomke);
	await tomke.getByRole('link', { name: 'Steckbrief schreiben' }).click();
	await tomke.getByRole('button', { name: 'Speichern' }).click();
	await tomke.getByRole('alert').getByText('Füllen Sie wenigstens eines der Felder aus.').waitFor();
	await tomke.getByLabel('Auftrag').fill('Familien mit Kindern bis drei Jahre früh unterstützen.');
	await tomke.getByLabel('Ziel').fill('Eltern fühlen sich sicher mit ihrem Kind.');
	await tomke.getByLabel('Leistungen').fill('Besuche durch Familienhebammen\nElterncafé\nLotsendienst in der Klinik');
	await tomke.getByLabel('Was wir nicht leisten können').fill('Wir gewähren keine Hilfen zur Erziehung.');
	await tomke.getByLabel('Rechtsgrundlage').fill('§ 16 SGB VIII, § 3 KKG');
	await look(tomke, 'profile-edit');
	await tomke.getByRole('button', { name: 'Speichern' }).click();
	await says('Der Steckbrief ist gespeichert.', tomke);
	await says(/^Zuletzt geändert am .* von Tomke Feddersen$/, tomke);
	await look(tomke, 'profile');

	const plain = await story.visitor({ javaScriptEnabled: false });
	await logIn(plain, SOCIAL_EMAIL);
	const other = new URL(tomke.url()).pathname;
	await plain.goto(other);
	await says('Wir gewähren keine Hilfen zur Erziehung.', plain);
	expect(await plain.getByRole('link', { name: 'Steckbrief ändern' }).count()).toBe(0);
	expect((await plain.goto(`${other}/edit`))?.status()).toBe(404);
	await plain.goto('/account');
	await plain.getByRole('link', { name: 'Steckbrief meiner Organisation' }).click();
	await plain.getByRole('link', { name: 'Steckbrief schreiben' }).click();
	await plain.getByLabel('Auftrag').fill('Familien beraten, Hilfen planen, Kinder schützen.');
	await plain.getByLabel('Ziel').fill('Kinder wachsen sicher auf.');
	await plain.getByLabel('Leistungen').fill('Hilfeplanung\nSchutz bei Gefährdung');
	await plain.getByLabel('Rechtsgrundlage').fill('§§ 8a, 27, 36 SGB VIII');
	await plain.getByRole('button', { name: 'Speichern' }).click();
	await says(/^Zuletzt geändert am .* von Ruth Adebayo$/, plain);

	// The same answers side by side, chosen without a script, by an address that can be passed on.
	await plain.getByRole('link', { name: 'Mit anderen nebeneinander' }).click();
	await says('Wählen Sie mindestens zwei Organisationen.', plain);
	await plain.getByLabel('2. Organisation').selectOption({ label: `${EARLY_HELP} (JA Auental)` });
	await plain.getByLabel('3. Organisation').selectOption({ label: CLINIC });
	await plain.getByRole('button', { name: 'Nebeneinander zeigen' }).click();
	await says(`${CLINIC} hat noch keinen Steckbrief.`, plain);
	await says(`Schreiben kann ihn ein Zugang von ${CLINIC}`, plain);
	const limits = main(plain).locator('section', { has: plain.getByRole('heading', { name: /nicht leisten/ }) });
	expect((await limits.innerText()).replace(/\s+/g, ' ')).toContain('Wir gewähren keine Hilfen zur Erziehung.');
	await page.goto(new URL(plain.url()).pathname + new URL(plain.url()).search);
	await main()
		.getByRole('link', { name: new RegExp(`^Steckbrief schreiben.*${CLINIC}`) })
		.waitFor();
	await look(page, 'profiles-side');
	await plain.context().close();
});

test('a circle with seats of both departments sets up a working group of theirs', async () => {
	circle = await story.foundCircle(page, 'Netzwerk frühe Kindheit Auental', 'Runder Tisch');
	await page.goto(`${circle}/seats`);
	for (const [label, name] of [
		[inHouse(EARLY_HELP), EARLY_HELP],
		[inHouse(SOCIAL), SOCIAL],
		[CLINIC, CLINIC]
	] as const) {
		await page.locator('#new [name=organisationId]').selectOption({ label });
		await page.getByRole('button', { name: 'Sitz hinzufügen' }).click();
		await main().getByRole('heading', { level: 3, name }).waitFor();
	}
	await says('3 Organisationen sind stimmberechtigt.');
	await look(page, 'department-seats');
	await main().getByRole('link', { name: 'Steckbriefe der Mitglieder nebeneinander' }).click();
	await main().getByRole('heading', { level: 2, name: 'Was wir nicht leisten können' }).waitFor();
	await look(page, 'profiles-circle');

	await page.goto(`${circle}/groups/new`);
	await page.locator('[name=name]').fill('AG Übergänge');
	await page.locator('[name=text]').fill('Den Übergang zwischen den beiden Fachdiensten regeln.');
	await page.locator('[name=reportDueOn]').fill(story.day(90));
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

test('the working group drafts the transition: parties, steps from one to the other, everybody is asked', async () => {
	await page.goto(`/standards/new?circle=${circle.split('/').at(-1)}`);
	await page.getByLabel('Titel').fill(TITLE);
	await page.getByLabel('Wer schreibt den Entwurf?').selectOption({ label: 'AG Übergänge' });
	await page.getByRole('button', { name: 'Entwurf anlegen' }).click();
	await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
	standard = pathOf(page);
	// With somebody to write it, it is a draft at once.
	await main().getByText('Entwurf').first().waitFor();

	// A member of the working group writes: of the department, not of the whole.
	await writeSection(tomke, standard, 'scope', { Zielgruppe: 'Familien mit Kindern bis drei Jahre' });
	await writeSection(tomke, standard, 'participation', { Beteiligung: 'Die Eltern sind beim Gespräch dabei.' });
	await writeSection(tomke, standard, 'dataProtection', { Datenschutz: 'Nur, was die Eltern mittragen.' });
	await nameParties(tomke, standard, { [EARLY_HELP]: 'Netzwerkkoordination', [SOCIAL]: 'Leitung des ASD' }, false);
	for (const [title, responsible, involved] of [
		['Bedarf mit den Eltern besprechen', EARLY_HELP, []],
		['Gemeinsames Übergabegespräch', EARLY_HELP, [SOCIAL]],
		['Hilfeplanung beginnen', SOCIAL, [EARLY_HELP]]
	] as const)
		await addStep(tomke, standard, { title, phase: 'Im Fall', responsible, involved });
	await tomke.goto(standard);
	await main(tomke).getByRole('link', { name: SOCIAL }).first().click();
	await says('Kinder wachsen sicher auf.', tomke);

	await page.goto(`${standard}/move/consultation`);
	await page.getByLabel('Letzter Tag der Rückmeldung').fill(story.day(21));
	await page.getByRole('button', { name: 'Rückmeldungen einholen' }).click();
	await page.waitForURL((url) => url.pathname === standard);
	await ruth.goto(`${standard}/consultation`);
	// She is asked for her department.
	expect(await ruth.getByLabel('Für welche Stelle').locator('option:checked').innerText()).toBe(SOCIAL);
	await ruth.getByLabel('Abschnitt').selectOption({ label: 'Geltungsbereich' });
	await ruth.getByLabel('Ihre Rückmeldung').fill('Auch Schwangere gehören dazu.');
	await ruth.getByRole('button', { name: 'Rückmeldung abgeben' }).click();
	await says('Auch Schwangere gehören dazu.', ruth);
});

test('three weeks later: answered, decided by the voices of the departments, in force', async () => {
	await story.daysPass(22);
	await page.goto(`${standard}/consultation`);
	await page.locator('summary', { hasText: 'Antworten' }).click();
	await page.getByLabel('aufgenommen', { exact: true }).check();
	await page.getByLabel('Begründung für die Stelle').fill('Steht jetzt im Geltungsbereich.');
	await page.getByRole('button', { name: 'Speichern' }).click();
	await says('Antwort: aufgenommen.');
	await writeSection(page, standard, 'scope', { Zielgruppe: 'Schwangere und Familien mit Kindern bis drei Jahre' });
	await move(page, standard, 'ready_for_decision', 'Beschlussreif melden');

	await page.goto(`${standard}/move/agreed`);
	await says('Es fehlt ein angenommener Beschluss der Runde zu dieser Fassung.');
	await main()
		.getByRole('link', { name: /^Dorthin/ })
		.click();
	// The whole has no seat here: three voices, two of them of its departments.
	const voices = { 'Frühe Hilfen': 'Ja', ASD: 'Ja', Geburtsklinik: 'Ja' };
	await decide(page, 'Der Übergang gilt ab sofort.', voices);
	await says(/^Angenommen \(3 Ja, 0 Nein, 0 Enthaltungen\)/);
	await move(page, standard, 'agreed', 'Beschluss festhalten');
	await page.goto(`${standard}/move/in_force`);
	await page.getByLabel('In Kraft ab').fill(story.day());
	await page.getByLabel('Nächste Überprüfung bis').fill(story.day(365));
	await page.getByRole('button', { name: 'In Kraft setzen' }).click();
	await page.waitForURL((url) => url.pathname === standard);
	await look(page, 'department-standard');
});

test('the matrix shows the transition as governed and where the gap is left', async () => {
	await page.goto(`${circle}/matrix`);
	await look(page, 'department-matrix-kinds');
	await page.goto(`${circle}/matrix?by=organisation`);
	expect(await between('Frühe Hilfen', 'ASD')).toMatch(/Standard\s1[\s\S]*in Kraft/);
	expect(await between('Frühe Hilfen', 'Geburtsklinik')).toContain('nicht geregelt');
	await look(page, 'department-matrix');
});

test('the handbook of the circle holds the standard, on the page, as Word file and as tagged PDF', async () => {
	await page.goto(`${circle}/handbook`);
	await main()
		.getByRole('heading', { level: 2, name: `1 ${TITLE}` })
		.waitFor();
	await says('Gemeinsames Übergabegespräch');
	await look(page, 'department-handbook');
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
	expect(story.complaints.flat()).toEqual([]);
});
