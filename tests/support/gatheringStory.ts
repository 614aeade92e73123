import type { Page } from 'playwright-core';

export interface Occasion {
	kind: string;
	title: string;
	day: string;
	hosts: readonly string[];
}

/** A dated occasion of a circle; gives its address. */
export async function createOccasion(page: Page, circle: string, { kind, title, day, hosts }: Occasion) {
	await page.goto(`/gatherings/new?circle=${circle.split('/').at(-1)}`);
	await page.getByLabel('Art', { exact: true }).selectOption({ label: kind });
	await page.getByLabel('Titel', { exact: true }).fill(title);
	await page.getByLabel('Tag', { exact: true }).fill(day);
	for (const host of hosts) await page.getByLabel(host, { exact: true }).check();
	await page.getByRole('button', { name: 'Veranstaltung anlegen' }).click();
	await page.waitForURL(/\/gatherings\/[a-z0-9]{12}$/);
	return new URL(page.url()).pathname;
}

export async function addItem(page: Page, gathering: string, kind: string, title: string, start: string) {
	await page.goto(`${gathering}/agenda`);
	const form = page.locator('form[action*="add"]');
	await form.getByLabel('Art', { exact: true }).selectOption({ label: kind });
	await form.getByLabel('Titel', { exact: true }).fill(title);
	await form.getByLabel('Beginn', { exact: true }).fill(start);
	await form.getByLabel('Dauer in Minuten').fill('90');
	await form.getByRole('button', { name: 'Punkt hinzufügen' }).click();
	await page.locator('.day').getByText(title).first().waitFor();
}

/** A workshop in the first group work of the day. */
export async function addWorkshop(page: Page, gathering: string, theme: string): Promise<void> {
	await page.goto(`${gathering}/workshops/new`);
	await page.getByLabel('Titel', { exact: true }).fill(theme);
	await page.getByLabel('Im Programm').selectOption({ index: 1 });
	await page.getByLabel('Mindestens').fill('6');
	await page.getByLabel('Höchstens').fill('14');
	await page.getByRole('button', { name: 'Workshop anlegen' }).click();
	await page.waitForURL((url) => !url.pathname.endsWith('/workshops/new'));
}

/** Opens the registration; gives the path of its public page. */
export async function openRegistration(page: Page, gathering: string, from: string, until: string): Promise<string> {
	await page.goto(`${gathering}/registrations/window`);
	await page.getByLabel('Erster Tag').fill(from);
	await page.getByLabel('Letzter Tag').fill(until);
	await page.getByLabel('Plätze').fill('70');
	await page.locator('form[action*="window"]').getByRole('button').last().click();
	await page.goto(`${gathering}/registrations`);
	const address = await page.locator('a[href*="/register/"]').first().getAttribute('href');
	return new URL(address ?? '').pathname;
}

/** Proposes mixed groups and releases them as they are. */
export async function mixAndRelease(page: Page, gathering: string): Promise<void> {
	await page.goto(`${gathering}/groups`);
	await page
		.getByRole('button', { name: /Vorschlag/ })
		.first()
		.click();
	// While the proposal is being made the board rests.
	await page.locator('.undo').waitFor({ timeout: 60_000 });
	await page.goto(`${gathering}/groups/release`);
	await page.getByLabel('Begründung').fill('So haben es beide Gastgebenden gesehen.');
	await page.getByRole('button', { name: 'Fassung 1 freigeben' }).click();
	await page.waitForURL(/\/groups\/releases\/1/);
}

export interface Finding {
	kind: string;
	side?: string;
	text: string;
	dots?: number;
}

/** Writes results on the page of one workshop that is open, each on a line of its own. */
export async function writeFindings(page: Page, findings: readonly Finding[]): Promise<void> {
	const saved = () => page.locator('.saved[data-state=saved]').waitFor({ timeout: 30_000 });
	await saved();
	const form = page.locator('form.entry').last();
	for (const { kind, side = 'alle Seiten', text, dots } of findings) {
		await form.getByRole('radio', { name: kind }).check();
		await form.getByLabel('Sicht').selectOption({ label: side });
		await page.locator('#new-rest').fill(text);
		await page.locator('#new-rest').press('Enter');
		const line = page
			.locator('li[id^=note-]')
			.filter({ has: page.locator('textarea') })
			.last();
		if (dots) await page.getByLabel('Punkte').last().fill(String(dots));
		await line.waitFor();
		await saved();
	}
}
