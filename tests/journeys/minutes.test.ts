import SQLite from 'better-sqlite3';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, berlinDay } from '#lib/time/berlin.ts';
import { logIn, look, NADJA, newPage, openBrowser, YASMIN } from '../support/browser.ts';
import { forget, newDatabaseFile, type Product, startProduct } from '../support/product.ts';

const TODAY = berlinDay(new Date().toISOString());
const HELD = addDays(TODAY, -3);
const ID = 'ev-meeting';
const PAGE = `/gatherings/${ID}/minutes`;
const PICTURES = process.env.PICTURES ?? '';

let browser: Browser;
let product: Product;
let host: Page;
let member: Page;
const complaints: string[][] = [];

async function someone(email: string, options: BrowserContextOptions = {}): Promise<Page> {
	const opened = await newPage(browser, product, options);
	complaints.push(opened.complaints);
	await logIn(opened.page, email);
	return opened.page;
}

/** A meeting of the Trägertreffen three days ago, with its programme. */
function insertMeeting(file: string): void {
	const db = new SQLite(file);
	db.exec(`
		create temp table model as select * from gathering where id = 'tt-2';
		update model set id = '${ID}', title = 'Trägertreffen im Herbst', date_on = '${HELD}';
		insert into gathering select * from model;
		insert into host select '${ID}', organisation_id from host where gathering_id = 'tt-2';`);
	const add = db.prepare(
		`insert into agenda_item (id, gathering_id, kind, title, note, start_time, length_min, room_id, place, speakers)
		values (?, '${ID}', ?, ?, '', ?, 20, null, '', '')`
	);
	add.run('m-1', 'info', 'Berichte aus den Häusern', '09:30');
	add.run('m-2', 'decision', 'Meldebogen bei Abendterminen', '09:50');
	add.run('m-3', 'break', 'Pause', '10:10');
	add.run('m-4', 'review', 'Überprüfung des Standards 5', '10:20');
	db.close();
}

function change(text: string): number {
	const db = new SQLite(product.databaseFile);
	try {
		return db.prepare(text).run().changes;
	} finally {
		db.close();
	}
}

beforeAll(async () => {
	const file = newDatabaseFile('region');
	insertMeeting(file);
	product = await startProduct(file);
	browser = await openBrowser();
	host = await someone(NADJA);
	member = await someone(YASMIN);
});

afterAll(async () => {
	await browser.close();
	await product.stop();
	forget(product.databaseFile);
});

const top = (page: Page, number: number) => page.locator('.items > li').nth(number - 1);

describe('from the programme to approved minutes', () => {
	test('a member sees nothing before the draft goes round', async () => {
		await member.goto(PAGE);
		await expect
			.poll(() => member.locator('main').textContent())
			.toContain('Sobald das Protokoll an die Mitglieder geht');
		expect(await member.getByRole('button', { name: 'Protokoll beginnen' }).count()).toBe(0);
		expect((await member.goto(`${PAGE}/edit`))?.status()).toBe(404);
		expect((await member.goto(`${PAGE}/head`))?.status()).toBe(404);
	});

	test('the host begins; the programme becomes items, the seats the presence list', async () => {
		await host.goto(`/gatherings/${ID}`);
		await host
			.getByRole('link', { name: /Protokoll/ })
			.first()
			.click();
		await look(host, 'minutes-none');
		await host.getByRole('button', { name: 'Protokoll beginnen' }).click();
		await expect.poll(() => host.locator('.items > li').count()).toBe(5);
		expect(await top(host, 3).textContent()).toContain('Meldebogen bei Abendterminen');
		expect(await host.locator('main').textContent()).toContain(
			'Von 16 stimmberechtigten Organisationen sind 16 vertreten'
		);
	});

	test('presence is put right: a deputy, somebody excused, a guest from TOP 3', async () => {
		await host.goto(`${PAGE}/head`);
		await look(host, 'minutes-head');
		const rows = host.locator('.presence > li');
		await rows.nth(0).locator('[name="kind[]"]').selectOption('excused');
		await rows.nth(1).locator('[name="kind[]"]').selectOption('deputy');
		const free = rows.last();
		await free.locator('[name="name[]"]').fill('Gast vom Gesundheitsamt');
		await host.getByRole('button', { name: 'Speichern' }).click();
		await expect.poll(() => host.locator('.summary').textContent()).toContain('eine Organisation');
		expect(await free.locator('[name="name[]"]').inputValue()).toBe('Gast vom Gesundheitsamt');
		await free.locator('[name="organisationId[]"]').selectOption({ index: 3 });
		await free.locator('[name="partly[]"]').fill('ab TOP 3');
		await host.getByLabel('Nächster Termin').fill('10. März 2027, 9.30 Uhr');
		await host.getByRole('button', { name: 'Speichern' }).click();
		await host.waitForURL((url) => url.pathname === PAGE);
		const text = await host.locator('main').textContent();
		expect(text).toContain('sind 15 vertreten');
		expect(text).toContain('ab TOP 3');
		expect(text).toContain('10. März 2027');
	});

	test('text is typed and saved by itself; items are moved, taken away and put back', async () => {
		await host.goto(`${PAGE}/edit`);
		await look(host, 'minutes-edit');
		const item = host.locator('fieldset.chapter').nth(2);
		await item.getByLabel('Sachstand').fill('Beide Jugendämter müssen den Bogen am selben Abend faxen.');
		await expect
			.poll(() => host.getByRole('status').last().textContent(), { timeout: 10_000 })
			.toContain('Gespeichert um');
		await item.getByLabel('Diskussion').fill('Die Erreichbarkeit am Abend ist ungeklärt.');
		await item.getByRole('button', { name: 'Nach oben' }).click();
		await expect
			.poll(() => host.locator('fieldset.chapter').nth(1).getByLabel('Diskussion').inputValue())
			.toBe('Die Erreichbarkeit am Abend ist ungeklärt.');
		await host.locator('fieldset.chapter').nth(3).getByRole('button', { name: 'Entfernen' }).click();
		await expect.poll(() => host.locator('fieldset.chapter').count()).toBe(4);
		await host.getByRole('button', { name: 'Rückgängig' }).click();
		await expect.poll(() => host.locator('fieldset.chapter').count()).toBe(5);
	});

	test('a task is given under an item: who, what, until when', async () => {
		await host.goto(`${PAGE}/edit`);
		await host.getByRole('link', { name: /Aufgabe vergeben.*TOP 2/ }).click();
		await look(host, 'minutes-task');
		await host.getByLabel('Was zu tun ist').fill('Erreichbarkeit am Abend klären');
		await host.getByRole('button', { name: 'Aufgabe vergeben' }).click();
		await expect.poll(() => host.locator('.summary').textContent()).toContain('Organisation');
		expect(await host.getByLabel('Was zu tun ist').inputValue()).toBe('Erreichbarkeit am Abend klären');
		await host.getByLabel('Organisation').selectOption({ label: 'Stadtjugendamt Birkenfurt' });
		await host.locator('[name=dueOn]').fill(addDays(TODAY, 30));
		await host.getByRole('button', { name: 'Aufgabe vergeben' }).click();
		await host.waitForURL((url) => url.pathname === PAGE);
		expect(await top(host, 2).textContent()).toMatch(/Stadtjugendamt Birkenfurt:\s*Erreichbarkeit am Abend klären/);
	});

	test('two people at one item: nobody types over the other unawares', async () => {
		const other = await someone(NADJA);
		for (const page of [host, other]) await page.goto(`${PAGE}/edit`);
		const facts = (page: Page) => page.locator('fieldset.chapter').nth(0).getByLabel('Sachstand');
		await facts(host).fill('Fassung der Leitung');
		await host.getByRole('button', { name: 'Speichern', exact: true }).last().click();
		await expect.poll(() => rowsWith('Fassung der Leitung')).toBe(1);
		await facts(other).fill('Fassung der Protokollführung');
		await other.getByRole('button', { name: 'Speichern', exact: true }).last().click();
		await expect.poll(() => other.locator('.notice.brick').textContent()).toContain('Fassung der Leitung');
		expect(await facts(other).inputValue()).toBe('Fassung der Protokollführung');
		await look(other, 'minutes-conflict');
		await other.getByRole('button', { name: 'Speichern', exact: true }).last().click();
		await expect.poll(() => rowsWith('Fassung der Protokollführung')).toBe(1);
		await other.context().close();
	});

	test('the draft goes round: the host without JavaScript', async () => {
		const plain = await someone(NADJA, { javaScriptEnabled: false });
		await plain.goto(PAGE);
		await plain.getByLabel('Vorschläge bis').fill(addDays(TODAY, -1));
		await plain.getByRole('button', { name: 'Den Mitgliedern vorlegen' }).click();
		expect(await plain.locator('.err').textContent()).toContain('Dieser Tag ist vorbei');
		await plain.getByLabel('Vorschläge bis').fill(TODAY);
		await plain.getByRole('button', { name: 'Den Mitgliedern vorlegen' }).click();
		expect(await plain.locator('.lede').textContent()).toContain('Der Entwurf liegt den Mitgliedern vor');
		await plain.context().close();
	});

	test('a member finds it on the start page and asks for a change, without JavaScript', async () => {
		const plain = await someone(YASMIN, { javaScriptEnabled: false });
		await plain.goto('/');
		await plain.getByRole('link', { name: /Lesen.*Protokoll: Trägertreffen im Herbst/ }).click();
		const item = top(plain, 2);
		await item.locator('summary').click();
		await item.getByRole('button', { name: 'Vorschlag senden' }).click();
		expect(await top(plain, 2).locator('.err').textContent()).toContain('was anders lauten soll');
		await top(plain, 2).getByLabel('Was soll anders lauten?').fill('Bitte „sollen“ statt „müssen“.');
		await top(plain, 2).getByRole('button', { name: 'Vorschlag senden' }).click();
		expect(await top(plain, 2).textContent()).toContain('Noch nicht beantwortet');
		expect(await plain.getByRole('button', { name: 'Antwort festhalten' }).count()).toBe(0);
		await plain.context().close();
	});

	test('the host answers: the sentence is corrected, both wordings stay', async () => {
		await host.goto(PAGE);
		await look(host, 'minutes-amendment');
		const item = top(host, 2);
		await item.getByText('Beantworten', { exact: true }).click();
		await item.getByLabel('Übernehmen', { exact: false }).first().check();
		await item.getByRole('button', { name: 'Antwort festhalten' }).click();
		await expect.poll(() => item.locator('.err').textContent()).toContain('Der Wortlaut ist unverändert');
		await item.getByLabel('Wortlaut: Sachstand').fill('Beide Jugendämter sollen den Bogen am selben Abend faxen.');
		await item.getByRole('button', { name: 'Antwort festhalten' }).click();
		await expect.poll(() => item.locator('del').count()).toBe(1);
		expect(await item.locator('del').textContent()).toContain('müssen');
		expect(await item.locator('ins').textContent()).toContain('sollen');
		await member.goto(PAGE);
		expect(await top(member, 2).textContent()).toContain('Übernommen');
		await look(member, 'minutes-member');
	});

	test('approval waits for the deadline; then the record is final', async () => {
		await host.goto(PAGE);
		expect(await host.getByRole('button', { name: 'Genehmigung festhalten' }).count()).toBe(0);
		expect(
			change(`update minutes_circulation set comments_until_on = '${addDays(TODAY, -1)}' where minutes_id in
			(select id from minutes where gathering_id = '${ID}')`)
		).toBe(1);
		await member.goto(PAGE);
		expect(await member.getByText('Änderung vorschlagen').count()).toBe(0);
		await host.reload();
		await look(host, 'minutes-approve');
		await host.getByRole('button', { name: 'Genehmigung festhalten' }).click();
		await expect.poll(() => host.locator('.lede').textContent()).toContain('Genehmigt am');
		expect(await host.locator('main').textContent()).toMatch(/Prüfzeichen [0-9a-f]{4}/);
		await look(host, 'minutes-final');
		if (PICTURES) await host.pdf({ path: `${PICTURES}/minutes-final.pdf`, format: 'A4', preferCSSPageSize: true });
	});
});

function rowsWith(facts: string): number {
	const db = new SQLite(product.databaseFile, { readonly: true });
	const { n } = db.prepare('select count(*) as n from minutes_item where facts = ?').get(facts) as { n: number };
	db.close();
	return n;
}

function record(): unknown {
	const db = new SQLite(product.databaseFile, { readonly: true });
	const tables = [
		'minutes',
		'minutes_item',
		'minutes_presence',
		'minutes_amendment',
		'minutes_correction',
		'minutes_final'
	];
	const rows = tables.map((table) => db.prepare(`select * from ${table} order by 1, 2`).all());
	db.close();
	return rows;
}

describe('final minutes', () => {
	test('are changed by no form', async () => {
		const before = record();
		const cookie = (await host.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
		const item = new SQLite(product.databaseFile, { readonly: true })
			.prepare(
				`select i.id from minutes_item i join minutes m on m.id = i.minutes_id where gathering_id = ? order by position`
			)
			.get(ID) as { id: string };
		const post = async (path: string, fields: [string, string][]) => {
			const headers = { cookie, origin: product.origin, accept: 'text/html' };
			const body = new URLSearchParams(fields);
			const answer = await fetch(product.origin + path, { method: 'POST', body, headers, redirect: 'manual' });
			await answer.arrayBuffer();
			return answer.status;
		};
		const text: [string, string][] = [
			['id[]', item.id],
			['title[]', 'x'],
			['kind[]', 'review'],
			['facts[]', 'x'],
			['discussion[]', ''],
			['revision[]', '1']
		];
		expect(await post(`${PAGE}/edit?/save`, text)).toBe(409);
		expect(
			await post(`${PAGE}/edit?/add`, [
				['title', 'x'],
				['kind', 'review']
			])
		).toBe(409);
		expect(
			await post(`${PAGE}/head`, [
				['startedTime', '09:00'],
				['endedTime', '12:00']
			])
		).toBe(400);
		const task: [string, string][] = [
			['minutesItemId', item.id],
			['text', 'x'],
			['organisationId', 'org-p01']
		];
		expect(await post(`${PAGE}/task`, task)).toBe(400);
		expect(await post(`${PAGE}?/begin`, [])).toBe(400);
		expect(await post(`${PAGE}?/circulate`, [['commentsUntilOn', addDays(TODAY, 9)]])).toBe(400);
		expect(
			await post(`${PAGE}?/amend`, [
				['itemId', item.id],
				['text', 'x']
			])
		).toBe(400);
		expect(
			await post(`${PAGE}?/answer`, [
				['amendmentId', 'x'],
				['verdict', 'rejected'],
				['answer', 'x']
			])
		).toBe(400);
		expect(await post(`${PAGE}?/approve`, [['approvedOn', TODAY]])).toBe(400);
		expect(record()).toEqual(before);
	});

	test('are changed by no SQL', () => {
		const mine = `minutes_id in (select id from minutes where gathering_id = '${ID}')`;
		for (const table of [
			'minutes_item',
			'minutes_presence',
			'minutes_amendment',
			'minutes_correction',
			'minutes_final'
		]) {
			expect(() => change(`update ${table} set minutes_id = minutes_id where ${mine}`), table).toThrow('final minutes');
			expect(() => change(`delete from ${table} where ${mine}`), table).toThrow('final minutes');
		}
	});

	test('show no form to host and member; the way to typing leads back', async () => {
		for (const page of [host, member]) {
			await page.goto(PAGE);
			expect(await page.locator('main form').count()).toBe(0);
		}
		await host.goto(`${PAGE}/edit`);
		expect(new URL(host.url()).pathname).toBe(PAGE);
		await host.goto(`${PAGE}/head`);
		expect(new URL(host.url()).pathname).toBe(PAGE);
	});

	test('stand in the compiled minutes of the circle, for members too', async () => {
		await member.goto('/circles/circle-tt/minutes');
		expect(await member.getByRole('heading', { name: /Trägertreffen im Herbst/ }).count()).toBe(1);
		await look(member, 'minutes-compiled');
		await member.emulateMedia({ media: 'print' });
		if (PICTURES) await member.pdf({ path: `${PICTURES}/minutes-compiled.pdf`, format: 'A4', preferCSSPageSize: true });
		await member.emulateMedia({ media: 'screen' });
		await member.goto(`/circles/circle-tt/minutes?from=${addDays(TODAY, -1)}&to=${TODAY}`);
		expect(await member.getByRole('heading', { name: /Trägertreffen im Herbst/ }).count()).toBe(0);
		await member.goto('/circles/circle-tt/minutes?from=2026-99-99&to=x');
		expect(await member.locator('h1').textContent()).toBe('Protokolle');
	});

	test('nothing complained in the browser', () => expect(complaints.flat()).toEqual([]));
});
