import type { Page } from 'playwright-core';
import { look } from '../support/browser.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createOccasion } from '../support/gatheringStory.ts';
import { addStep, beginStandard, nameParties, writeSection } from '../support/standardStory.ts';
import { Story } from '../support/story.ts';

const OFFICE = 'Kreisjugendamt Ostermoor';
const JOBS = 'Jobcenter Ostermoor';
const TITLE = 'Junge Menschen in zwei Systemen: Übergabe und gemeinsame Planung';
const CONFLICT = 'Die Hilfe will Zeit zur Stabilisierung, das Jobcenter eine rasche Vermittlung.';
const PRECEDENCE = 'Erst Stabilisierung, dann Integration in Arbeit.';
const CASE = 'Die 17-jährige Schülerin Mia (Name geändert) aus Ostermoor fand so eine Ausbildung.';
const INVENTED = 'An einem frei erfundenen Beispiel zeigten beide, wie ein Weg in die Ausbildung gelingt.';

const PEOPLE = [
	['Vorname', 'Nachname', 'Organisation', 'Funktion', 'E-Mail'],
	['Helge', 'Petersen', OFFICE, 'Leitung', 'helge.petersen@kja-ostermoor.example.org'],
	['Aylin', 'Korkmaz', JOBS, 'Teamleitung U25', 'aylin.korkmaz@jc-ostermoor.example.org'],
	['Bernd', 'Thaler', JOBS, 'Fallmanagement', 'bernd.thaler@jc-ostermoor.example.org']
];

let story: Story;
/** Heads the youth office. */
let helge: Page;
/** Leads the team for young people in the job centre. */
let aylin: Page;
let circle = '';
let standard = '';
let talk = '';
const links: Record<string, string> = {};

const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

beforeAll(async () => {
	story = await Story.begin();
	helge = await story.setUp('Helge Petersen', 'helge.petersen@kja-ostermoor.example.org');
});

afterAll(() => story.end());

test('two offices with laws of their own found a round of two', async () => {
	await story.importList(helge, PEOPLE);
	await story.belongTo(helge, OFFICE);
	circle = await story.foundCircle(helge, 'Jugendamt und Jobcenter Ostermoor', 'Steuerungsgruppe');
	await story.seat(helge, circle, [JOBS]);
	aylin = await story.invite(helge, 'Aylin Korkmaz', 'aylin.korkmaz@jc-ostermoor.example.org', JOBS);
	await helge.goto(`${circle}/matrix`);
	await says(helge, 'nicht geregelt');
	await helge
		.getByRole('link', { name: /Standard vorschlagen/ })
		.first()
		.click();
	await helge.waitForURL(/\/standards\/new/);
});

test('the standard names the law of each partner, a conflict of aims and what then goes first', async () => {
	standard = await beginStandard(helge, circle, TITLE, 'Vereinbarter Standard');
	await nameParties(helge, standard, { [OFFICE]: 'Amtsleitung', [JOBS]: 'Geschäftsführung' }, false);
	await helge.goto(`${standard}/edit/legalBases`);
	const bases = { [OFFICE]: '§§ 13, 27, 41, 81 SGB VIII', [JOBS]: '§§ 14, 16h, 18 SGB II' };
	for (const [row, [name, basis]] of Object.entries(bases).entries()) {
		await helge.locator(`#organisationId-${row}`).selectOption({ label: name });
		await helge.locator(`#basis-${row}`).fill(basis);
	}
	await look(helge, 'job-legal-bases');
	await helge.getByRole('button', { name: 'Speichern' }).click();
	await helge.waitForURL((url) => url.pathname === standard);
	await writeSection(helge, standard, 'scope', { Region: 'Landkreis Ostermoor' });
	await addStep(helge, standard, {
		title: 'Anliegen übergeben',
		phase: 'Vorher',
		responsible: 'Jobcenter',
		involved: ['Jugendamt']
	});
	await addStep(helge, standard, {
		...{
			title: 'Gemeinsam planen',
			phase: 'Im Fall',
			responsible: 'Jugendamt',
			involved: ['Jobcenter', 'Junger Mensch']
		},
		...{ aimConflict: CONFLICT, precedence: PRECEDENCE }
	});
	await helge.goto(standard);
	for (const [name, basis] of Object.entries(bases)) {
		expect(await helge.locator('#section-legalBases dt').allInnerTexts()).toContain(name);
		await says(helge, basis);
	}
	await aylin.goto(`${standard}/procedure`);
	await says(aylin, `Zielkonflikt: ${CONFLICT}`);
	await says(aylin, `Vorrang: ${PRECEDENCE}`);
	await look(aylin, 'job-procedure');
	await aylin.goto(`${circle}/matrix`);
	await says(aylin, 'Noch gilt für keinen Übergang ein Standard. Für einen gibt es erst einen Entwurf.');
	await aylin
		.locator('main table')
		.getByRole('link', { name: new RegExp(TITLE) })
		.first()
		.waitFor();
	await look(aylin, 'job-matrix');
});

async function writeReport(body: string): Promise<void> {
	await helge.getByLabel('Überschrift').fill('Zwei Gesetze, ein junger Mensch');
	await helge.getByLabel('Vorspann').fill('Jugendamt und Jobcenter des Landkreises planen ab jetzt gemeinsam.');
	await helge.locator('#body').fill(body);
	await helge.getByRole('button', { name: 'Text speichern' }).click();
	await says(helge, 'Gespeichert.');
}

async function quote(name: string, job: string, text: string): Promise<void> {
	await helge.locator('summary', { hasText: 'Zitat hinzufügen' }).click();
	const form = helge.locator('form[action="?/add"]');
	await form.getByLabel('Wortlaut').fill(text);
	await form.getByLabel('Name', { exact: true }).fill(name);
	await form.getByLabel('Funktion').fill(job);
	await form.getByLabel('E-Mail').fill(`${name.split(' ')[0]?.toLowerCase()}@ostermoor.example.org`);
	await form.getByRole('button', { name: 'Hinzufügen' }).click();
	await helge.getByRole('button', { name: new RegExp(`Link erstellen.*${name}`) }).click();
	const made = helge.locator('.notice', { hasText: `Link für ${name}` });
	links[name] = new URL((await made.locator('a[href*="/quote/"]').first().getAttribute('href')) ?? '').pathname;
}

test('a press note with two quotes: a text that betrays a case is pointed out and mended', async () => {
	talk = await createOccasion(helge, circle, {
		...{ kind: 'Fachgespräch', title: 'Jugendamt trifft Jobcenter', day: story.day(), hosts: [JOBS] }
	});
	await helge.goto(`${talk}/report`);
	await writeReport(`Beide Häuser stellten ihre Aufträge vor.\n\n${CASE}`);
	await says(helge, 'das Alter eines Kindes zusammen mit einem Ort');
	await says(helge, 'der Vermerk „Name geändert“');
	await look(helge, 'job-report-hint');
	await writeReport(`Beide Häuser stellten ihre Aufträge vor.\n\n${INVENTED}`);
	await says(helge, 'Im Text fällt nichts auf.');
	await quote('Aylin Korkmaz', 'Teamleitung, Jobcenter', 'Wir wissen jetzt, was das andere Haus darf und was nicht.');
	await quote('Bernd Thaler', 'Fallmanagement, Jobcenter', 'Ein Anruf genügt.');
});

test('nothing appears while a quote waits; each quoted person releases her own by her link', async () => {
	const publish = () => helge.getByRole('button', { name: 'Presseinformation freigeben' }).click();
	const reader = await story.visitor();
	await reader.goto(links['Aylin Korkmaz'] ?? '');
	await reader.getByRole('button', { name: 'Diesen Wortlaut freigeben' }).click();
	await says(reader, 'Freigegeben am');
	await look(reader, 'job-quote');
	await helge.reload();
	await helge.getByLabel('Kein Fall ist erkennbar').check();
	await publish();
	await helge.locator('.err', { hasText: 'Mindestens ein Zitat ist noch nicht freigegeben' }).waitFor();
	await look(helge, 'job-report-waits');
	await reader.goto(links['Bernd Thaler'] ?? '');
	await reader.getByLabel('Wortlaut').fill('Ein Anruf genügt, und wir sitzen zusammen.');
	await reader.getByRole('button', { name: 'Diesen Wortlaut freigeben' }).click();
	await says(reader, 'Freigegeben am');
	await helge.reload();
	await says(helge, 'Alle Zitate sind freigegeben.');
	await helge.getByLabel('Kein Fall ist erkennbar').check();
	await publish();
	await says(helge, 'Der Text ist öffentlich und wird nicht mehr geändert.');
	await look(helge, 'job-report-released');
});

test('everybody reads it without an account, and nobody changes it any more', async () => {
	const address = (await helge.getByRole('link', { name: 'Öffentliche Seite ansehen' }).getAttribute('href')) ?? '';
	const reader = await story.visitor();
	await reader.goto(address);
	await reader.getByRole('heading', { level: 1, name: 'Zwei Gesetze, ein junger Mensch' }).waitFor();
	const text = await reader.locator('main').innerText();
	for (const part of [INVENTED, 'was das andere Haus darf', 'Ein Anruf genügt, und wir sitzen zusammen.'])
		expect(text).toContain(part);
	for (const hidden of ['Mia', 'ostermoor.example.org']) expect(text).not.toContain(hidden);
	await look(reader, 'job-report-public');
	expect(await helge.locator('form[action="?/save"], form[action="?/add"], form[action="?/correct"]').count()).toBe(0);
	const sent: Record<string, Record<string, string>> = {
		save: { headline: 'Anders', lead: 'Anders', body: 'Anders', caption: '', contact: '', seenAt: '' },
		release: { noCase: 'on', seenAt: '' }
	};
	for (const [action, form] of Object.entries(sent)) {
		const answer = await helge.request.post(`${talk}/report?/${action}`, {
			form,
			headers: { accept: 'text/html', origin: story.product.origin }
		});
		expect(answer.status(), action).toBe(409);
	}
	await reader.reload();
	// The way to print is told differently before and after the script has come.
	const words = (all: string) => all.replace(/\nDrucken.*$/s, '');
	expect(words(await reader.locator('main').innerText())).toBe(words(text));
	expect(story.complaints.flat()).toEqual([]);
});
