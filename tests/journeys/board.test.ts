// over 250 lines: one product with its runs serves every act on the board.
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '#lib/db/database.server.ts';
import { readProblem } from '#lib/groups/engine/validate.ts';
import { proposePlan } from '#lib/groups/liveRuns.server.ts';
import { closePool } from '#lib/groups/pool.server.ts';
import { atRest } from '../support/boardAtRest.ts';
import {
	AYSE,
	expectNoBarriers,
	expectNoSidewaysScroll,
	logIn,
	NADJA,
	NARROW,
	newPage,
	openBrowser,
	PASSWORD,
	WIDE
} from '../support/browser.ts';
import { outboxOf } from '../support/outbox.ts';
import { forget, newDatabaseFile, type Product, startProduct } from '../support/product.ts';
import { addWorldCafe } from '../support/worldCafe.ts';

let browser: Browser;
let product: Product;
let page: Page;
let complaints: string[];
let TABLES: string;

beforeAll(async () => {
	const file = newDatabaseFile('region');
	const { db } = openDatabase(file);
	const by = { accountId: 'acc-per-019', name: 'Nadja Wojciechowski', at: new Date().toISOString() };
	// Who meets whom over three rounds is hard to prove: such a run can be watched and stopped.
	const tables = await addWorldCafe(db, by, 'Trägertreffen mit Tischen', 40);
	await proposePlan(db, by, tables);
	await closePool();
	TABLES = `/gatherings/${tables.id}/groups`;
	await db.destroy();
	product = await startProduct(file);
	browser = await openBrowser();
	({ page, complaints } = await newPage(browser, product));
});

afterAll(async () => {
	await browser.close();
	await product.stop();
	forget(product.databaseFile);
});

/** Presses Tab until the wish is true of what has the focus; gives up after a while. */
async function tabTo(wish: string, most = 80): Promise<void> {
	for (let i = 0; i < most; i += 1) {
		if (await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, wish)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`Tab does not reach ${wish}`);
}

const press = async (...keys: string[]) => {
	for (const key of keys) await page.keyboard.press(key);
};

const focused = () =>
	page.evaluate(() => {
		const row = document.activeElement?.closest<HTMLElement>('[data-person]');
		return { person: row?.dataset.person ?? '', group: row?.closest<HTMLElement>('[data-group]')?.dataset.group ?? '' };
	});

const spoken = () => page.locator('[aria-live="polite"]').first().innerText();

test('by keyboard alone: log in, walk, look, lift, put back, set down, take back, hold, propose, release', async () => {
	await page.goto('/login');
	await tabTo('#email');
	await page.keyboard.type(NADJA);
	await press('Tab');
	await page.keyboard.type(PASSWORD);
	await press('Enter');
	await page.waitForURL('/');
	await page.goto('/gatherings/ev-1/groups');
	await page.locator('[data-person][draggable], [data-person] [draggable]').first().waitFor({ state: 'attached' });

	// One stop for the whole board: the arrows walk inside.
	await tabTo('.board [data-person], .board [data-person] *');
	const first = await focused();
	await press('ArrowDown');
	expect((await focused()).person).not.toBe(first.person);
	expect((await focused()).group).toBe(first.group);
	await press('ArrowRight');
	const there = await focused();
	expect(there.group).not.toBe(first.group);

	await press('Enter');
	await page.locator('#why-name').waitFor();
	expect(new URL(page.url()).searchParams.get('person')).toBe(there.person);
	expect((await focused()).person).toBe(there.person);

	await press(' ');
	expect(await spoken()).toMatch(/angehoben/);
	await press('ArrowRight');
	expect(await spoken()).toMatch(/Gruppe/);
	await press('Escape');
	expect(await spoken()).toMatch(/zurückgelegt/);
	expect(await focused()).toEqual(there);

	await press(' ', 'ArrowRight', ' ');
	await page.getByText('sitzt jetzt in Gruppe').first().waitFor();
	await expect.poll(async () => (await focused()).group).not.toBe(there.group);
	expect((await focused()).person).toBe(there.person);
	await expectNoBarriers(page, 'board with an undo strip');

	await tabTo('.undo button');
	await press('Enter');
	await page.getByText('sitzt jetzt in Gruppe').first().waitFor({ state: 'detached' });
	await page
		.locator(`[data-group="${there.group}"] [data-person="${there.person}"]`)
		.first()
		.waitFor({ state: 'attached' });

	await tabTo('input[name="isHeld"]');
	await press(' ');
	await page.locator('.pinned').first().waitFor();

	await page.reload();
	await tabTo('form[action*="propose"] button');
	await press('Enter');
	await page.getByText('Ein neuer Vorschlag liegt auf dem Tisch').waitFor({ timeout: 60_000 });
	await page
		.locator(`[data-group="${there.group}"] [data-person="${there.person}"]`)
		.first()
		.waitFor({ state: 'attached' });

	await tabTo('a[href$="/groups/release"]');
	await press('Enter');
	await page.waitForURL(/\/groups\/release$/);
	await tabTo('main form button');
	await press('Enter');
	await page.waitForURL((url) => !url.pathname.endsWith('/groups/release'));
	expect(outboxOf(product.databaseFile, 'ev-1').filter(({ kind }) => kind === 'group')).toHaveLength(105);
	expect(complaints).toEqual([]);
});

const GROUPS = '/gatherings/ev-1/groups';
/** Who sits where on the board, as one text. */
const seating = () =>
	page
		.locator('.board [data-group]')
		.evaluateAll((groups) =>
			groups
				.map((group) =>
					[...group.querySelectorAll<HTMLElement>('[data-person]')].map((row) => row.dataset.person).join(' ')
				)
				.join(' | ')
		);
const ended = () => page.locator('.at-work').waitFor({ state: 'detached', timeout: 90_000 });
const button = (name: string | RegExp) => page.getByRole('button', { name }).first();

test('the proposal for the Fachtag is shown to be the best there is', async () => {
	await page.goto(GROUPS);
	await button(/Rest neu mischen|Neuer Vorschlag/).click();
	await page.getByText('Ein neuer Vorschlag liegt auf dem Tisch').waitFor({ timeout: 60_000 });
	await page.getByText('nachweislich bestmöglich').first().waitFor();
	await page.getByText('bei dieser Mischung bestmöglich').first().waitFor();
});

test('a proposal is followed while it is made: both organizers see it, one stops it, undo takes it back', async () => {
	const other = await newPage(browser, product);
	await logIn(other.page, AYSE);
	await page.goto(TABLES);
	const before = await seating();
	await button(/Rest neu mischen|Neuer Vorschlag/).click();
	await page.locator('.at-work').waitFor();
	await other.page.goto(TABLES);
	await other.page.getByText('Begonnen von Nadja Wojciechowski').waitFor();
	await page
		.getByText(/Mischung: .* über dem Ideal/)
		.first()
		.waitFor();
	// Whoever walks on the board keeps her place while the others change theirs; lifting is refused aloud.
	await page.locator('.board [data-person]').first().focus();
	const row = (await focused()).person;
	await press(' ');
	expect(await spoken()).toMatch(/ruht das Brett/);
	await other.page.getByRole('button', { name: 'Anhalten und behalten' }).click();
	await ended();
	await page.getByText('Ein neuer Vorschlag liegt auf dem Tisch').waitFor();
	await other.page.getByText('Ein neuer Vorschlag liegt auf dem Tisch').waitFor();
	await other.context.close();
	await atRest(page);
	expect((await focused()).person).toBe(row);
	// People take their places a few at a time. Whoever lifts somebody meanwhile does not wait for that.
	await page.evaluate(() => (window.requestAnimationFrame = () => 0));
	await page.locator('.undo button').click();
	await page.getByText('Soll und Ist').first().waitFor({ state: 'detached' });
	expect(await seating()).not.toBe(before);
	await page.locator(`#seat-${row}`).focus();
	await press(' ');
	expect(await spoken()).toMatch(/angehoben/);
	expect(await seating()).toBe(before);
	expect((await focused()).person).toBe(row);
	await press('Escape');
});

test('leaving the page loses nothing, and a dropped run leaves the draft as it is', async () => {
	await page.goto(TABLES);
	const before = await seating();
	await button('Prüfen, ob es besser geht').click();
	await page.locator('.at-work').waitFor();
	await page.goto('/');
	await page.goto(TABLES);
	// A check takes a few seconds: the page shows it at work, or what has come of it.
	await page
		.locator('.at-work')
		.or(page.getByText('Geprüft.', { exact: true }))
		.first()
		.waitFor();
	await ended();
	expect(await seating()).toBe(before);
	const propose = button(/Rest neu mischen|Neuer Vorschlag/);
	await propose.click();
	await page.locator('.at-work').waitFor();
	await button('Verwerfen').click();
	await ended();
	await expect.poll(seating).toBe(before);
	await propose.click();
	await page.locator('.at-work').waitFor();
	await expectNoBarriers(page, 'board with a run at work');
	await ended();
	await page.getByText('Ein neuer Vorschlag liegt auf dem Tisch').waitFor();
	await page.locator('.undo button').click();
	await expect.poll(seating).toBe(before);
});

test('a check says in plain words how good the draft is; it can be stopped', async () => {
	await page.goto(TABLES);
	await button('Prüfen, ob es besser geht').click();
	await page.locator('.at-work').waitFor();
	await page
		.getByText(/Mischung: .* über dem Ideal/)
		.first()
		.waitFor();
	await button('Anhalten').click();
	await ended();
	await page.getByText('Geprüft.', { exact: true }).waitFor();
	await expectNoBarriers(page, 'board with a verdict');
});

test('two proposals side by side by a link, and one of them applied', async () => {
	await page.goto(`${TABLES}/compare`);
	const address = new URL(page.url());
	const [, newest = ''] = await page
		.getByLabel('Einteilung B')
		.locator('option')
		.evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
	await page.goto(`${address.pathname}?a=now&b=${newest}`);
	await page.getByRole('heading', { name: 'Die Seiten je Gruppe' }).waitFor();
	await expectNoBarriers(page, 'compare');
	await page.setViewportSize(NARROW);
	await expectNoSidewaysScroll(page, 'compare, narrow');
	await page.setViewportSize(WIDE);
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Rechenaufgabe zu Einteilung B herunterladen' }).click()
	]);
	const asked = readFileSync(await file.path(), 'utf8');
	expect(readProblem(JSON.parse(asked) as unknown)).toMatchObject({ problem: { version: 1 } });
	expect(asked).not.toContain('Wojciechowski');
	await button('Einteilung B übernehmen').click();
	await page.waitForURL((url) => url.pathname === TABLES);
	await page.locator('.undo').waitFor();
});

test('the table of a group, and the price of a better wish with its proof', async () => {
	await page.goto(GROUPS);
	await page
		.getByRole('link', { name: /^Soll und Ist/ })
		.first()
		.click();
	await page.getByRole('columnheader', { name: 'Soll' }).waitFor();
	await expectNoBarriers(page, 'table of a group');
	await page.getByRole('link', { name: 'Schließen' }).click();
	await page.getByRole('columnheader', { name: 'Soll' }).waitFor({ state: 'detached' });
});

test('somebody without a group: plans from nobody moves to best again, one of them applied', async () => {
	await page.goto(`${GROUPS}?person=reg-per-074`);
	await button('Aus der Gruppe nehmen').click();
	await page.getByText('Eine Person noch ohne Gruppe').waitFor();
	await button('Änderungen vorschlagen').click();
	const repairs = page.locator('.repairs');
	await repairs.waitFor({ timeout: 60_000 });
	await repairs.getByText('Niemand sonst zieht um').first().waitFor();
	await expectNoBarriers(page, 'repair frontier');
	await repairs.getByRole('button').first().click();
	await page.getByText('Eine Person noch ohne Gruppe').waitFor({ state: 'detached' });
	await page.locator('.undo').waitFor();
	expect(complaints).toEqual([]);
});

test('rules that cannot all hold are named, with what would help; taking the help solves it', async () => {
	await page.goto(GROUPS);
	// Both lead the same workshop: there they must sit, and apart they cannot.
	const leads = await page.locator('.board .col').evaluateAll(
		(columns) =>
			columns
				.map((column) =>
					[...column.querySelectorAll('[aria-label$="leitet diese Gruppe"]')].map((seat) => seat.ariaLabel ?? '')
				)
				.find((seats) => seats.length === 2)
				?.map((label) => label.split(', ')[1] ?? '') ?? []
	);
	expect(leads).toHaveLength(2);
	await page.goto(`${GROUPS}/pairs`);
	const removals = page.getByRole('button', { name: /^Entfernen/ });
	const before = await removals.count();
	for (const [i, field] of ['Erste Person', 'Zweite Person'].entries()) {
		const options = page.getByLabel(field).locator('option');
		const texts = await options.allInnerTexts();
		const at = texts.findIndex((text) => (leads[i] ?? '').split(' ').every((part) => text.includes(part)));
		await page.getByLabel(field).selectOption({ index: at });
	}
	await button('Eintragen').click();
	await expect.poll(() => removals.count()).toBe(before + 1);
	await page.goto(GROUPS);
	await button(/Rest neu mischen|Neuer Vorschlag/).click();
	const notice = page.locator('[role=status]', {
		hasText: 'Nicht alle festen Vorgaben lassen sich zugleich einhalten'
	});
	await notice.waitFor({ timeout: 60_000 });
	const [demands, helps] = await notice.getByRole('list').allInnerTexts();
	for (const name of leads) expect(demands).toContain(name);
	expect(helps).toMatch(/dürfen? zusammen sitzen/);
	await expectNoBarriers(page, 'board with a contradiction');
	await page.setViewportSize(NARROW);
	await expectNoSidewaysScroll(page, 'contradiction, narrow');
	await page.setViewportSize(WIDE);
	await page.goto(`${GROUPS}/pairs`);
	await page
		.getByRole('button', {
			name: new RegExp(`^Entfernen.*${leads[0]}.*${leads[1]}|^Entfernen.*${leads[1]}.*${leads[0]}`)
		})
		.click();
	await expect.poll(() => removals.count()).toBe(before);
	await page.goto(GROUPS);
	await button(/Rest neu mischen|Neuer Vorschlag/).click();
	await page.locator('.at-work').waitFor({ state: 'attached' });
	await ended();
	await notice.waitFor({ state: 'detached' });
	expect(complaints).toEqual([]);
});

test('without JavaScript: a proposal, the check and its end are form posts', async () => {
	const plain = await newPage(browser, product, { javaScriptEnabled: false });
	await logIn(plain.page, NADJA);
	await plain.page.goto(TABLES);
	await plain.page
		.getByRole('button', { name: /Rest neu mischen|Neuer Vorschlag/ })
		.first()
		.click();
	await plain.page.getByText('Ein neuer Vorschlag liegt auf dem Tisch').waitFor({ timeout: 60_000 });
	expect(new URL(plain.page.url()).search).not.toContain('/');
	await plain.page.getByRole('button', { name: 'Prüfen, ob es besser geht' }).click();
	await plain.page.getByRole('heading', { name: 'Die Einteilung wird geprüft' }).waitFor();
	await plain.page.getByRole('link', { name: 'Stand neu laden' }).click();
	await plain.page.getByRole('button', { name: 'Verwerfen' }).click();
	await plain.page.getByRole('heading', { name: 'Die Einteilung wird geprüft' }).waitFor({ state: 'detached' });
	await plain.context.close();
});
