import type { Page } from 'playwright-core';
import { look } from '../support/browser.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainDay } from '#lib/time/wording.ts';
import {
	addStep,
	addStepByKeyboard,
	beginStandard,
	decide,
	move,
	nameParties,
	recordSignature,
	signed,
	type Step,
	tabTo,
	typeDay,
	writeSection
} from '../support/standardStory.ts';
import { Story } from '../support/story.ts';

const OFFICE = 'Kreisjugendamt Auenried';
const CLINIC = 'Klinik für Kinder- und Jugendpsychiatrie Auenried';
const HOMES = 'Wohngruppen Mühlbach gGmbH';
const PILOT = 'Ambulante Hilfen Lotse e. V.';
const LATER = 'Tagesgruppe Sonnenhang gGmbH';
const SIGNERS = {
	[OFFICE]: 'Amtsleitung',
	[CLINIC]: 'Oberärztliche Leitung',
	[HOMES]: 'Geschäftsführung Wohngruppen',
	[PILOT]: 'Vorstand Lotse'
};
const ALL_YES = { [OFFICE]: 'Ja', [CLINIC]: 'Ja', [HOMES]: 'Ja', [PILOT]: 'Ja' };
const TITLE = 'Akute Krise: der gemeinsame Weg in die Klinik und zurück';

const PEOPLE = [
	['Vorname', 'Nachname', 'Organisation', 'Funktion', 'E-Mail'],
	['Mareike', 'Thoms', OFFICE, 'Sachgebietsleitung ASD', 'mareike.thoms@kja-auenried.example.org'],
	['Pavel', 'Brandl', OFFICE, 'Rufbereitschaft', 'pavel.brandl@kja-auenried.example.org'],
	['Ines', 'Okafor', CLINIC, 'Oberärztin', 'ines.okafor@kjp-auenried.example.org'],
	['Tilo', 'Renz', CLINIC, 'Sozialdienst', 'tilo.renz@kjp-auenried.example.org'],
	['Sofia', 'Marquardt', HOMES, 'Bereichsleitung', 'sofia.marquardt@muehlbach.example.org'],
	['Emre', 'Sahin', PILOT, 'Teamleitung', 'emre.sahin@lotse-auenried.example.org'],
	['Gesa', 'Wulf', LATER, 'Leitung', 'gesa.wulf@sonnenhang.example.org']
];

const STEPS: Step[] = [
	{ title: 'Krisenplan schreiben', phase: 'Vorher', responsible: 'Freier Träger', involved: ['Junger Mensch'] },
	{
		...{ title: 'Mit Träger und gesetzlicher Vertretung absprechen', phase: 'Im Fall', letter: 'A' },
		...{ responsible: 'Jugendamt', involved: ['Freier Träger', 'Gesetzliche Vertretung'] }
	},
	{
		...{ title: 'Rettungsdienst alarmieren: 112', phase: 'Im Fall', letter: 'A' },
		...{ responsible: 'Freier Träger', involved: ['Rettungsdienst'] }
	},
	{
		...{ title: 'Klinik über die Aufnahme informieren', phase: 'Im Fall', letter: 'A' },
		...{ responsible: 'Freier Träger', involved: ['Klinik'] }
	},
	{
		...{ title: 'Klinik in die Hilfeplanung einbeziehen', phase: 'Danach', responsible: 'Jugendamt' },
		involved: ['Klinik', 'Freier Träger', 'Gesetzliche Vertretung', 'Junger Mensch']
	}
];

let story: Story;
/** Leads the youth office's field of work. */
let mareike: Page;
/** Senior physician of the clinic. */
let ines: Page;
let circle = '';
let agreement = '';

beforeAll(async () => {
	story = await Story.begin();
	mareike = await story.setUp('Mareike Thoms', 'mareike.thoms@kja-auenried.example.org');
});

afterAll(() => story.end());

const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

test('an empty product gets its people from a list, and a round table of clinic, youth office and providers', async () => {
	await story.importList(mareike, PEOPLE);
	await story.belongTo(mareike, OFFICE);
	circle = await story.foundCircle(mareike, 'Runder Tisch Jugendhilfe und Psychiatrie', 'Runder Tisch');
	await story.seat(mareike, circle, [CLINIC, HOMES, PILOT]);
	await says(mareike, '4 Organisationen sind stimmberechtigt.');
	ines = await story.invite(mareike, 'Ines Okafor', 'ines.okafor@kjp-auenried.example.org', CLINIC);
	await ines.goto(circle);
	await ines.getByRole('heading', { level: 1, name: 'Runder Tisch Jugendhilfe und Psychiatrie' }).waitFor();
});

test('the agreement is written: three phases, three steps at once, one of them by keyboard alone', async () => {
	agreement = await beginStandard(mareike, circle, TITLE, 'Kooperationsvereinbarung');
	await nameParties(mareike, agreement, SIGNERS, true);
	await writeSection(mareike, agreement, 'preamble', {
		'Gemeinsame Haltung': 'Nur enge und verbindliche Zusammenarbeit hilft jungen Menschen in der Krise.'
	});
	await writeSection(mareike, agreement, 'scope', {
		Region: 'Landkreis Auenried',
		'Wann er gilt': 'Eine Gefahr für sich oder andere besteht, und eine kurze Aufnahme in der Klinik erscheint nötig.'
	});
	await writeSection(mareike, agreement, 'participation', {
		Beteiligung: 'Der Krisenplan entsteht mit dem jungen Menschen.'
	});
	await writeSection(mareike, agreement, 'dataProtection', {
		Datenschutz: 'Mitgeteilt wird, was die Aufnahme braucht.'
	});
	await mareike.goto(`${agreement}/edit/duration`);
	await mareike.getByLabel('In Kraft auch mit ausstehenden Unterschriften').check();
	await mareike.getByRole('button', { name: 'Speichern' }).click();
	await mareike.waitForURL((url) => url.pathname === agreement);
	const [first, ...others] = STEPS;
	if (first) await addStep(mareike, agreement, first);
	const last = others.pop();
	for (const step of others) await addStep(mareike, agreement, step);
	if (last) await addStepByKeyboard(mareike, agreement, last);
	await says(mareike, '5 · Klinik in die Hilfeplanung einbeziehen');
	await look(mareike, 'crisis-steps');
});

async function addContact(
	organisation: string,
	job: string,
	phone: string,
	when: string,
	step?: string
): Promise<void> {
	await mareike.goto(`${agreement}/contacts/new`);
	await mareike.getByLabel('Stelle').selectOption({ label: organisation });
	await mareike.getByLabel('Funktion').fill(job);
	await mareike.getByLabel('Telefon').fill(phone);
	await mareike.getByLabel('Erreichbar').fill(when);
	if (step) await mareike.getByLabel('Für welchen Schritt').selectOption({ label: step });
	await mareike.getByRole('button', { name: 'Speichern' }).click();
	await mareike.waitForURL((url) => url.pathname === `${agreement}/contacts`);
}

test('whom to call is written down, and the whole way stands on one page', async () => {
	await addContact(OFFICE, 'Rufbereitschaft', '07123 555-200', 'Tag und Nacht');
	await addContact(
		CLINIC,
		'Aufnahmedienst',
		'07123 555-110',
		'Tag und Nacht',
		'4 · Klinik über die Aufnahme informieren'
	);
	await mareike.goto(`${agreement}/procedure`);
	await says(mareike, 'Bitte noch nicht danach arbeiten');
	const atOnce = mareike.locator('li.start', { hasText: 'Zeitgleich: 3 Schritte beginnen zusammen' });
	expect(await atOnce.locator('ol.fork > li > b').allInnerTexts()).toEqual(STEPS.slice(1, 4).map(({ title }) => title));
	const numbers = mareike.locator('main a[href^="tel:"]');
	expect(await numbers.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
		...['tel:112', 'tel:07123555110', 'tel:07123555200']
	]);
	expect(await mareike.locator('svg.qr title').textContent()).toContain(
		`${story.product.origin}${agreement}/procedure`
	);
	await look(mareike, 'crisis-draft-procedure');
});

test('consultation, then the round table decides by its rule', async () => {
	await move(mareike, agreement, 'consultation', 'Rückmeldungen einholen');
	await ines.goto(`${agreement}/consultation`);
	await ines.getByLabel('Abschnitt').selectOption({ label: 'Ablauf in Schritten' });
	await ines.getByLabel('Ihre Rückmeldung').fill('Bitte vor der Fahrt anrufen, nicht erst an der Tür.');
	await ines.getByRole('button', { name: 'Rückmeldung abgeben' }).click();
	await says(ines, 'Bitte vor der Fahrt anrufen');
	await mareike.goto(`${agreement}/consultation`);
	await mareike.locator('summary', { hasText: 'Antworten' }).click();
	await mareike.getByLabel('aufgenommen', { exact: true }).check();
	await mareike.getByLabel('Begründung für die Stelle').fill('Steht so in Schritt 4.');
	await mareike.getByRole('button', { name: 'Speichern' }).click();
	await says(mareike, 'Antwort: aufgenommen.');

	await story.daysPass(22);
	await move(mareike, agreement, 'ready_for_decision', 'Beschlussreif melden');
	await mareike.getByRole('link', { name: /^Dorthin ?: Es fehlt ein angenommener Beschluss/ }).click();
	await mareike.waitForURL(/\/decisions\/new/);
	await decide(mareike, 'Die Vereinbarung gilt in der vorliegenden Fassung.', ALL_YES);
	await says(mareike, 'Angenommen (4 Ja, 0 Nein, 0 Enthaltungen)');
	await move(mareike, agreement, 'agreed', 'Beschluss festhalten');
});

test('in force at once, while one signature is outstanding and shown as such', async () => {
	await mareike.goto(`${agreement}/signatures`);
	for (const [name, who] of Object.entries(SIGNERS).slice(0, 3)) await recordSignature(mareike, name, story.day(), who);
	await mareike.goto(`${agreement}/move/in_force`);
	await says(mareike, 'Eine Unterschrift steht aus.');
	await mareike.getByLabel('In Kraft ab').fill(story.day());
	await mareike.getByLabel('Nächste Überprüfung bis').fill(story.day(180));
	await mareike.getByRole('button', { name: 'In Kraft setzen' }).click();
	await mareike.waitForURL((url) => url.pathname === agreement);
	for (const page of [mareike, ines]) {
		await page.goto(agreement);
		await says(page, `Unterschrift steht aus: ${PILOT}`);
		const facts = await page.locator('.facts').first().innerText();
		expect(facts).toContain('3 von 4 Stellen');
		expect(facts).toContain(`seit ${plainDay(story.day())}, Fassung`);
	}
	await look(ines, 'crisis-in-force');
	await ines.goto(`${agreement}/procedure`);
	expect(await ines.locator('main').innerText()).not.toContain('Bitte noch nicht danach arbeiten');
	const pdf = await ines.pdf({ preferCSSPageSize: true });
	expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
});

test('the fourth signs on paper a week later, another provider joins: by keyboard alone', async () => {
	await story.daysPass(7);
	await mareike.goto(`${agreement}/signatures`);
	const form = mareike.locator('form[action="?/sign"]');
	await tabTo(mareike, form.getByLabel('Stelle'));
	await mareike.keyboard.type('Ambulante');
	await tabTo(mareike, form.getByLabel('Unterzeichnet am'));
	await typeDay(mareike, form.getByLabel('Unterzeichnet am'), story.day());
	await tabTo(mareike, form.getByLabel('Wer, in welcher Funktion'));
	await mareike.keyboard.type('Vorstand Lotse');
	await tabTo(mareike, form.getByRole('button', { name: 'Unterschrift eintragen' }));
	await mareike.keyboard.press('Enter');
	await signed(mareike, PILOT);
	await recordSignature(mareike, LATER, story.day(), 'Leitung der Tagesgruppe');
	await look(mareike, 'crisis-signatures');
	await mareike.goto(agreement);
	expect(await mareike.locator('.facts').first().innerText()).toContain('5 von 5 Stellen');
});

test('half a year later the round table reviews it and renews it by a decision', async () => {
	await story.daysPass(175);
	await mareike.goto(circle);
	await look(mareike, 'crisis-circle-review-due');
	await mareike.goto(`${agreement}/review/new`);
	await mareike.getByRole('link', { name: /In der Runde stellen/ }).click();
	await decide(mareike, 'Die Vereinbarung gilt unverändert weiter.', ALL_YES);
	await mareike.goto(`${agreement}/review/new`);
	await mareike.getByLabel('Entwicklungen').fill('Elf Krisen, neun davon mit Krisenplan.');
	await mareike.getByLabel('Herausforderungen').fill('Am Wochenende fehlt der Rückruf.');
	await mareike.getByLabel('Qualität').fill('Die Klinik weiß vor der Ankunft, wer kommt.');
	for (const name of [OFFICE, CLINIC, HOMES])
		await mareike.getByLabel(name, { exact: false }).first().selectOption({ label: 'bewährt sich' });
	await mareike.getByLabel(`In einem Satz: ${CLINIC}`).fill('Die Anrufe vorab helfen der Aufnahme.');
	await mareike.getByLabel('Bestätigen').check();
	await mareike.getByLabel('Beschluss der Runde').selectOption({ index: 1 });
	await mareike.getByLabel('Nächste Überprüfung bis').fill(story.day(365));
	await mareike.getByRole('button', { name: 'Überprüfung eintragen' }).click();
	await mareike.waitForURL((url) => url.pathname === `${agreement}/review`);
	await ines.goto(`${agreement}/review`);
	for (const text of ['Bestätigen', 'Elf Krisen', `${CLINIC}: bewährt sich`, 'Die Anrufe vorab'])
		await says(ines, text);
	await says(ines, `Nächste Überprüfung bis ${plainDay(story.day(365))}.`);
	await look(ines, 'crisis-review');
	// The decision has done its work: no second review and no other version rests on it.
	await mareike.goto(`${agreement}/review/new`);
	expect(await mareike.getByLabel('Beschluss der Runde').locator('option').count()).toBe(1);
	expect(story.complaints.flat()).toEqual([]);
});
