import type { Page } from 'playwright-core';

export const FOLDER = 'docs/pictures';
const WIDTHS = [1280, 360];
const SCHEMES = ['light', 'dark'] as const;
const MOST_PIXELS = 4000;

const beginnings = process.argv.slice(2);

/** Whether this picture is asked for: `npm run shots -- groups circle` takes those whose names begin so. */
export function isWanted(name: string): boolean {
	return beginnings.length === 0 || beginnings.some((beginning) => name.startsWith(beginning));
}

async function look(page: Page, before: (name: string, width: number) => Promise<void>, name: string): Promise<void> {
	for (const width of WIDTHS) {
		await page.setViewportSize({ width, height: width > 500 ? 900 : 780 });
		for (const colorScheme of SCHEMES) {
			await page.emulateMedia({ colorScheme, media: 'screen', reducedMotion: 'reduce' });
			await before(`${name}-${width}-${colorScheme}`, width);
		}
	}
}

/** A page by its address: wide and narrow, light and dark, with `print` also as paper. */
export async function draw(page: Page, name: string, path: string, print = false): Promise<void> {
	await look(
		page,
		async (picture, width) => {
			await page.goto(path);
			await page.evaluate(() => document.fonts.ready);
			await shoot(page, picture, width);
		},
		name
	);
	process.stdout.write(`${name}\n`);
	if (!print) return;
	await page.setViewportSize({ width: 794, height: 1123 });
	await page.emulateMedia({ media: 'print', colorScheme: 'light' });
	await shoot(page, `${name}-print`, 794);
}

/** A page as it stands, without loading it again: what has been typed stays, a run goes on. */
export async function drawStanding(page: Page, name: string, before = async () => {}): Promise<void> {
	if (!isWanted(name)) return;
	await look(
		page,
		async (picture, width) => {
			await before();
			await standWhole(page, width);
			await shoot(page, picture, width);
		},
		name
	);
	process.stdout.write(`${name}\n`);
}

/** A window as high as the page: what would be out of sight is drawn as well. */
async function standWhole(page: Page, width: number): Promise<void> {
	const height = await page.evaluate(() => document.documentElement.scrollHeight);
	await page.setViewportSize({ width, height: Math.min(height, MOST_PIXELS) });
	await page.evaluate(() => new Promise((done) => setTimeout(done, 150)));
}

/** The whole page; of a long list its beginning. */
async function shoot(page: Page, name: string, width: number): Promise<void> {
	const { height, wide } = await page.evaluate(() => {
		const { scrollHeight, scrollWidth } = document.documentElement;
		return { height: scrollHeight, wide: scrollWidth };
	});
	if (wide > width) process.stdout.write(`${name} scrolls sideways: ${wide} px\n`);
	const clip = { x: 0, y: 0, width, height: Math.min(height, MOST_PIXELS) };
	await page.screenshot({ path: `${FOLDER}/${name}.png`, fullPage: true, clip });
}
