import SQLite from 'better-sqlite3';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction, openDatabase } from '#lib/db/database.server.ts';
import { DEMO_REGISTER_TOKEN } from '#lib/demo/loadRegistrations.server.ts';
import { mintPersonalLink } from '#lib/registration/personalLinks.server.ts';
import { logIn, NADJA, newPage, openBrowser } from '../support/browser.ts';
import { forget, newDatabaseFile, type Product, startProduct } from '../support/product.ts';

const PAYLOAD = `<img src=x onerror="globalThis.struck=1">'"</script><script>globalThis.struck=1</script>`;

let browser: Browser;
let product: Product;
let mine: string;

beforeAll(async () => {
	const file = newDatabaseFile('region');
	const { db } = openDatabase(file);
	mine = await inTransaction(db, (trx) => mintPersonalLink(trx, 'reg-per-055', new Date().toISOString()));
	await db.destroy();
	product = await startProduct(file);
	browser = await openBrowser();
});

afterAll(async () => {
	await browser.close();
	await product.stop();
	forget(product.databaseFile);
});

const sql = <Row>(text: string): Row[] => {
	const db = new SQLite(product.databaseFile);
	const statement = db.prepare(text);
	const rows = (statement.reader ? statement.all() : [statement.run()]) as Row[];
	db.close();
	return rows;
};

const register = (fields: Record<string, string>) =>
	fetch(`${product.origin}/register/${DEMO_REGISTER_TOKEN}`, {
		method: 'POST',
		body: new URLSearchParams({ organisationId: 'org-p07', jobFunction: 'Fachkraft', isListed: 'on', ...fields }),
		headers: { origin: product.origin, accept: 'text/html' },
		redirect: 'manual'
	});

describe('registration', () => {
	test('twenty at once for three seats: three get one, the others wait in order', async () => {
		sql(`delete from registration where id not in (select registration_id from admission)`);
		sql(`update registration_window set capacity = 3 + (select count(*) from admission
			where registration_id not in (select registration_id from registration_withdrawal))`);
		const people = Array.from({ length: 20 }, (_, n) => ({
			firstName: 'Eil',
			lastName: `Andrang${String(n).padStart(2, '0')}`,
			email: `eil${n}@haus-sandbruck.example.org`
		}));
		const answers = await Promise.all(people.map(register));
		expect(answers.map(({ status }) => status)).toEqual(people.map(() => 303));
		const rows = sql<{ ordinal: number; hasSeat: number }>(
			`select ordinal, a.at is not null as hasSeat from registration r join person p on p.id = r.person_id
			left join admission a on a.registration_id = r.id where p.first_name = 'Eil' order by ordinal`
		);
		expect(rows.map(({ hasSeat }) => hasSeat)).toEqual(people.map((_, index) => (index < 3 ? 1 : 0)));
		expect(new Set(rows.map(({ ordinal }) => ordinal)).size).toBe(20);
	});

	test('fields that the form does not have change nothing', async () => {
		await register({
			firstName: 'Mara',
			lastName: 'Zusatz',
			email: 'mara@haus-sandbruck.example.org',
			id: 'reg-per-030',
			gatheringId: 'other',
			ordinal: '1',
			channel: 'office',
			registeredAt: '2001-01-01'
		});
		const [row] = sql<Record<string, unknown>>(
			`select r.gathering_id, r.ordinal > 100 as isLast, r.channel, r.registered_at > '2020' as isNow
			from registration r join person p on p.id = r.person_id where p.last_name = 'Zusatz'`
		);
		expect(row).toEqual({ gathering_id: 'ev-1', isLast: 1, channel: 'web', isNow: 1 });
	});
});

test('the personal page and its data hold nobody else', async () => {
	const [own] = sql<{ email: string }>(`select email from person where id = 'per-055'`);
	for (const path of [`/me/${mine}`, `/me/${mine}/__data.json`, `/me/${mine}/data`, `/me/${mine}/correct`]) {
		const text = await (await fetch(product.origin + path)).text();
		const addresses = new Set(text.match(/[\w.+-]+@[\w.-]+\.example\.org/g) ?? []);
		// The contact of the gathering and the data protection officer stand on every public page.
		const others = [...addresses].filter(
			(address) => address !== own?.email && address !== NADJA && !address.startsWith('datenschutz@')
		);
		expect(others, path).toEqual([]);
	}
});

test('text of participants stays text, everywhere it is shown', async () => {
	await register({
		firstName: PAYLOAD,
		lastName: PAYLOAD,
		email: 'text@haus-sandbruck.example.org',
		supportNeed: PAYLOAD
	});
	sql(
		`insert or ignore into admission select id, registered_at, 'office' from registration where support_need like '%struck%'`
	);
	const [{ id = '', personId = '' } = {}] = sql<{ id: string; personId: string }>(
		`select id, person_id as personId from registration where support_need like '%struck%'`
	);
	const { page, complaints } = await newPage(browser, product);
	await logIn(page, NADJA);
	const [{ messageId = 0 } = {}] = sql<{ messageId: number }>(
		`select max(id) as messageId from message where registration_id = '${id}'`
	);
	const g = '/gatherings/ev-1';
	for (const path of [
		`${g}/registrations?words=img`,
		`${g}/registrations/${id}`,
		`${g}/registrations/needs`,
		`${g}/groups?person=${id}`,
		`${g}/invitations`,
		`${g}/invitations/${messageId}`,
		'/people?words=img',
		`/people/${personId}`,
		'/'
	]) {
		await page.goto(path);
		expect(await page.evaluate(() => (globalThis as { struck?: number }).struck), path).toBeUndefined();
	}
	expect(complaints).toEqual([]);
});

test('a title full of signs leaves the download header whole', async () => {
	sql(
		`update gathering set title = '"; filename=x.html; y="' || char(13) || char(10) || 'X-Injected: 1' where id = 'ev-1'`
	);
	const { page } = await newPage(browser, product);
	await logIn(page, NADJA);
	const answer = await page.request.get('/gatherings/ev-1/registrations/list.csv');
	expect(answer.headers()['x-injected']).toBeUndefined();
	expect(answer.headers()['content-disposition']).toMatch(/^attachment; filename="[\w.-]+"/);
	expect(answer.headers()['x-content-type-options']).toBe('nosniff');
	const text = await answer.text();
	expect(text.split('\n').filter((line) => /^"?[=+@]/.test(line))).toEqual([]);
});

test('an error in the program shows a calm page and nothing of its inside', async () => {
	sql(`drop table letter`);
	const { page } = await newPage(browser, product);
	await logIn(page, NADJA);
	const answer = await page.goto('/gatherings/ev-1/invitations/letters');
	expect(answer?.status()).toBe(500);
	const text = await page.locator('body').innerText();
	expect(text).toContain('Das hat nicht geklappt');
	expect(text).not.toMatch(/select|sqlite|no such table|\.ts:|\bat \w+ \(/i);
	expect(product.printed()).toContain('"level":"error"');
	expect(product.printed()).not.toContain(mine);
});
