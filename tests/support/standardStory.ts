import type { Locator, Page } from 'playwright-core';

/** Types a day into a field of three parts; which of them is the first is a matter of the browser. */
export async function typeDay(page: Page, field: Locator, on: string): Promise<void> {
	const [year = '', month = '', day = ''] = on.split('-');
	await page.keyboard.type(`${day}${month}${year}`);
	if ((await field.inputValue()) === on) return;
	for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowLeft');
	await page.keyboard.type(`${month}${day}${year}`);
}

export interface Step {
	title: string;
	phase: 'Vorher' | 'Im Fall' | 'Danach';
	/** Steps with the same letter begin at the same time. */
	letter?: string;
	responsible: string;
	involved?: readonly string[];
	aimConflict?: string;
	precedence?: string;
}

const at = (page: Page, path: string) => page.waitForURL((url) => url.pathname === path);

/** Walks with the Tab key until this control has the focus. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
	await control.waitFor();
	for (let i = 0; i < 200; i += 1) {
		if (await control.evaluate((one) => one === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`No way by Tab to ${control}`);
}

/** Begins a standard in a circle; gives its address. */
export async function beginStandard(page: Page, circle: string, title: string, kind: string): Promise<string> {
	await page.goto(`/standards/new?circle=${circle.split('/').at(-1)}`);
	await page.getByLabel('Titel').fill(title);
	await page.getByLabel(kind).check();
	await page.getByRole('button', { name: 'Entwurf anlegen' }).click();
	await page.getByRole('heading', { level: 1, name: title }).waitFor();
	const here = new URL(page.url()).pathname;
	await move(page, here, 'drafting', 'Am Entwurf arbeiten');
	return here;
}

/** The next state of a standard, by its own page. */
export async function move(page: Page, here: string, to: string, verb: string): Promise<void> {
	await page.goto(`${here}/move/${to}`);
	await page.getByRole('button', { name: verb }).click();
	await at(page, here);
}

export async function writeSection(
	page: Page,
	here: string,
	section: string,
	texts: Record<string, string>
): Promise<void> {
	await page.goto(`${here}/edit/${section}`);
	for (const [label, text] of Object.entries(texts)) await page.getByLabel(label).first().fill(text);
	await page.getByRole('button', { name: 'Speichern' }).click();
	await at(page, here);
}

/** Who takes part in a standard, by whom each is represented; all of them sign, or none. */
export async function nameParties(
	page: Page,
	here: string,
	parties: Record<string, string>,
	sign: boolean
): Promise<void> {
	await page.goto(`${here}/edit/parties`);
	for (const [name, who] of Object.entries(parties)) {
		const row = page.locator('li.party').filter({ hasText: name });
		await row.getByLabel(name, { exact: true }).check();
		if (sign) await row.getByLabel(`unterzeichnet: ${name}`).check();
		await row.getByLabel('Vertreten durch').fill(who);
	}
	await page.getByRole('button', { name: 'Speichern' }).click();
	await at(page, here);
}

export async function addStep(page: Page, here: string, step: Step): Promise<void> {
	await page.goto(`${here}/steps/new`);
	await page.getByLabel('Was geschieht').fill(step.title);
	await page.getByLabel(step.phase, { exact: true }).check();
	if (step.letter) await page.getByLabel('Gleichzeitig mit').selectOption(step.letter);
	await page.getByLabel(`Verantwortlich: ${step.responsible}`, { exact: true }).check();
	for (const who of step.involved ?? []) await page.getByLabel(`Beteiligt: ${who}`, { exact: true }).check();
	if (step.aimConflict) await page.getByLabel('Zielkonflikt').fill(step.aimConflict);
	if (step.precedence) await page.getByLabel('Was vorgeht').fill(step.precedence);
	await page.getByRole('button', { name: 'Speichern' }).click();
	await at(page, `${here}/steps`);
}

/** The same with Tab, space and letters alone. */
export async function addStepByKeyboard(page: Page, here: string, step: Step): Promise<void> {
	await page.goto(`${here}/steps`);
	await tabTo(page, page.getByRole('link', { name: 'Neuer Schritt' }));
	await page.keyboard.press('Enter');
	await at(page, `${here}/steps/new`);
	await tabTo(page, page.getByLabel('Was geschieht'));
	await page.keyboard.type(step.title);
	// One of the three phases is always chosen: Tab leads to it, arrows to the others.
	const phase = page.getByLabel(step.phase, { exact: true });
	await tabTo(page, page.locator('input[name=phase]:checked'));
	for (let i = 0; i < 3 && !(await phase.isChecked()); i += 1) await page.keyboard.press('ArrowDown');
	if (step.letter) {
		await tabTo(page, page.getByLabel('Gleichzeitig mit'));
		await page.keyboard.type(step.letter);
	}
	await tabTo(page, page.getByLabel(`Verantwortlich: ${step.responsible}`, { exact: true }));
	await page.keyboard.press('Space');
	for (const who of step.involved ?? []) {
		await tabTo(page, page.getByLabel(`Beteiligt: ${who}`, { exact: true }));
		await page.keyboard.press('Space');
	}
	await tabTo(page, page.getByRole('button', { name: 'Speichern' }));
	await page.keyboard.press('Enter');
	await at(page, `${here}/steps`);
}

/** Answers the open question on this page: the wording, each voice by its short name, the record for good. */
export async function decide(page: Page, wording: string, voices: Record<string, string>): Promise<void> {
	await page.getByLabel('Wortlaut des Beschlusses').fill(wording);
	await page.getByRole('button', { name: 'Zur Entscheidung stellen' }).click();
	await page.waitForURL(/\/decisions\/(?!new)[^/]+$/);
	for (const [name, choice] of Object.entries(voices))
		await page.getByLabel(`Stimme von ${name}`, { exact: true }).selectOption({ label: choice });
	await page.getByRole('button', { name: 'Stimmen sichern' }).click();
	await page.getByText('Angenommen (').first().waitFor();
	const close = page.getByRole('button', { name: 'Endgültig festhalten' });
	await close.click();
	await close.waitFor({ state: 'detached' });
}

/** Waits until the page says that somebody has signed. */
export async function signed(page: Page, who: string): Promise<void> {
	await page.locator('main .lines > li').filter({ hasText: who }).getByText('eingetragen von').waitFor();
}

/** Notes a signature on the page of signatures that is open. */
export async function recordSignature(page: Page, who: string, day: string, signatory: string): Promise<void> {
	const form = page.locator('form[action="?/sign"]');
	await form.getByLabel('Stelle').selectOption({ label: who });
	await form.getByLabel('Unterzeichnet am').fill(day);
	await form.getByLabel('Wer, in welcher Funktion').fill(signatory);
	await form.getByRole('button', { name: 'Unterschrift eintragen' }).click();
	await signed(page, who);
}
