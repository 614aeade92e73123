import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { addDays, berlinDay } from '#lib/time/berlin.ts';
import { logIn, newPage, openBrowser, PASSWORD } from './browser.ts';
import { forget, newDatabaseFile, type Product, startProduct } from './product.ts';

const LATER = pathToFileURL('tests/support/laterClock.ts').href;

/** An empty product with one administrator before the screen. Days pass by the product's own clock, never in its data. */
export class Story {
	readonly complaints: string[][] = [];
	#aheadDays = 0;
	#emails = new Map<Page, string>();

	product: Product;
	readonly browser: Browser;

	private constructor(product: Product, browser: Browser) {
		this.product = product;
		this.browser = browser;
	}

	static async begin(): Promise<Story> {
		return new Story(await startProduct(newDatabaseFile('empty')), await openBrowser());
	}

	async end(): Promise<void> {
		await this.browser.close();
		await this.product.stop();
		forget(this.product.databaseFile);
	}

	/** The day of the story, or so many days after it. */
	day(after = 0): string {
		return addDays(berlinDay(new Date().toISOString()), this.#aheadDays + after);
	}

	/** Somebody at a computer of their own. */
	async visitor(options: BrowserContextOptions = {}): Promise<Page> {
		const opened = await newPage(this.browser, this.product, options);
		this.complaints.push(opened.complaints);
		return opened.page;
	}

	/** The first account, by the link that the empty product prints. */
	async setUp(name: string, email: string): Promise<Page> {
		const page = await this.visitor();
		await page.goto(this.product.setUpPath ?? '');
		await page.getByLabel('Name', { exact: true }).fill(name);
		await page.getByLabel('E-Mail').fill(email);
		await page.getByLabel('Neues Passwort').fill(PASSWORD);
		await page.getByRole('button', { name: 'Konto anlegen' }).click();
		await page.waitForURL('/');
		this.#emails.set(page, email);
		return page;
	}

	/** Days go by: the product is stopped and started with its clock so much later; whoever was logged out logs in again. */
	async daysPass(days: number): Promise<void> {
		this.#aheadDays += days;
		const { databaseFile, origin } = this.product;
		await this.product.stop();
		this.product = await startProduct(databaseFile, {
			...{ PORT: new URL(origin).port, NODE_OPTIONS: `--import=${LATER}`, CLOCK_AHEAD_DAYS: String(this.#aheadDays) }
		});
		for (const [page, email] of this.#emails) {
			await page.goto('/');
			if (new URL(page.url()).pathname === '/login') await logIn(page, email);
		}
	}

	/** An account for somebody of an organisation; the link is handed over, no mail server is needed. */
	async invite(office: Page, name: string, email: string, organisation: string): Promise<Page> {
		await office.goto('/accounts');
		const form = office.locator('form[action="?/invite"]');
		await form.getByLabel('Name', { exact: true }).fill(name);
		await form.getByLabel('E-Mail').fill(email);
		await form.locator('[name=organisationId]').selectOption({ label: organisation });
		await form.getByRole('button', { name: 'Einladen' }).click();
		const link = await office.getByRole('status').locator('code').innerText();
		const page = await this.visitor();
		await page.goto(new URL(link).pathname);
		await page.getByLabel('Neues Passwort').fill(PASSWORD);
		await page.getByRole('button', { name: 'Passwort speichern' }).click();
		await page.waitForURL('/');
		this.#emails.set(page, email);
		return page;
	}

	/** The account's own organisation, chosen once the directory knows it. */
	async belongTo(page: Page, organisation: string): Promise<void> {
		await page.goto('/accounts');
		await page.locator('summary', { hasText: 'Organisation ändern' }).first().click();
		const form = page.locator('form[action="?/move"]').first();
		await form.locator('[name=organisationId]').selectOption({ label: organisation });
		await form.getByRole('button', { name: 'Speichern' }).click();
		await page.getByText('Die Organisation ist geändert.').waitFor();
	}

	/** A list as a table calculation gives it: heading first, one line per person. Unknown organisations are added. */
	async importList(page: Page, lines: readonly (readonly string[])[], gatheringId?: string): Promise<void> {
		const file = join(dirname(this.product.databaseFile), 'liste.csv');
		writeFileSync(file, lines.map((line) => line.join(';')).join('\n'));
		await page.goto(gatheringId ? `/people/import?gathering=${gatheringId}` : '/people/import');
		await page.setInputFiles('input[type=file]', file);
		await page.getByRole('button', { name: 'Einlesen' }).click();
		await page.waitForURL(/\/people\/import\/[a-z0-9]+/);
		await page.getByText(/^In der Liste steh/).waitFor();
		const addAll = page.getByRole('button', { name: 'Alle unbekannten neu anlegen' });
		if ((await addAll.count()) > 0) {
			await addAll.click();
			await page.waitForURL(/done=decided/);
		}
		// Of names that resemble each other only one is added without asking.
		const open = page.locator('select[name^="org-"]').filter({ has: page.locator('option[value=""]:checked') });
		if ((await open.count()) > 0) {
			while ((await open.count()) > 0) await open.first().selectOption('new');
			await page.getByRole('button', { name: 'Antworten eintragen' }).first().click();
			await page.getByText('Alle Organisationen sind zugeordnet.').waitFor();
		}
		await page.getByRole('button', { name: 'Übernehmen', exact: true }).first().click();
		await page.waitForURL(/done=applied/);
	}

	/** A standing circle; gives its address. */
	async foundCircle(page: Page, name: string, kind: string): Promise<string> {
		await page.goto('/circles');
		await page.getByLabel('Name', { exact: true }).fill(name);
		await page.getByLabel('Art', { exact: true }).selectOption({ label: kind });
		await page.getByRole('button', { name: 'Runde anlegen' }).click();
		await page.waitForURL(/\/circles\/[a-z0-9]{12}$/);
		return new URL(page.url()).pathname;
	}

	async seat(page: Page, circle: string, organisations: readonly string[]): Promise<void> {
		await page.goto(`${circle}/seats`);
		const form = page.locator('#new');
		for (const organisation of organisations) {
			await form.getByLabel('Organisation', { exact: true }).selectOption({ label: organisation });
			await form.getByRole('button', { name: 'Sitz hinzufügen' }).click();
			await page.getByRole('heading', { level: 3, name: organisation }).waitFor();
		}
	}
}
