import { test } from 'vitest';
import { expectNoBarriers, expectNoSidewaysScroll, PASSWORD, NADJA, NARROW, newPage, openBrowser, WIDE } from '/work/main/tests/support/browser.ts';
test('shots', async () => {
	const browser = await openBrowser();
	const { page, complaints } = await newPage(browser, { origin: 'http://localhost:4814' } as never);
	await page.context().request.post('http://localhost:4814/login?/password', { form: { email: NADJA, password: PASSWORD }, headers: { origin: 'http://localhost:4814' }, maxRedirects: 0 });
	const base = '/gatherings/ev-1/invitations';
	const rows = ['', '?state=held', '/letters', '/letters/group/de', '/circular', '?state=failed'];
	await page.goto(base + '?state=held');
	const held = await page.locator('ol.lines a').first().getAttribute('href');
	await page.goto(base + '?state=uncertain'); const unc = await page.locator('ol.lines a').first().getAttribute('href');
	await page.goto(base + '?kind=changed'); const ch = await page.locator('ol.lines a').first().getAttribute('href');
	for (const [name, path] of [...rows.map((r) => [r.replace(/\W/g, '_') || 'outbox', base + r]), ['held', held], ['uncertain', unc], ['changed', ch]] as [string, string][]) {
		for (const [w, size] of [['1280', WIDE], ['360', NARROW]] as const) {
			await page.setViewportSize(size);
			await page.goto(path, { waitUntil: 'load' });
			await page.screenshot({ path: `/tmp/invitations/${name}-${w}.png`, fullPage: name !== 'outbox' });
			try { await expectNoBarriers(page, name); await expectNoSidewaysScroll(page, name); } catch (e) { console.log(name, w, String(e).slice(0, 600)); }
		}
	}
	console.log('complaints', complaints);
	await browser.close();
}, 580000);
