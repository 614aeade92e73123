import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import SQLite from 'better-sqlite3';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, berlinDay } from '#lib/time/berlin.ts';
import { expectNoBarriers, expectNoSidewaysScroll, NARROW, newPage, openBrowser, WIDE } from '../support/browser.ts';
import { openMessage, outboxOf } from '../support/outbox.ts';
import { forget, newDatabaseFile, type Product, startProduct } from '../support/product.ts';

const TODAY = berlinDay(new Date().toISOString());
const NEXT = addDays(TODAY, 40);
/** Organisations with their kind, side and how many people they send. */
const HOUSES = [
	['Jugendamt Nordstrand', 'public_youth_office', 'youth_office', 6],
	['Lotsenhilfe gGmbH', 'free_provider', 'outpatient', 6],
	['Wohnhof Deich e. V.', 'free_provider', 'residential_daycare', 6],
	['Beratungsstelle Hafen', 'counselling_centre', 'partner', 5]
] as const;
const FIRST = ['Ada', 'Bela', 'Cora', 'Deniz', 'Elif', 'Finn'];
const LAST = ['Adler', 'Brandt', 'Clausen', 'Dogan'];

let browser: Browser;
let product: Product;
let page: Page;
let complaints: string[];
let circle = '';

beforeAll(async () => {
	product = await startProduct(newDatabaseFile('empty'));
	browser = await openBrowser();
	({ page, complaints } = await newPage(browser, product));
	await setUp();
});

afterAll(async () => {
	await browser.close();
	await product.stop();
	forget(product.databaseFile);
});

const field = (name: string) => page.locator(`form [name="${name}"]:visible`).first();

async function press(name: string | RegExp): Promise<void> {
	await page.getByRole('button', { name }).first().click();
}

/** The first account, four organisations, one circle in which all of them sit. */
async function setUp(): Promise<void> {
	await page.goto(product.setUpPath ?? '');
	await field('name').fill('Rike Petersen');
	await field('email').fill('rike@nordstrand.example.org');
	await field('password').fill('vier Wörter ohne Sinn');
	await page.locator('main form button').last().click();
	await page.waitForURL('/');
	for (const [name, kind, side] of HOUSES) {
		await page.goto('/organisations/new');
		await field('name').fill(name);
		await field('kind').selectOption(kind);
		await field('side').selectOption(side);
		await page.locator('main form button').last().click();
		await page.waitForURL((url) => !url.pathname.endsWith('/new'));
	}
	await page.goto('/circles');
	await field('name').fill('Runder Tisch Nordstrand');
	await field('kind').selectOption('round_table');
	await press('Runde anlegen');
	await page.waitForURL(/\/circles\/[a-z0-9]+/);
	circle = new URL(page.url()).pathname;
}

async function createGathering(title: string, day: string): Promise<string> {
	await page.goto(`/gatherings/new?circle=${circle.split('/').pop()}`);
	await field('kind').selectOption('conference_day');
	await field('title').fill(title);
	await field('dateOn').fill(day);
	await field('startTime').fill('09:00');
	await field('endTime').fill('16:00');
	await page.getByLabel('Jugendamt Nordstrand').check();
	await press('Veranstaltung anlegen');
	await page.waitForURL(/\/gatherings\/(?!new)[a-z0-9]+/);
	return /\/gatherings\/([a-z0-9]+)/.exec(page.url())?.[1] ?? '';
}

async function addItem(id: string, title: string, start: string): Promise<void> {
	await page.goto(`/gatherings/${id}/agenda`);
	const form = page.locator('form[action*="add"]');
	await form.locator('[name=kind]').selectOption('workshops');
	await form.locator('[name=title]').fill(title);
	await form.locator('[name=startTime]').fill(start);
	await form.locator('[name=lengthMin]').fill('60');
	await form.getByRole('button', { name: 'Punkt hinzufügen' }).click();
	await page.locator('.day').getByText(title).first().waitFor();
}

/** A workshop in the item with this title, and in others too. */
async function addWorkshop(id: string, title: string, slot: string, also: string[] = []): Promise<void> {
	await page.goto(`/gatherings/${id}/workshops/new`);
	await field('title').fill(title);
	const options = await page.locator('[name=agendaItemId] option').allInnerTexts();
	await field('agendaItemId').selectOption({ label: options.find((text) => text.includes(slot)) ?? slot });
	for (const other of also) await page.getByLabel(new RegExp(`${other}$`)).check();
	await field('minSize').fill('4');
	await field('maxSize').fill('12');
	await press('Workshop anlegen');
	await page.waitForURL((url) => !url.pathname.endsWith('/workshops/new'));
}

/** Everybody on one list, as a spreadsheet gives it. */
async function importList(id: string): Promise<void> {
	const lines = HOUSES.flatMap(([organisation, , , count], house) =>
		FIRST.slice(0, count).map((first) => {
			const mail = `${first}.${LAST[house]}@nordstrand.example.org`.toLowerCase();
			return [first, LAST[house], organisation, 'Fachkraft', mail].join(';');
		})
	);
	const file = join(dirname(product.databaseFile), 'liste.csv');
	writeFileSync(file, ['Vorname;Nachname;Organisation;Funktion;E-Mail', ...lines].join('\n'));
	await page.goto(`/people/import?gathering=${id}`);
	await page.setInputFiles('input[type=file]', file);
	await press('Einlesen');
	await page.waitForURL(/\/people\/import\/[a-z0-9]+/);
	await press('Übernehmen');
	await page.waitForURL(/done=applied/);
}

async function propose(id: string): Promise<void> {
	await page.goto(`/gatherings/${id}/groups`);
	await press(/Vorschlag/);
	// The board shows plans on their way; what counts is the one that has been kept.
	await expect.poll(() => keptRuns(id), { timeout: 60_000, interval: 250 }).toBe(1);
	await page.goto(`/gatherings/${id}/groups`);
}

function keptRuns(id: string): number {
	const db = new SQLite(product.databaseFile, { readonly: true });
	const row = db.prepare('select count(*) as n from plan_run where gathering_id = ?').get(id) as { n: number };
	db.close();
	return row.n;
}

function storedPlaces(id: string): number {
	const db = new SQLite(product.databaseFile, { readonly: true });
	const of = 'select count(*) as n from place join registration on registration.id = registration_id';
	const row = db.prepare(`${of} where gathering_id = ?`).get(id) as { n: number };
	db.close();
	return row.n;
}

async function release(id: string): Promise<void> {
	await page.goto(`/gatherings/${id}/groups/release`);
	await page.getByRole('button', { name: 'Fassung 1 freigeben' }).click();
	await page.waitForURL(/\/groups\/releases\/1/);
}

/** Groups by round as the board shows them: person → heading of her column. */
async function seatsOf(id: string, round: string): Promise<Map<string, string>> {
	await page.goto(`/gatherings/${id}/groups?round=${round}`);
	const found = await page
		.locator('.board .col')
		.evaluateAll((columns) =>
			columns.flatMap((column) =>
				[...column.querySelectorAll<HTMLElement>('[data-person]')].map((row) => [
					row.dataset.person ?? '',
					column.querySelector('h2')?.textContent?.replace(/.*?: /, '').trim() ?? ''
				])
			)
		);
	return new Map(found as [string, string][]);
}

/** Ids of the programme's group work in the order of the day. */
async function roundsOf(id: string): Promise<string[]> {
	await page.goto(`/gatherings/${id}/agenda`);
	const ids = await page.locator('ol.day > li').evaluateAll((items) => items.map((item) => item.id));
	return ids.map((one) => one.replace(/^at-/, ''));
}

async function expectGoodPage(where: string): Promise<void> {
	await expectNoBarriers(page, where);
	await page.setViewportSize(NARROW);
	await expectNoSidewaysScroll(page, where);
	await page.setViewportSize(WIDE);
}

test('a circle meets for the first time, and its page shows who has met whom', async () => {
	await page.goto(circle);
	await page.getByText('Sobald bei einem Treffen dieser Runde').waitFor();
	const id = await createGathering('Auftakt am Hafen', TODAY);
	await addItem(id, 'Drei Gruppen', '10:00');
	for (const title of ['Kita', 'Schule', 'Klinik']) await addWorkshop(id, title, 'Drei Gruppen');
	await importList(id);
	await propose(id);
	await release(id);

	await page.goto(circle);
	const picture = page.locator('#met');
	await picture.getByText(/Beim letzten Treffen saßen \d+ von 253 möglichen Paaren/).waitFor();
	await picture.getByRole('table', { name: 'Nach Organisationen' }).waitFor();
	expect(await picture.getByRole('rowheader').allInnerTexts()).toContainEqual(expect.stringContaining('Jugendamt'));
	await expectGoodPage('circle');
	expect(complaints).toEqual([]);
});

let fachtag = '';

test('a Fachtag of four rounds: two of workshops, one of them held twice, and a speed meeting of two', async () => {
	fachtag = await createGathering('Fachtag der vier Runden', NEXT);
	await addItem(fachtag, 'Vormittag', '10:00');
	await addItem(fachtag, 'Nachmittag', '13:00');
	await addWorkshop(fachtag, 'Fallanfrage', 'Vormittag', ['Nachmittag']);
	await addWorkshop(fachtag, 'Kinderschutz', 'Vormittag', ['Nachmittag']);
	await addWorkshop(fachtag, 'Übergänge', 'Vormittag');
	await addWorkshop(fachtag, 'Beteiligung', 'Nachmittag');

	await page.goto(`/gatherings/${fachtag}/agenda`);
	await page.getByRole('link', { name: 'Runden an Tischen anlegen' }).click();
	await page.getByRole('link', { name: 'Kennenlernrunde' }).click();
	await page.getByRole('heading', { name: 'Vorschau' }).waitFor();
	await field('startTime').fill('14:30');
	await field('rounds').fill('2');
	await field('people').fill('23');
	await page.getByText('Für 23 Personen 6 Tische, je 3 bis 4 Personen.').waitFor();
	await page.getByText('Jede Person sitzt mit bis zu 6 von 22 anderen zusammen.').waitFor();
	await expectGoodPage('rounds at tables');
	await press('Runden ins Programm setzen');
	await page.getByText('2 Runden stehen im Programm.').waitFor();

	// Taken back and made again: with its tables, as often as one likes.
	await page.locator('.undo button').click();
	await page
		.getByText(/entfernt/)
		.first()
		.waitFor();
	await page.locator('.undo button').click();
	await page.locator('ol.day > li').nth(3).waitFor();
	expect(await page.locator('ol.day > li').count()).toBe(4);
	await page.goto(`/gatherings/${fachtag}/agenda`);
	await expectGoodPage('agenda with rounds');
	expect(complaints).toEqual([]);
});

test('wishes are asked for by topic', async () => {
	await page.goto(`/gatherings/${fachtag}/registrations/window`);
	await field('opensOn').fill(TODAY);
	await field('closesOn').fill(addDays(TODAY, 20));
	await field('capacity').fill('30');
	await page.locator('form[action*="window"]').getByRole('button').last().click();
	await page.waitForLoadState();
	await page.goto(`/gatherings/${fachtag}/registrations`);
	const address = await page.locator('a[href*="/register/"]').first().getAttribute('href');
	const { page: guest } = await newPage(browser, product);
	await guest.goto(new URL(address ?? '', product.origin).pathname);
	const names = await guest.locator('.ballot legend').allInnerTexts();
	expect(names.map((name) => name.replace(/.*: /, ''))).toEqual([
		'Fallanfrage',
		'Kinderschutz',
		'Übergänge',
		'Beteiligung'
	]);
	await guest.getByText('10.00, 13.00 Uhr').first().waitFor();
	await expectNoBarriers(guest, 'ballot with rounds');
	await guest.getByLabel('Vorname').fill('Gesa');
	await guest.getByLabel('Nachname').fill('Ehlers');
	await guest.getByLabel('Organisation', { exact: true }).selectOption({ label: 'Beratungsstelle Hafen' });
	await guest.getByLabel('Aufgabe oder Funktion').fill('Beraterin');
	await guest.getByLabel('E-Mail').fill('gesa.ehlers@nordstrand.example.org');
	await guest.locator('input[name=wish1]').first().check({ force: true });
	await guest.getByRole('button', { name: 'Verbindlich anmelden' }).click();
	await guest.waitForURL(/\/sent/);
	await guest.context().close();
});

/** At the tables of the speed meeting there is nothing to wish for, so nothing is "not wished" either. */
async function expectNothingWishedAtTables(): Promise<void> {
	const current = page.locator('nav a[aria-current=page]', { hasText: 'Durchgang' });
	expect(await current.innerText()).toBe('1. Durchgang, 10.00 Uhr');
	await page.getByRole('link', { name: '3. Durchgang, 14.30 Uhr' }).click();
	await current.filter({ hasText: '14.30' }).waitFor();
	const spoken = (words: string) => page.locator(`.board .seat[aria-label*="${words}"]`).count();
	expect(await spoken('ohne Wunsch')).toBeGreaterThan(0);
	expect(await spoken('nicht gewünscht')).toBe(0);
	await page.locator('.board .seat', { hasText: 'Ehlers' }).click();
	await page.getByText('Für diesen Durchgang gibt es keine Wünsche').first().waitFor();
	await page.getByRole('link', { name: '1. Durchgang, 10.00 Uhr' }).click();
	await current.filter({ hasText: '10.00' }).waitFor();
}

test('all rounds are mixed jointly: no topic twice, new people, the first meeting counts', async () => {
	await importList(fachtag);
	await propose(fachtag);
	const rounds = await roundsOf(fachtag);
	const seats: Map<string, string>[] = [];
	for (const round of rounds) seats.push(await seatsOf(fachtag, round));
	expect(seats.map(({ size }) => size)).toEqual([24, 24, 24, 24]);
	const [morning, afternoon] = seats;
	for (const [person, topic] of morning ?? []) expect(afternoon?.get(person), person).not.toBe(topic);
	// Left to chance about 74 pairs would sit together more than once; jointly it is some 50.
	const pairs = seats.flatMap((round) =>
		[...Map.groupBy(round, ([, table]) => table).values()].flatMap((list) =>
			list.flatMap(([a], i) => list.slice(i + 1).map(([b]) => [a, b].sort().join(' ')))
		)
	);
	expect(pairs.length - new Set(pairs).size).toBeLessThanOrEqual(60);

	await page.goto(`/gatherings/${fachtag}/groups`);
	await page.getByLabel('In jeder Runde neue Leute treffen').waitFor();
	await page.getByText(/^Auftakt am Hafen, .*zählt ganz$/).waitFor();
	await expectNoBarriers(page, 'board with rounds');
	await expectNothingWishedAtTables();
	await page.getByLabel('Frühere Treffen der Runde').selectOption('no');
	await page.getByText(/zählt ganz/).waitFor({ state: 'detached' });
	await page.getByLabel('Frühere Treffen der Runde').selectOption('yes');
	await page.getByText(/zählt ganz/).waitFor();
	expect(complaints).toEqual([]);
});

test('released, every round reaches lists, letters, calendars and the personal page', async () => {
	await release(fachtag);
	await page
		.getByText(/24 Personen in 4 Runden/)
		.first()
		.waitFor();
	const rows = page.locator('#people tbody tr');
	expect(await rows.count()).toBe(24);
	expect(await rows.first().locator('td').count()).toBe(4);
	await expectGoodPage('released lists');

	const letter = outboxOf(product.databaseFile, fachtag).find(
		({ kind, toAddress }) => kind === 'group' && toAddress.startsWith('gesa.')
	);
	const { text, entry } = await openMessage(page, fachtag, letter?.id ?? 0);
	for (const said of [text, entry.description]) expect(said.match(/Gruppe\s\d/g)).toHaveLength(4);
	expect(entry.description).toMatch(/10[.:]?(00)?.*\n.*13[.:]?(00)?/);

	const { page: hers } = await newPage(browser, product, { viewport: NARROW });
	await hers.goto(/\/me\/[\w-]+/.exec(text)?.[0] ?? '');
	await hers.getByRole('heading', { name: 'Ihre Gruppen' }).waitFor();
	const own = hers.locator('section').filter({ hasText: 'Ihre Gruppen' }).locator('li');
	expect(await own.count()).toBe(4);
	await expectNoBarriers(hers, 'personal page with rounds');
	await expectNoSidewaysScroll(hers, 'personal page with rounds');
	expect(complaints).toEqual([]);
});

test('a World-Café without JavaScript: hosts stay at their table, everybody else visits another one', async () => {
	const id = await createGathering('World-Café am Deich', addDays(TODAY, 60));
	const { page: plain, context } = await newPage(browser, product, {
		javaScriptEnabled: false,
		storageState: await page.context().storageState()
	});
	await plain.goto(`/gatherings/${id}/agenda/rounds?kind=world_cafe`);
	for (const [i, topic] of ['Kita', 'Schule', 'Klinik'].entries())
		await plain.locator('[name="topics[]"]').nth(i).fill(topic);
	await plain.locator('[name="hosts[]"]').nth(0).fill('Adler, Ada · Jugendamt Nordstrand');
	await plain.locator('[name=startTime]').fill('10:00');
	await plain.locator('[name=rounds]').fill('4');
	await plain.locator('[name=people]').fill('23');
	await plain.getByRole('button', { name: 'Runden ins Programm setzen' }).click();
	await plain.getByText('Für 4 Runden braucht es mindestens 4 Tische').first().waitFor();
	await plain.locator('[name=rounds]').fill('3');
	await plain.getByRole('button', { name: 'Vorschau neu rechnen' }).click();
	await plain.getByText('Jede Person besucht alle 3 Tische.').waitFor();
	await plain.getByRole('button', { name: 'Runden ins Programm setzen' }).click();
	await plain.getByText('3 Runden stehen im Programm.').waitFor();
	await context.close();

	await importList(id);
	await propose(id);
	const seats: Map<string, string>[] = [];
	for (const round of await roundsOf(id)) seats.push(await seatsOf(id, round));
	expect(seats.map(({ size }) => size)).toEqual([23, 23, 23]);
	const visited = [...(seats[0]?.keys() ?? [])].map((person) => new Set(seats.map((round) => round.get(person))).size);
	// One host stays, everybody else has been at each of the three tables.
	expect(visited.toSorted()).toEqual([1, ...Array<number>(22).fill(3)]);
	// Her places are places like all others: stored, compared, released, and nobody takes her for gone.
	expect(storedPlaces(id)).toBe(3 * 23);
	await page.goto(`/gatherings/${id}/groups/compare`);
	await page.getByText('Niemand sitzt anders.').waitFor();
	await release(id);
	expect(await page.locator('#people tbody tr').count()).toBe(23);
	await page.goto(`/gatherings/${id}/groups`);
	await page.getByText('Seither hat sich nichts geändert.').waitFor();
	expect(complaints).toEqual([]);
});
