import type { Page } from 'playwright-core';
import { look } from '../support/browser.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
	addItem,
	addWorkshop,
	createOccasion,
	mixAndRelease,
	openRegistration,
	writeFindings
} from '../support/gatheringStory.ts';
import { addStep, decide, move, nameParties, writeSection } from '../support/standardStory.ts';
import { Story } from '../support/story.ts';

const DISTRICT = 'Kreisjugendamt Wiesenbach';
const CITY = 'Stadtjugendamt Wiesenbach';
const KOMPASS = 'Kompass Familienhilfen gGmbH';
const BRIDGE = 'Brückenschlag e. V.';
const PROVIDERS = [
	...[KOMPASS, BRIDGE, 'Lichtblick Jugendhilfe gGmbH', 'Wohngruppen Eichenhof', 'Tagesgruppe Mosaik'],
	'Pflegekinderdienst Weidenkorb'
];
const HOUSES = [DISTRICT, CITY, ...PROVIDERS, 'Suchtberatung am Wehr'];
const LAST = ['Albers', 'Bruns', 'Cremer', 'Demir', 'Engel', 'Friese', 'Gruber', 'Hansen', 'Ilic'];
const FIRST = ['Anja', 'Bastian', 'Carla', 'Deniz', 'Elke'];
const THEMES = [
	...['Fallanfrage', 'Kindeswohlgefährdung', 'Kontrollauftrag', 'Sucht und psychische Krankheiten'],
	'Mangelnde Mitwirkung'
];
const PROPOSAL = 'Ein gemeinsamer Bogen für die Fallanfrage, mit Antwort binnen drei Tagen';
const SECOND = 'Gemeinsame Fortbildung zum Kontrollauftrag';
const GROUP = 'Kleingruppe Fallanfrage';

let story: Story;
/** Leads the field of work in the district's youth office. */
let carla: Page;
/** Leads a provider. */
let deniz: Page;
let circle = '';
let day = '';
let meeting = '';
let standard = '';

const mail = (first: string, last: string) => `${first}.${last}@wiesenbach.example.org`.toLowerCase();
/** One line per person: the leaders alone, or everybody. */
const people = (firsts: readonly string[]) => [
	['Vorname', 'Nachname', 'Organisation', 'Funktion', 'E-Mail'],
	...HOUSES.flatMap((house, i) =>
		firsts.map((first) => [
			first,
			LAST[i] ?? '',
			house,
			first === 'Anja' ? 'Leitung' : 'Fachkraft',
			mail(first, LAST[i] ?? '')
		])
	)
];
const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

beforeAll(async () => {
	story = await Story.begin();
	carla = await story.setUp('Carla Niemann', 'carla.niemann@wiesenbach.example.org');
});

afterAll(() => story.end());

test('a Trägertreffen of one district leaves a topic, and makes a Fachtag of two youth offices of it', async () => {
	await story.importList(carla, people(['Anja']));
	await story.belongTo(carla, DISTRICT);
	circle = await story.foundCircle(carla, 'Trägertreffen Wiesenbach', 'Trägertreffen');
	await story.seat(carla, circle, [CITY, ...PROVIDERS]);
	day = await createOccasion(carla, circle, {
		...{ kind: 'Fachtag', title: 'Heute schon kooperiert?', day: story.day(30), hosts: [CITY] }
	});
	await addItem(carla, day, 'Workshops', 'Fünf Workshops', '10:30');
	for (const theme of THEMES) await addWorkshop(carla, day, theme);
	deniz = await story.invite(carla, 'Anja Cremer', mail('Anja', 'Cremer'), KOMPASS);
});

async function registerByLink(link: string, last: string, wish: number): Promise<void> {
	const page = await story.visitor();
	await page.goto(link);
	await page.getByLabel('Vorname').fill('Frauke');
	await page.getByLabel('Nachname').fill(last);
	await page.getByLabel('Organisation', { exact: true }).selectOption({ label: BRIDGE });
	await page.getByLabel('Aufgabe oder Funktion').fill('Fachkraft');
	await page.getByLabel('E-Mail').fill(mail('frauke', last));
	// The radios of the ballot lie under their labels.
	await page
		.getByRole('radio', { name: /^1\. Wunsch/ })
		.nth(wish)
		.check({ force: true });
	await page.getByRole('button', { name: 'Verbindlich anmelden' }).click();
	await page.waitForURL(/\/sent/);
	await page.context().close();
}

test('45 come by list, two by the link with a wish; mixed groups are proposed and released', async () => {
	await story.importList(carla, people(FIRST), day.split('/').at(-1));
	const link = await openRegistration(carla, day, story.day(), story.day(20));
	await registerByLink(link, 'Jansen', 0);
	await registerByLink(link, 'Krüger', 3);
	await carla.goto(`${day}/registrations`);
	await says(carla, /\b47\b/);
	await mixAndRelease(carla, day);
	await look(carla, 'day-groups-released');
});

test('on the day the workshops write down what succeeds, what challenges, what each side needs, what they propose', async () => {
	await story.daysPass(30);
	await carla.goto(`${day}/results`);
	await carla.getByRole('link', { name: 'Fallanfrage' }).first().click();
	await writeFindings(carla, [
		{ kind: 'Was gelingt', text: 'Kurze Wege am Telefon' },
		{ kind: 'Herausforderungen', text: 'Anfragen kommen ohne Auftrag' },
		{ kind: 'Erwartungen und Bedarfe', side: 'Jugendamt', text: 'Eine Antwort, auch wenn kein Platz frei ist' },
		{ kind: 'Erwartungen und Bedarfe', side: 'Träger', text: 'Ein klarer Auftrag vor dem ersten Gespräch' },
		{ kind: 'Vorschläge', text: PROPOSAL, dots: 14 }
	]);
	await carla.goto(`${day}/results`);
	const control = carla.locator('li[id^=workshop-]').filter({ hasText: 'Kontrollauftrag' });
	await control.getByRole('button', { name: /^Link ohne Anmeldung anlegen/ }).click();
	const address = await control.getByLabel('Link zum Mitschreiben').inputValue();
	const taker = await story.visitor();
	await taker.goto(new URL(address).pathname);
	await writeFindings(taker, [
		{ kind: 'Haltungen', text: 'Kontrolle gehört offen angesprochen' },
		{ kind: 'Vorschläge', text: SECOND, dots: 9 }
	]);
	await taker.context().close();
});

test('the results pack goes into the agenda of the Trägertreffen fifteen days later', async () => {
	meeting = await createOccasion(carla, circle, {
		...{ kind: 'Trägertreffen', title: 'Herbsttreffen der Träger', day: story.day(15), hosts: [CITY] }
	});
	await carla.goto(`${day}/pack`);
	const proposals = carla.getByRole('table', { name: 'Vorschläge nach Punkten' });
	expect(await proposals.locator('tbody td.n').allInnerTexts()).toEqual(['14', '9']);
	await carla.getByRole('button', { name: 'Punkt ins Programm legen' }).click();
	await says(carla, 'Der Punkt steht im Programm.');
	await look(carla, 'day-pack');
	await deniz.goto(`${day}/pack`);
	await says(deniz, PROPOSAL);
});

test('there the minutes are written and the circle decides by its rule', async () => {
	await story.daysPass(15);
	await carla.goto(`${meeting}/minutes`);
	await carla.getByRole('button', { name: 'Protokoll beginnen' }).click();
	const item = carla.locator('.items > li').filter({ hasText: 'Ergebnisse des Fachtags „Heute schon kooperiert?“' });
	await item.waitFor();
	await carla.goto(`${meeting}/minutes/edit`);
	const fields = carla.locator('fieldset.chapter').nth(1);
	await fields.getByLabel('Sachstand').fill('Zwei Vorschläge haben die meisten Punkte.');
	await fields.getByLabel('Diskussion').fill('Beide Jugendämter wollen denselben Bogen.');
	await carla.getByRole('button', { name: 'Speichern', exact: true }).last().click();
	await says(carla, /Gespeichert/);
	await carla.getByRole('link', { name: /^Beschluss fassen ?: TOP 2$/ }).click();
	await carla.getByLabel('Worum es geht').fill('Zwei Kleingruppen nach dem Fachtag');
	const all = Object.fromEntries([DISTRICT, CITY, ...PROVIDERS].map((name) => [name, 'Ja']));
	await decide(carla, 'Zwei Kleingruppen erhalten je einen Auftrag.', { ...all, [BRIDGE]: 'Enthaltung' });
	await says(carla, 'Angenommen (7 Ja, 0 Nein, 1 Enthaltung)');
	await carla.goto(`${meeting}/minutes`);
	await says(carla, 'Zwei Kleingruppen erhalten je einen Auftrag.');
	await look(carla, 'day-minutes');
});

async function giveMandate(proposal: string, name: string, members: readonly string[]): Promise<void> {
	await carla.goto(circle);
	await carla
		.locator('#proposals li')
		.filter({ hasText: proposal })
		.getByRole('link', { name: /^Auftrag geben/ })
		.click();
	await carla.getByLabel('Name', { exact: true }).fill(name);
	await carla.getByLabel('Bericht bis').fill(story.day(60));
	await carla.getByLabel(/^Beschluss/).selectOption({ index: 1 });
	for (const [i, member] of members.entries()) await carla.locator('[name="members[]"]').nth(i).fill(member);
	await carla.getByRole('button', { name: 'Kleingruppe einsetzen' }).click();
	await carla.waitForURL(/\/mandate$/);
	await says(carla, 'Zwei Kleingruppen nach dem Fachtag');
}

test('two small groups get a mandate from it; one begins the standard its proposal asks for', async () => {
	await giveMandate(SECOND, 'Kleingruppe Fortbildung', [`Albers, Anja · ${DISTRICT}`, `Demir, Anja · ${BRIDGE}`]);
	await giveMandate(PROPOSAL, GROUP, [`Bruns, Anja · ${CITY}`, `Cremer, Anja · ${KOMPASS}`]);
	await look(carla, 'day-mandate');
	await carla.getByRole('link', { name: 'Entwurf eines Standards beginnen' }).click();
	await carla.getByText(`„${PROPOSAL}“`).waitFor();
	await carla.getByLabel('Titel').fill('Fallanfrage');
	await carla.getByRole('button', { name: 'Entwurf anlegen' }).click();
	await carla.getByRole('heading', { level: 1, name: 'Fallanfrage' }).waitFor();
	standard = new URL(carla.url()).pathname;
	await carla.getByRole('link', { name: GROUP }).waitFor();
	await carla.getByRole('link', { name: /Heute schon kooperiert\?, Workshop 1: Fallanfrage/ }).click();
	await carla.waitForURL(/\/results#workshop-/);
});

test('the provider in the group writes it; the city is asked and answered', async () => {
	await nameParties(deniz, standard, { [DISTRICT]: '', [CITY]: '', [KOMPASS]: '' }, false);
	await writeSection(deniz, standard, 'scope', { Region: 'Stadt und Landkreis Wiesenbach' });
	await writeSection(deniz, standard, 'participation', { Beteiligung: 'Die Familie kennt den Bogen.' });
	await writeSection(deniz, standard, 'dataProtection', { Datenschutz: 'Ohne Namen, bis der Auftrag steht.' });
	await addStep(deniz, standard, { title: 'Bogen senden', phase: 'Im Fall', responsible: 'Jugendamt' });
	await addStep(deniz, standard, {
		title: 'Binnen drei Tagen antworten',
		phase: 'Im Fall',
		responsible: 'Freier Träger'
	});
	await move(deniz, standard, 'consultation', 'Rückmeldungen einholen');
	const anja = await story.invite(carla, 'Anja Bruns', mail('Anja', 'Bruns'), CITY);
	await anja.goto(`${standard}/consultation`);
	await anja.getByLabel('Abschnitt').selectOption({ label: 'Ablauf in Schritten' });
	await anja.getByLabel('Ihre Rückmeldung').fill('Drei Werktage, nicht drei Tage.');
	await anja.getByRole('button', { name: 'Rückmeldung abgeben' }).click();
	await says(anja, 'Drei Werktage');
	await deniz.goto(`${standard}/consultation`);
	await deniz.locator('summary', { hasText: 'Antworten' }).click();
	await deniz.getByLabel('aufgenommen', { exact: true }).check();
	await deniz.getByLabel('Begründung für die Stelle').fill('Gemeint waren Werktage.');
	await deniz.getByRole('button', { name: 'Speichern' }).click();
	await says(deniz, 'Antwort: aufgenommen.');
});

test('it is decided and agreed; the page of the Trägertreffen shows the way of the proposal', async () => {
	await story.daysPass(22);
	await move(deniz, standard, 'ready_for_decision', 'Beschlussreif melden');
	await carla.goto(`${standard}/move/agreed`);
	await carla.getByRole('link', { name: /^Dorthin ?: Es fehlt ein angenommener Beschluss/ }).click();
	await carla.waitForURL(/\/decisions\/new/);
	const all = Object.fromEntries([DISTRICT, CITY, ...PROVIDERS].map((name) => [name, 'Ja']));
	await decide(carla, 'Der Standard Fallanfrage wird vereinbart.', all);
	await move(carla, standard, 'agreed', 'Beschluss festhalten');
	await deniz.goto(circle);
	const way = deniz.locator('.way li').filter({ hasText: 'Fallanfrage' });
	expect(await way.innerText()).toContain('Station 5 von 8');
	await way.getByRole('link', { name: 'aus Workshop 1: Fallanfrage' }).waitFor();
	await deniz.locator('#groups').getByRole('link', { name: GROUP }).waitFor();
	await deniz.locator('#proposals').getByText('Alle Vorschläge der letzten Treffen sind aufgenommen.').waitFor();
	await look(deniz, 'day-circle');
	expect(story.complaints.flat()).toEqual([]);
});
