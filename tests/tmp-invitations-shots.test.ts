import { test } from 'vitest';
import { expectNoBarriers, expectNoSidewaysScroll, NARROW, newPage, openBrowser, WIDE } from '/work/main/tests/support/browser.ts';
test('shots', async () => {
	const browser = await openBrowser();
	const { page, context } = await newPage(browser, { origin: 'http://localhost:4814' } as never);
	context.setDefaultTimeout(60000);
	await context.addCookies([{ name: 'session', value: 'K4qYMcmns5_MbC0KXtFTS0tcwmOo9qaLoPTVxhg10Nk', url: 'http://localhost:4814' }]);
	await page.route('**/*', (r) => (r.request().resourceType() === 'script' ? r.abort() : r.continue()));
	const base = '/gatherings/ev-1/invitations';
	const first = async (q: string) => { await page.goto(base + q); return page.locator('ol.lines a').first().getAttribute('href'); };
	const list = [['outbox', base], ['letters', base + '/letters'], ['letter', base + '/letters/group/de'], ['circular', base + '/circular'], ['held', await first('?state=held')], ['uncertain', await first('?state=uncertain')], ['changed', await first('?kind=changed')], ['failed', await first('?state=failed')]] as [string, string][];
	for (const [name, path] of list) for (const [w, size] of [['1280', WIDE], ['360', NARROW]] as const) {
		await page.setViewportSize(size);
		await page.goto(path, { waitUntil: 'load' });
		await page.screenshot({ path: '/tmp/invitations/' + name + '-' + w + '.png', fullPage: name !== 'outbox' });
		for (const check of [expectNoBarriers, expectNoSidewaysScroll]) try { await check(page, name); } catch (e) { console.log(name, w, String((e as Error).message).slice(0, 800)); }
	}
	await browser.close();
}, 500000);
