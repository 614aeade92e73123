// npm run shots: pictures of every page of the demo region, wide and narrow, light and dark, some as printed.
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { DEMO_REGISTER_TOKEN } from '#lib/demo/loadRegistrations.server.ts';
import { logIn, NADJA, newPage, openBrowser } from '../tests/support/browser.ts';
import { forget, newDatabaseFile, startProduct } from '../tests/support/product.ts';
import { BOARD_PICTURES, drawBoard, drawMet, drawRounds } from './shotsBoard.ts';
import { LOOP_PAGES } from './shotsLoop.ts';
import { draw, FOLDER, isWanted } from './shotsDraw.ts';
import { addEarlierGathering, emptyDraft, prepareShots, type ShotsWorld } from './shotsWorld.ts';

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
		...LOOP_PAGES,
		accounts: { path: '/accounts' },
		account: { path: '/account' },
		missing: { path: '/nowhere' }
	};
}

/** What anybody sees, then what an organizer sees. */
async function drawPages(page: Page, world: ShotsWorld): Promise<void> {
	const wanted = Object.entries(pages(world)).filter(([name]) => isWanted(name));
	for (const isPublic of [true, false]) {
		if (!isPublic) await logIn(page, NADJA);
		for (const [name, shown] of wanted)
			if ((shown.isPublic ?? false) === isPublic) await draw(page, name, shown.path, shown.print);
	}
	await drawRounds(page);
	if (!isWanted('groups-lists')) return;
	await page.goto('/gatherings/ev-1/groups/release');
	await page.getByRole('button', { name: 'Fassung 1 freigeben' }).click();
	await page.waitForURL((url) => !url.pathname.endsWith('/release'));
	await draw(page, 'groups-lists', '/gatherings/ev-1/groups/releases/1', true);
}

/** A product of its own with the demo region, and a browser before it. */
async function visit<World>(
	prepare: (file: string) => Promise<World>,
	work: (page: Page, world: World) => Promise<void>
) {
	const file = newDatabaseFile('region');
	const world = await prepare(file);
	const product = await startProduct(file);
	const browser = await openBrowser();
	const { page } = await newPage(browser, product);
	await work(page, world);
	await browser.close();
	await product.stop();
	forget(file);
}

mkdirSync(FOLDER, { recursive: true });
await visit(prepareShots, drawPages);
if (BOARD_PICTURES.some(isWanted)) await visit(emptyDraft, drawBoard);
if (isWanted('circle')) await visit(addEarlierGathering, drawMet);
