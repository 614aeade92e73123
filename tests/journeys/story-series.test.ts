import PostalMime from 'postal-mime';
import { look } from '../support/browser.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addItem, addWorkshop, writeFindings } from '../support/gatheringStory.ts';
import { openMessage, outboxOf, readEntry } from '../support/outbox.ts';
import { Story } from '../support/story.ts';

const OFFICE = 'Jugendamt Landkreis Weidenau';
const TOWN = 'Jugendamt Stadt Lindach';
const CLINIC = 'Kinder- und Jugendpsychiatrie Weidenau';
const HOMES = 'Kinderdorf Hollerbach gGmbH';

const PEOPLE = [
	['Vorname', 'Nachname', 'Organisation', 'Funktion', 'E-Mail'],
	['Sabine', 'Orth', OFFICE, 'Fachberatung', 'sabine.orth@ja-weidenau.example.org'],
	['Jan', 'Kowalski', TOWN, 'Teamleitung ASD', 'jan.kowalski@ja-lindach.example.org'],
	['Ruth', 'Amberg', CLINIC, 'Oberärztin', 'ruth.amberg@kjp-weidenau.example.org'],
	['Denise', 'Faber', HOMES, 'Bereichsleitung', 'denise.faber@hollerbach.example.org']
];
const SERIES = 'Online-Fachtagsreihe: Seelische Not verstehen';
const THEME = 'Verlässlich miteinander';
const PRINCIPLES = ['Partnerschaftlichkeit', 'Parteilichkeit für das Kind', 'Prägnanz'];
const TITLES = ['Angst und Rückzug', 'Trauma und Bindung', 'Essen und Körper'];
const DENISE = { firstName: 'Denise', lastName: 'Faber', email: 'denise.faber@hollerbach.example.org' };
const RUTH = { firstName: 'Ruth', lastName: 'Amberg', email: 'ruth.amberg@kjp-weidenau.example.org' };

let story: Story;
/** Looks after quality development in the youth office; the first account. */
let sabine: Page;
let circle = '';
let series = '';
/** Addresses of the three parts, in order. */
let parts: string[] = [];
/** Path of the public page of the series. */
let link = '';

beforeAll(async () => {
	story = await Story.begin();
	sabine = await story.setUp('Sabine Orth', 'sabine.orth@ja-weidenau.example.org');
});

afterAll(() => story.end());

const idOf = (address: string) => address.split('/').at(-1) ?? '';

async function addPart(page: Page, title: string, after: number): Promise<void> {
	const form = page.locator('form[action*="create"]');
	await form.getByLabel('Titel', { exact: true }).fill(title);
	await form.getByLabel('Tag', { exact: true }).fill(story.day(after));
	await form.getByLabel('Online-Zugang').fill('https://video.weidenau.example.org/reihe');
	await form.getByRole('button', { name: 'Teil anlegen' }).click();
	await page.getByRole('link', { name: new RegExp(`^Teil \\d: ${title}$`) }).waitFor();
}

async function openPart(page: Page, part: string, places: number): Promise<void> {
	await page.goto(`${part}/registrations/window`);
	await page.getByLabel('Erster Tag').fill(story.day());
	await page.getByLabel('Letzter Tag').fill(story.day(10));
	await page.getByLabel('Plätze').fill(String(places));
	await page.locator('form[action*="window"]').getByRole('button').last().click();
	await page.getByText('Änderungen gelten sofort.').waitFor();
}

async function fillIn(page: Page, who: typeof DENISE, organisation: string): Promise<void> {
	await page.getByLabel('Vorname').fill(who.firstName);
	await page.getByLabel('Nachname').fill(who.lastName);
	await page.getByLabel('Organisation', { exact: true }).selectOption({ label: organisation });
	await page.getByLabel('Aufgabe oder Funktion').fill('Leitung');
	await page.getByLabel('E-Mail').fill(who.email);
}

/** The newest message to somebody in the outbox of a part. */
function lastTo(part: string, address: string) {
	return outboxOf(story.product.databaseFile, idOf(part)).findLast(({ toAddress }) => toAddress === address);
}

/** The mail as its recipient gets it: text, links and the invitation files beside it. */
async function openMail(part: string, address: string) {
	const message = lastTo(part, address);
	const answer = await sabine.request.post(`${part}/invitations/${message?.id}/message.eml`, {
		headers: { origin: new URL(sabine.url()).origin }
	});
	const mail = await PostalMime.parse(await answer.body());
	const text = mail.text ?? '';
	const files = mail.attachments
		.filter(({ mimeType }) => mimeType === 'application/ics')
		.map(({ filename, content }) => ({
			filename,
			entry: readEntry(typeof content === 'string' ? content : new TextDecoder().decode(content))
		}));
	return { message, text, files, links: text.match(/\/me\/[\w-]{43}/g) ?? [] };
}

describe('an annual theme, from an empty product', () => {
	test('a list of people, a round table', async () => {
		await story.importList(sabine, PEOPLE);
		await story.belongTo(sabine, OFFICE);
		circle = await story.foundCircle(sabine, 'Runder Tisch Zusammenarbeit Weidenau', 'Runder Tisch');
		await story.seat(sabine, circle, [TOWN, CLINIC, HOMES]);
	});

	test('a series with its theme and three principles', async () => {
		await sabine.goto('/series');
		await look(sabine, 'series-none');
		await sabine.getByRole('link', { name: 'Neue Reihe' }).click();
		await sabine.waitForURL('/series/new');
		await sabine.getByLabel('Jahresthema').fill(THEME);
		await sabine.getByLabel('Grundsätze').fill(PRINCIPLES.join('\n'));
		await sabine.getByRole('button', { name: 'Reihe anlegen' }).click();
		await sabine.getByText('Titel der Reihe: Bitte füllen Sie dieses Feld aus.').waitFor();
		expect(await sabine.getByLabel('Jahresthema').inputValue()).toBe(THEME);
		await look(sabine, 'series-new');
		await sabine.getByLabel('Titel der Reihe').fill(SERIES);
		await sabine.getByLabel('Runde').selectOption({ label: 'Runder Tisch Zusammenarbeit Weidenau' });
		await sabine.getByRole('button', { name: 'Reihe anlegen' }).click();
		await sabine.waitForURL(/\/series\/[a-z0-9]{12}$/);
		series = new URL(sabine.url()).pathname;
		expect(await sabine.getByRole('list', { name: 'Grundsätze' }).getByRole('listitem').allInnerTexts()).toEqual(
			PRINCIPLES
		);
		await look(sabine, 'series-empty');
	});

	test('three online Fachtage: made in the wrong order, sorted by day, one taken out and put back', async () => {
		await addPart(sabine, TITLES[1] ?? '', 54);
		await addPart(sabine, TITLES[0] ?? '', 26);
		await addPart(sabine, TITLES[2] ?? '', 82);
		await sabine.getByRole('button', { name: 'Teile nach Tagen ordnen' }).click();
		await sabine.getByRole('link', { name: `Teil 1: ${TITLES[0]}`, exact: true }).waitFor();
		await sabine.getByRole('button', { name: /Herausnehmen.*Trauma und Bindung/ }).click();
		await sabine.getByText('Der Teil gehört nicht mehr zur Reihe.').waitFor();
		await sabine.getByRole('link', { name: `Teil 2: ${TITLES[2]}`, exact: true }).waitFor();
		await sabine.getByRole('button', { name: 'Rückgängig' }).click();
		await sabine.getByRole('link', { name: `Teil 2: ${TITLES[1]}`, exact: true }).waitFor();
		parts = [];
		for (const [index, title] of TITLES.entries()) {
			const name = `Teil ${index + 1}: ${title}`;
			parts.push((await sabine.getByRole('link', { name, exact: true }).getAttribute('href')) ?? '');
		}
		await sabine.goto(parts[1] ?? '');
		await sabine.getByRole('link', { name: `Teil 2 von 3 der Reihe „${SERIES}“` }).click();
		await sabine.waitForURL(series);
		await sabine.goto('/series');
		await sabine.getByText('3 Teile').waitFor();
		await look(sabine, 'series-list');
		await sabine.goto(`${series}/edit`);
		await look(sabine, 'series-edit');
	});

	test('the page of the series says which parts are open', async () => {
		for (const [index, part] of parts.entries()) await openPart(sabine, part, index === 1 ? 1 : 40);
		await sabine.goto(series);
		await sabine.getByText('Offen: Teil 1, Teil 2 und Teil 3.').waitFor();
		link = new URL((await sabine.locator('a[href*="/register/series/"]').getAttribute('href')) ?? '').pathname;
		await look(sabine, 'series-open');
	});
});

describe('one registration', () => {
	test('for the second part only, without a script', async () => {
		const ruth = await story.visitor({ javaScriptEnabled: false });
		await ruth.goto(link);
		await fillIn(ruth, { ...RUTH, email: '' }, CLINIC);
		for (const number of [1, 3]) await ruth.getByLabel(`Teil ${number}:`).uncheck();
		await ruth.getByRole('button', { name: 'Verbindlich anmelden' }).click();
		await ruth.getByText('E-Mail: Bitte füllen Sie dieses Feld aus.').waitFor();
		const ticked = [1, 2, 3].map((number) => ruth.getByLabel(`Teil ${number}:`).isChecked());
		expect(await Promise.all(ticked)).toEqual([false, true, false]);
		await ruth.getByLabel('E-Mail').fill(RUTH.email);
		await ruth.getByRole('button', { name: 'Verbindlich anmelden' }).click();
		await ruth.waitForURL(`${link}/sent`);
		const { message, links } = await openMail(parts[1] ?? '', RUTH.email);
		expect(message?.kind).toBe('registered');
		expect(links).toHaveLength(1);
		for (const other of [parts[0], parts[2]]) expect(lastTo(other ?? '', RUTH.email)).toBeUndefined();
	});

	test('for all parts: one mail with three links and a file for each place', async () => {
		const denise = await story.visitor();
		await denise.goto(link);
		await denise.getByText('Alle Plätze sind vergeben: Sie kommen auf die Warteliste.').waitFor();
		await denise.getByRole('button', { name: 'Alle abwählen' }).click();
		await fillIn(denise, DENISE, HOMES);
		await denise.getByRole('button', { name: 'Verbindlich anmelden' }).click();
		await denise.getByText('Bitte kreuzen Sie mindestens einen Teil an.').first().waitFor();
		await look(denise, 'series-register');
		await denise.getByRole('button', { name: 'Alle Teile ankreuzen' }).click();
		expect(await denise.getByLabel('Nachname').inputValue()).toBe(DENISE.lastName);
		await denise.getByRole('button', { name: 'Verbindlich anmelden' }).click();
		await denise.waitForURL(`${link}/sent`);
		await look(denise, 'series-sent');

		const { message, text, files, links } = await openMail(parts[0] ?? '', DENISE.email);
		expect(message?.kind).toBe('series');
		expect(text).toMatch(/Teil 1: Angst[\s\S]*einen Platz[\s\S]*Teil 2: Trauma[\s\S]*Warteliste[\s\S]*Teil 3: Essen/);
		expect(links).toHaveLength(3);
		expect(files.map(({ filename }) => filename)).toEqual(['teil-1.ics', 'teil-3.ics']);
		expect(files.map(({ entry }) => entry.start)).toEqual([`${story.day(26)}T09:00:00`, `${story.day(82)}T09:00:00`]);
		for (const { entry } of files)
			expect(entry).toMatchObject({ method: 'REQUEST', sequence: 0, attendees: 1, zone: 'Europe/Berlin' });
		for (const part of parts) {
			await sabine.goto(`${part}/invitations`);
			await sabine.getByRole('link', { name: /Bestätigung für mehrere Teile/ }).waitFor();
		}
		await sabine.getByRole('link', { name: /Bestätigung für mehrere Teile/ }).click();
		await sabine.getByRole('heading', { name: 'Im Kalender: Teil 3' }).waitFor();
		await look(sabine, 'series-message');
	});

	test('who gives a place back lets the next one move up; a date leaves the calendar it came with', async () => {
		const { links } = await openMail(parts[1] ?? '', RUTH.email);
		const ruth = await story.visitor();
		await ruth.goto(links[0] ?? '');
		// Somebody waits for her place: it would be gone at once, so she is asked first.
		await ruth.locator('summary', { hasText: 'Abmelden …' }).click();
		await ruth.getByRole('button', { name: 'Verbindlich abmelden' }).click();
		await ruth.getByText('Sie sind abgemeldet.').first().waitFor();
		const moved = lastTo(parts[1] ?? '', DENISE.email);
		expect(moved?.kind).toBe('moved_up');
		expect((await openMessage(sabine, idOf(parts[1] ?? ''), moved?.id ?? 0)).entry).toMatchObject({
			...{ method: 'REQUEST', sequence: 0, start: `${story.day(54)}T09:00:00` }
		});

		const mail = await openMail(parts[0] ?? '', DENISE.email);
		const denise = await story.visitor();
		await denise.goto(mail.links[2] ?? '');
		await denise.getByRole('heading', { name: 'Die Reihe' }).waitFor();
		await denise.getByRole('button', { name: 'Abmelden' }).click();
		await denise.getByText('Sie sind abgemeldet.').first().waitFor();
		const cancelled = lastTo(parts[2] ?? '', DENISE.email);
		expect(cancelled?.kind).toBe('withdrawn');
		const { entry } = await openMessage(sabine, idOf(parts[2] ?? ''), cancelled?.id ?? 0);
		expect(entry).toMatchObject({ method: 'CANCEL', uid: mail.files[1]?.entry.uid, sequence: 1 });

		await denise.goto(mail.links[0] ?? '');
		const others = denise.getByRole('listitem').filter({ hasText: /^Teil \d: / });
		expect((await others.allInnerTexts()).map((one) => one.replace(/\s+/g, ' '))).toEqual([
			expect.stringMatching(/^Teil 2: Trauma und Bindung .* hat einen Platz$/),
			expect.stringMatching(/^Teil 3: Essen und Körper .* abgemeldet$/)
		]);
		await look(denise, 'series-own-page');
		await sabine.goto(series);
		await sabine.getByText('Einer von 40 Plätzen ist vergeben').first().waitFor();
	});

	test('once a part is closed it cannot be chosen, and the others can', async () => {
		await sabine.goto(`${parts[0]}/registrations/window`);
		await sabine.getByLabel('Erster Tag').fill(story.day(-3));
		await sabine.getByLabel('Letzter Tag').fill(story.day(-1));
		await sabine.locator('form[action*="window"]').getByRole('button').last().click();
		await sabine.getByText('Änderungen gelten sofort.').waitFor();
		const late = await story.visitor();
		await late.goto(link);
		await late.getByText('Die Anmeldung ist seit dem').waitFor();
		expect(await late.getByRole('checkbox', { name: /^Teil/ }).count()).toBe(2);
	});
});

describe('what comes of it', () => {
	test('results of the parts stand in one place', async () => {
		await addItem(sabine, parts[0] ?? '', 'Workshops', 'Austausch in Gruppen', '09:30');
		await addWorkshop(sabine, parts[0] ?? '', 'Wenn ein Kind nicht mehr kommt');
		await sabine.goto(`${parts[0]}/results`);
		await sabine
			.getByRole('link', { name: /Wenn ein Kind nicht mehr kommt/ })
			.first()
			.click();
		await sabine.waitForURL(/\/results\/[a-z0-9]{12}/);
		await writeFindings(sabine, [{ kind: 'Vorschläge', text: 'Anruf am ersten Fehltag', dots: 7 }]);
		await sabine.goto(`${series}/results`);
		await sabine.getByText('Anruf am ersten Fehltag').first().waitFor();
		await sabine
			.getByText(/Teil 1, Workshop 1/)
			.first()
			.waitFor();
		await look(sabine, 'series-results');
		await sabine.goto(`${series}/minutes`);
		await sabine.getByText('Noch gibt es kein Protokoll.').waitFor();
		await look(sabine, 'series-minutes');
	});

	test('a round table on cooperation: an aim, how it is noticed, a first reading, and the theme in its topic store', async () => {
		await sabine.goto(circle);
		await sabine.getByRole('link', { name: SERIES }).waitFor();
		await sabine.goto(`${circle}/aims`);
		await sabine.getByLabel('Ziel', { exact: true }).fill('Anfragen werden verlässlich beantwortet');
		await sabine.getByLabel('Woran wir es merken').fill('Anteil der Anfragen mit Antwort binnen drei Werktagen');
		await sabine.getByLabel('Zielwert').fill('neun von zehn');
		await sabine.getByRole('button', { name: 'Ziel aufnehmen' }).click();
		await sabine.getByRole('heading', { name: 'Anfragen werden verlässlich beantwortet' }).waitFor();
		const aim = sabine.locator('section[id^=aim-]');
		const summary = aim.locator('summary', { hasText: 'Stand eintragen' });
		if ((await summary.count()) > 0) await summary.click();
		await aim.getByLabel('Abgelesen am').fill(story.day());
		await aim.getByLabel('Stand', { exact: true }).fill('sechs von zehn');
		await aim.getByRole('button', { name: 'Eintragen' }).click();
		await aim.getByRole('cell', { name: 'sechs von zehn' }).waitFor();
		await sabine.goto(`${circle}/topics`);
		await sabine.getByLabel('Thema', { exact: true }).fill(`Jahresthema: ${THEME}`);
		await sabine.getByLabel('Worum es geht').fill(PRINCIPLES.join(', '));
		await sabine.getByRole('button', { name: 'Thema hinterlegen' }).click();
		await sabine.getByText(`Jahresthema: ${THEME}`).first().waitFor();
		await look(sabine, 'series-topics');
	});

	test('whoever has a seat at the round table reads the series and changes nothing', async () => {
		const denise = await story.invite(sabine, 'Denise Faber', DENISE.email, HOMES);
		await denise.goto(series);
		await denise.getByRole('heading', { name: SERIES }).waitFor();
		expect(await denise.locator('main form').count()).toBe(0);
		expect(await denise.getByText('/register/series/').count()).toBe(0);
		expect((await denise.goto(`${series}/edit`))?.status()).toBe(404);
		expect(story.complaints.flat()).toEqual([]);
	});
});
