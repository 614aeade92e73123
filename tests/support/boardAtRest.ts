import type { Page } from 'playwright-core';

/** Waits until everybody sits where she shall: only then does the board tell each group's table. */
export async function atRest(page: Page): Promise<void> {
	await page
		.getByRole('link', { name: /^Soll und Ist/ })
		.first()
		.waitFor();
}
