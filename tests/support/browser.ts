import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { findBrowser } from '../../scripts/browser.mjs';
import type { Product } from './product.ts';

const ARGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

export const WIDE = { width: 1280, height: 900 };
export const NARROW = { width: 360, height: 780 };

export function openBrowser(): Promise<Browser> {
	return chromium.launch({ executablePath: findBrowser(), headless: true, args: ARGS });
}

/** A new person at a new computer: no cookies, German. What the page complains about is collected. */
export async function newPage(browser: Browser, product: Product, options: BrowserContextOptions = {}) {
	const context = await browser.newContext({ locale: 'de-DE', viewport: WIDE, baseURL: product.origin, ...options });
	context.setDefaultTimeout(15_000);
	const page = await context.newPage();
	const complaints: string[] = [];
	page.on('pageerror', (error) => complaints.push(String(error)));
	page.on('console', (message) => {
		const text = message.text();
		// A refused form answers 400 on purpose; the browser notes each such answer.
		if (message.type() === 'error' && !/status of 4\d\d/.test(text)) complaints.push(text);
	});
	return { page, context, complaints };
}

export const PASSWORD = 'runder tisch im seetal';
export const NADJA = 'nadja.wojciechowski@kreisjugendamt-seetal.example.org';
export const AYSE = 'ayse.yildirim-kraemer@stadtjugendamt-birkenfurt.example.org';
export const YASMIN = 'yasmin.el-sayed@flussgarten-jugendhilfe.example.org';

export async function logIn(page: Page, email: string, password = PASSWORD): Promise<void> {
	await page.goto('/login');
	await page.getByLabel('E-Mail').fill(email);
	await page.getByLabel('Passwort').fill(password);
	await page.getByRole('button', { name: 'Anmelden' }).click();
	await page.waitForURL((url) => !url.pathname.startsWith('/login'));
}

/** WCAG 2.2 A and AA, as far as a program can tell. */
export async function expectNoBarriers(page: Page, where: string): Promise<void> {
	const { violations } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
		.analyze();
	const named = violations.map(
		(v) =>
			`${v.id}: ${v.nodes
				.map((node) => node.target.join(' '))
				.slice(0, 3)
				.join(' | ')}`
	);
	expect(named, where).toEqual([]);
}

/** No page scrolls sideways. */
export async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
	const extra = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	expect(extra, where).toBeLessThanOrEqual(0);
}

/**
 * Looks at a page wide and light, narrow and dark: no barriers, nothing scrolls sideways. Where PICTURES names a folder,
 * pictures are kept there.
 */
export async function look(page: Page, name: string): Promise<void> {
	const folder = process.env.PICTURES;
	for (const [viewport, colorScheme] of [
		[WIDE, 'light'],
		[NARROW, 'dark']
	] as const) {
		const where = `${name}-${viewport.width}-${colorScheme}`;
		await page.setViewportSize(viewport);
		// Links fade into their new colour; half-way their contrast is nobody's.
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await page.evaluate(() => document.fonts.ready);
		if (folder) await page.screenshot({ path: `${folder}/${where}.png`, fullPage: true });
		await expectNoBarriers(page, where);
		await expectNoSidewaysScroll(page, where);
	}
	await page.setViewportSize(WIDE);
	await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' });
}
