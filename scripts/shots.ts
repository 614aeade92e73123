// npm run shots: pictures of every page of the demo region, wide and narrow, light and dark, some as printed.
import { mkdirSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';
import { DEMO_REGISTER_TOKEN } from '#lib/demo/loadRegistrations.server.ts';
import { NADJA, PASSWORD } from '../tests/support/browser.ts';
import { forget, newDatabaseFile, startProduct } from '../tests/support/product.ts';
import { prepareShots, type ShotsWorld } from './shotsWorld.ts';
import { findBrowser } from './browser.mjs';

const FOLDER = 'docs/pictures';
const WIDTHS = [1280, 360];
const SCHEMES = ['light', 'dark'] as const;
const MOST_PIXELS = 4000;

const [wanted = ''] = process.argv.slice(2);

/** name → address; `print` pages are also drawn as paper. */
function pages({
	meToken,
	importId
}: ShotsWorld): Record<string, { path: string; print?: boolean; isPublic?: boolean }> {
	const g = '/gatherings/ev-1';
	return {
		login: { path: '/login', isPublic: true },
		register: { path: `/register/${DEMO_REGISTER_TOKEN}`, isPublic: true },
		'register-colleagues': { path: `/register/${DEMO_REGISTER_TOKEN}/colleagues`, isPublic: true },
		'register-privacy': { path: `/register/${DEMO_REGISTER_TOKEN}/privacy`, isPublic: true, print: true },
		me: { path: `/me/${meToken}`, isPublic: true },
		'me-correct': { path: `/me/${meToken}/correct`, isPublic: true },
		'me-substitute': { path: `/me/${meToken}/substitute`, isPublic: true },
		start: { path: '/' },
		gatherings: { path: '/gatherings' },
		'gatherings-new': { path: '/gatherings/new' },
		gathering: { path: g, print: true },
		'gathering-edit': { path: `${g}/edit` },
		rooms: { path: `${g}/rooms` },
		agenda: { path: `${g}/agenda` },
		'agenda-item': { path: `${g}/agenda/items/ag-04` },
		'agenda-release': { path: `${g}/agenda/release` },
		workshop: { path: `${g}/workshops/ws-4` },
		'workshop-new': { path: `${g}/workshops/new` },
		registrations: { path: `${g}/registrations`, print: true },
		'registrations-new': { path: `${g}/registrations/new` },
		'registrations-window': { path: `${g}/registrations/window` },
		'registrations-needs': { path: `${g}/registrations/needs`, print: true },
		registration: { path: `${g}/registrations/reg-per-055` },
		groups: { path: `${g}/groups?person=reg-per-074`, print: true },
		'groups-pairs': { path: `${g}/groups/pairs` },
		'groups-release': { path: `${g}/groups/release` },
		'registration-correct': { path: `${g}/registrations/reg-per-055/correct` },
		'registration-substitute': { path: `${g}/registrations/reg-per-055/substitute` },
		invitations: { path: `${g}/invitations` },
		'invitations-message': { path: `${g}/invitations/1` },
		'invitations-letters': { path: `${g}/invitations/letters` },
		'invitations-letter': { path: `${g}/invitations/letters/group/de` },
		'invitations-circular': { path: `${g}/invitations/circular` },
		journal: { path: `${g}/journal` },
		people: { path: '/people' },
		person: { path: '/people/per-055' },
		'person-merge': { path: '/people/per-001/merge' },
		'people-new': { path: '/people/new' },
		'people-import': { path: '/people/import' },
		'people-import-preview': { path: `/people/import/${importId}` },
		organisations: { path: '/organisations' },
		organisation: { path: '/organisations/org-p03' },
		'organisation-new': { path: '/organisations/new' },
		'organisation-merge': { path: '/organisations/org-p03/merge' },
		circles: { path: '/circles' },
		circle: { path: '/circles/circle-tt' },
		accounts: { path: '/accounts' },
		account: { path: '/account' },
		missing: { path: '/nowhere' }
	};
}

async function draw(page: Page, name: string, path: string, print: boolean): Promise<void> {
	for (const width of WIDTHS) {
		await page.setViewportSize({ width, height: width > 500 ? 900 : 780 });
		for (const colorScheme of SCHEMES) {
			await page.emulateMedia({ colorScheme, media: 'screen' });
			await page.goto(path);
			await page.evaluate(() => document.fonts.ready);
			await shoot(page, `${name}-${width}-${colorScheme}`, width);
		}
	}
	if (!print) return;
	await page.setViewportSize({ width: 794, height: 1123 });
	await page.emulateMedia({ media: 'print', colorScheme: 'light' });
	await shoot(page, `${name}-print`, 794);
}

/** The whole page; of a long list its beginning. */
async function shoot(page: Page, name: string, width: number): Promise<void> {
	const height = await page.evaluate(() => document.documentElement.scrollHeight);
	const clip = { x: 0, y: 0, width, height: Math.min(height, MOST_PIXELS) };
	await page.screenshot({ path: `${FOLDER}/${name}.png`, fullPage: true, clip });
}

mkdirSync(FOLDER, { recursive: true });
const file = newDatabaseFile('region');
const world = await prepareShots(file);
const product = await startProduct(file);
const browser = await chromium.launch({
	executablePath: findBrowser(),
	args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
});
const context = await browser.newContext({ locale: 'de-DE', baseURL: product.origin });
const page = await context.newPage();
await page.goto('/login');
const isWanted = ([name]: [string, unknown]) => name.startsWith(wanted);
for (const [name, { path, print = false, isPublic }] of Object.entries(pages(world)).filter(isWanted)) {
	if (!isPublic) continue;
	await draw(page, name, path, print);
}
await page.goto('/login');
await page.getByLabel('E-Mail').fill(NADJA);
await page.getByLabel('Passwort').fill(PASSWORD);
await page.getByRole('button', { name: 'Anmelden' }).click();
await page.waitForURL('/');
for (const [name, { path, print = false, isPublic }] of Object.entries(pages(world)).filter(isWanted)) {
	if (isPublic) continue;
	await draw(page, name, path, print);
	process.stdout.write(`${name}\n`);
}
if ('groups-lists'.startsWith(wanted)) {
	await page.goto('/gatherings/ev-1/groups/release');
	await page.getByRole('button', { name: 'Fassung 1 freigeben' }).click();
	await page.waitForURL((url) => !url.pathname.endsWith('/release'));
	await draw(page, 'groups-lists', '/gatherings/ev-1/groups/releases/1', true);
}
await browser.close();
await product.stop();
forget(file);
