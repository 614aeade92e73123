import { constants, setPriority } from 'node:os';
import type { Page } from 'playwright-core';
import { openDatabase } from '#lib/db/database.server.ts';
import { logIn, NADJA, newPage, openBrowser } from '../tests/support/browser.ts';
import { forget, newDatabaseFile, startProduct } from '../tests/support/product.ts';
import { fillGathering } from './benchCrowd.ts';
import type { Figures } from './benchFigures.ts';

const PEOPLE = 300;
const ID = 'b-board';
/** Longer than this a page is felt to stand still. */
const SMOOTH_MS = 50;
const LOOK_MS = 6000;

/** Milliseconds between two frames of the page, for so long. */
function framesOf(page: Page, forMs: number): Promise<number[]> {
	return page.evaluate(
		(most) =>
			new Promise<number[]>((resolve) => {
				const gaps: number[] = [];
				const began = performance.now();
				let before = began;
				const frame = (at: number) => {
					gaps.push(at - before);
					before = at;
					if (at - began < most) requestAnimationFrame(frame);
					else resolve(gaps.slice(1));
				};
				requestAnimationFrame(frame);
			}),
		forMs
	);
}

const said = (gaps: number[]) => {
	const long = gaps.filter((gap) => gap > SMOOTH_MS);
	return `${long.length} of ${gaps.length} frames over ${SMOOTH_MS} ms, longest ${Math.max(...gaps).toFixed(0)} ms`;
};

/** The board of 300 people in a browser while a proposal is made, beside a page that shows nothing of it meanwhile. */
export async function benchBoard(): Promise<Figures> {
	const file = newDatabaseFile('region');
	const { db } = openDatabase(file);
	await fillGathering(db, ID, PEOPLE);
	await db.destroy();
	const product = await startProduct(file);
	// The browser of an organizer runs on a machine of its own: here the mixing must not take the processor from it.
	setPriority(product.pid, constants.priority.PRIORITY_LOW);
	const browser = await openBrowser();
	try {
		const { page } = await newPage(browser, product);
		await logIn(page, NADJA);
		const groups = `/gatherings/${ID}/groups`;
		const propose = async () => {
			await page.goto(groups);
			await page
				.getByRole('button', { name: /Vorschlag/ })
				.first()
				.click();
			await page.locator('.at-work').waitFor();
		};
		await propose();
		await page.goto(`/gatherings/${ID}`);
		const elsewhere = await framesOf(page, LOOK_MS);
		await propose();
		const board = await framesOf(page, LOOK_MS);
		return [
			[`another page while ${PEOPLE} people are mixed`, said(elsewhere)],
			[`the board of ${PEOPLE} people while they are mixed`, said(board)]
		];
	} finally {
		await browser.close();
		await product.stop();
		forget(file);
	}
}
