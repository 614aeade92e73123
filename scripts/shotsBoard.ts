import type { Page } from 'playwright-core';
import { logIn, NADJA, WIDE } from '../tests/support/browser.ts';
import { draw, drawStanding, isWanted } from './shotsDraw.ts';

export const BOARD_PICTURES = ['before', 'running', 'compare', 'proved', 'table', 'why', 'repair'].map(
	(name) => `groups-${name}`
);
const AGENDA = '/gatherings/ev-1/agenda';
const GROUPS = '/gatherings/ev-1/groups';
const TOPICS = [
	'Kinderschutz im Alltag',
	'Übergänge gestalten',
	'Eltern erreichen',
	'Wenn Hilfe endet',
	'Digitale Wege'
];
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const rested = (page: Page) => page.locator('.at-work').waitFor({ state: 'detached', timeout: 120_000 });

async function drawAt(page: Page, name: string, path: string): Promise<void> {
	await drawStanding(page, name, async () => {
		await page.goto(path);
	});
}

async function propose(page: Page): Promise<void> {
	await press(page, /Vorschlag/);
	await page.locator('.undo').waitFor();
	await rested(page);
}

/** Starts a proposal unless one is at work, and waits until it has something to tell. */
async function watch(page: Page, groups: string): Promise<void> {
	await page.goto(groups);
	if ((await page.locator('.at-work').count()) === 0) await press(page, /Vorschlag/);
	await page
		.locator('.at-work .stand')
		.getByText(/Mischung/)
		.waitFor();
}

/** The groups of the Fachtag from the empty board to somebody without a group; a run at work where it takes long. */
export async function drawBoard(page: Page, { tables }: { tables: string }): Promise<void> {
	await logIn(page, NADJA);
	await drawAt(page, 'groups-before', GROUPS);
	await page.setViewportSize(WIDE);
	await drawStanding(page, 'groups-running', () => watch(page, tables));
	await rested(page);
	await page.goto(GROUPS);
	await propose(page);
	await page.goto(GROUPS);
	await propose(page);
	await drawAt(page, 'groups-compare', `${GROUPS}/compare?a=now&b=${await otherRun(page)}`);
	await page.goto(GROUPS);
	if (isWanted('groups-proved')) {
		await press(page, 'Prüfen, ob es besser geht');
		await page.getByText('Geprüft.', { exact: true }).waitFor();
		await rested(page);
	}
	await drawStanding(page, 'groups-proved');
	await drawAt(page, 'groups-table', `${GROUPS}?group=ws-4`);
	await drawAt(page, 'groups-why', `${GROUPS}?person=${await withOffers(page)}`);
	if (isWanted('groups-repair')) await cancel(page);
	await drawStanding(page, 'groups-repair');
}

/** The proposal before the one on the board. */
async function otherRun(page: Page): Promise<string> {
	await page.goto(`${GROUPS}/compare`);
	return (await page.locator('#b option, [name=b] option').last().getAttribute('value')) ?? '';
}

/** Somebody who did not get the first wish: there is a price to be told. */
async function withOffers(page: Page): Promise<string> {
	await page.goto(GROUPS);
	const rows = page.locator('.board [data-person]').filter({ has: page.locator('.low', { hasText: '3.' }) });
	return (await rows.last().getAttribute('data-person')) ?? '';
}

/** Released groups, and then three from one office cannot come. */
async function cancel(page: Page): Promise<void> {
	const ids = await page
		.locator('[data-group="ws-1"] [data-person]')
		.evaluateAll((rows) => rows.slice(1, 4).map((row) => (row as HTMLElement).dataset.person ?? ''));
	await page.goto(`${GROUPS}/release`);
	await press(page, 'Fassung 1 freigeben');
	await page.waitForURL((url) => !url.pathname.endsWith('/release'));
	for (const id of ids) {
		await page.goto(`/gatherings/ev-1/registrations/${id}`);
		await press(page, 'Abmelden');
		await page.waitForLoadState('networkidle');
	}
	await page.goto(GROUPS);
	await press(page, 'Änderungen vorschlagen');
	await page.locator('.repairs').waitFor({ timeout: 60_000 });
}

/** Rounds at tables while they are typed: the preview counts along. */
export async function drawRounds(page: Page): Promise<void> {
	if (!isWanted('agenda-rounds')) return;
	await page.goto(`${AGENDA}/rounds?kind=world_cafe`);
	await page.locator('[name=title]').fill('World-Café');
	const topics = page.locator('[name="topics[]"]');
	for (const [i, topic] of TOPICS.entries()) await topics.nth(i).fill(topic);
	await page.locator('h1').click();
	await drawStanding(page, 'agenda-rounds');
}

/** A circle whose people have met before. */
export async function drawMet(page: Page): Promise<void> {
	await logIn(page, NADJA);
	await draw(page, 'circle', '/circles/circle-tt');
}
