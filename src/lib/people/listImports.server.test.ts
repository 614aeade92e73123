// over 250 lines: one list on its whole way, read in, decided, taken over; the cases share how it is read in.
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Account } from '#lib/accounts/account.ts';
import type { Database } from '#lib/db/database.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { applyImport } from './importApplications.server.ts';
import { type ImportChoices, NEW, OUT, withAnswers } from './importChoices.ts';
import { importPage } from './importPage.server.ts';
import { createUnknown } from './importOrganisations.ts';
import { readListFile } from './listFiles.server.ts';
import {
	decideImport,
	discardImport,
	importById,
	importFor,
	previewImport,
	startImport
} from './listImports.server.ts';
import { organisationChoiceKey } from './listPreview.ts';
import { addOrganisation, organisationsOf, wholeOrganisations } from './organisations.server.ts';
import { addPerson, allPersons } from './persons.server.ts';

const by = { accountId: 'a1', name: 'Tagungsbüro', at: '2026-10-01T08:00:00.000Z' };
const reader = { id: 'a1', isAdministrator: false, organizes: true } as Account;
const root = new URL('../../../', import.meta.url);

async function upload(db: Database, file: string, gatheringId: string | null = null): Promise<string> {
	const read = await readListFile(file, await readFile(new URL(`tests/lists/${file}`, root)));
	if (isRefused(read)) throw new Error(read.refused);
	return startImport(db, by, { fileName: file, sheets: read.sheets, gatheringId });
}

function uploadRows(db: Database, ...rows: string[][]): Promise<string> {
	const cells = [['Vorname', 'Nachname', 'Träger', 'E-Mail', 'Telefon', 'Wunsch 1'], ...rows];
	return startImport(db, by, { fileName: 'liste.csv', sheets: [{ name: 'liste', cells }], gatheringId: null });
}

async function preview(db: Database, id: string) {
	const list = await importById(db, id);
	if (!list) throw new Error('no such list');
	return previewImport(db, list);
}

async function decide(db: Database, id: string, change: (choices: ImportChoices) => ImportChoices) {
	const list = await importById(db, id);
	if (list) await decideImport(db, list, change(list.choices));
}

async function demoOrganisations(db: Database) {
	const text = await readFile(new URL('src/lib/demo/demo-region.json', root), 'utf8');
	const region = JSON.parse(text) as { organisations: Record<string, string>[] };
	const rows = region.organisations.map((o) => ({
		id: o.id ?? '',
		name: o.name ?? '',
		shortName: o.shortName ?? '',
		kind: o.kind ?? '',
		side: o.mixSide as 'partner',
		town: o.town ?? '',
		mailDomain: o.mailDomain ?? '',
		dataProtectionLaw: 'DSGVO',
		createdAt: by.at
	}));
	await db.insertInto('organisation').values(rows).execute();
}

async function counts(db: Database) {
	return { persons: (await allPersons(db)).length, organisations: (await organisationsOf(db)).length };
}

const key = (organisation: string) => organisationChoiceKey({ organisation, email: '' });

describe('the unsorted list of the Fachtag', () => {
	it('asks for every organisation in an empty house and creates them when told so', async () => {
		const db = await freshDatabase();
		const id = await upload(db, 'fachtag-unsortiert.xlsx');
		const before = await preview(db, id);
		expect(before.totals).toMatchObject({ new: 0, unknownOrganisation: 110, again: 3, twin: 1, broken: 0 });
		expect(await counts(db)).toEqual({ persons: 0, organisations: 0 });
		await decide(db, id, (choices) => createUnknown(before.organisations, choices));
		const short = key('Ev. Jugendhilfewerk Seetal');
		expect((await preview(db, id)).totals).toMatchObject({ new: 109, unknownOrganisation: 2 });
		const long = key('Evangelisches Jugendhilfewerk Seetal gGmbH');
		await decide(db, id, (choices) => withAnswers(choices, { [`org-${short}`]: `new:${long}` }));
		expect(await applyImport(db, by, id)).toMatchObject({ totals: { new: 111, again: 3, organisations: 23 } });
		expect(await counts(db)).toEqual({ persons: 111, organisations: 23 });
		const known = await wholeOrganisations(db);
		expect(known.find(({ name }) => name.startsWith('Evangelisches'))).toMatchObject({
			aliases: ['Ev. Jugendhilfewerk Seetal'],
			personCount: 6
		});
		expect(known.filter(({ side }) => side === 'youth_office').map(({ name }) => name)).toEqual([
			'Kreisjugendamt Birkenfurt-Seetal',
			'Stadtjugendamt Birkenfurt'
		]);
	});

	it('with the known organisations: 108 new, three twice, three open; open ones are asked and remembered', async () => {
		const db = await freshDatabase();
		await demoOrganisations(db);
		const id = await upload(db, 'fachtag-unsortiert.xlsx');
		expect((await preview(db, id)).totals).toEqual({
			new: 108,
			changed: 0,
			same: 0,
			twin: 0,
			unknownOrganisation: 3,
			again: 3,
			broken: 0,
			out: 0
		});
		await decide(db, id, (choices) =>
			withAnswers(choices, {
				[`org-${key('Ev. Jugendhilfewerk Seetal')}`]: 'org-p03',
				[`org-${key('Caritas SEE')}`]: NEW
			})
		);
		const applied = await applyImport(db, by, id);
		expect(applied).toMatchObject({ totals: { new: 111, again: 3, unknownOrganisation: 0, organisations: 1 } });
		expect(await counts(db)).toEqual({ persons: 111, organisations: 24 });
		const known = await wholeOrganisations(db);
		expect(known.find((one) => one.id === 'org-p03')?.aliases).toEqual(['Ev. Jugendhilfewerk Seetal']);
		expect(known.find((one) => one.name === 'Caritas SEE')).toMatchObject({ personCount: 1, side: 'outpatient' });

		// A second press changes nothing and says so; the cells are gone, the totals stay.
		expect(await applyImport(db, by, id)).toEqual({ refused: 'applied' });
		const done = await importById(db, id);
		expect([done?.sheets, done?.application?.totals.new]).toEqual([[], 111]);

		// The same file again: everything is known, nothing is written.
		const again = await upload(db, 'fachtag-unsortiert.xlsx');
		expect((await preview(db, again)).totals).toMatchObject({ new: 0, changed: 0, same: 111, again: 3 });
		const unchanged = await allPersons(db);
		await applyImport(db, { ...by, at: '2026-10-02T08:00:00.000Z' }, again);
		expect(await allPersons(db)).toEqual(unchanged);
	});
});

describe('what is stored of a list', () => {
	it('columns that are not needed are emptied before; without a gathering also the wishes', async () => {
		const db = await freshDatabase();
		const id = await uploadRows(db, ['Eva', 'Berg', 'Jobcenter', 'e@x.example', '0171 2345678', '3']);
		const stored = await db.selectFrom('listImport').select('cells').where('id', '=', id).executeTakeFirstOrThrow();
		expect(stored.cells).not.toContain('0171');
		const { list } = await preview(db, id);
		expect(list.dropped.map(({ heading, why }) => [heading, why])).toEqual([
			['Telefon', 'notNeeded'],
			['Wunsch 1', 'notNeeded']
		]);
		expect(list.rows[0]?.wishes).toEqual([]);
	});

	it('is seen by whoever read it in and by administrators', async () => {
		const db = await freshDatabase();
		const id = await uploadRows(db, ['Eva', 'Berg', 'Jobcenter', '', '', '']);
		expect((await importFor(db, reader, id))?.fileName).toBe('liste.csv');
		expect(await importFor(db, { ...reader, id: 'a2' }, id)).toBeUndefined();
		expect(await importFor(db, { ...reader, id: 'a2', isAdministrator: true }, id)).toBeDefined();
		expect(await importFor(db, { ...reader, organizes: false }, id)).toBeUndefined();
	});

	it('goes to the page without its cells, a hundred rows at a time', async () => {
		const db = await freshDatabase();
		await demoOrganisations(db);
		const id = await upload(db, 'fachtag-unsortiert.xlsx');
		const page = await importPage(db, reader, id, { state: 'new', page: 2 });
		expect(Object.keys(page?.head ?? {}).sort()).toEqual(['application', 'createdAt', 'fileName', 'gatheringId', 'id']);
		expect(page?.preview?.rows).toMatchObject({ count: 108, from: 101, to: 108 });
		expect(page?.preview?.questions.map(({ written, answer }) => [written, answer])).toEqual([
			['Caritas SEE', ''],
			['Ev. Jugendhilfewerk Seetal', '']
		]);
		expect((await importPage(db, reader, id, { state: 'twin', page: 1 }))?.preview?.state).toBe('');
		expect(await importPage(db, { ...reader, organizes: false }, id, { state: '', page: 1 })).toBeUndefined();
	});

	it('is deleted when it is discarded, or after 14 days', async () => {
		const db = await freshDatabase();
		const first = await uploadRows(db, ['Eva', 'Berg', 'Jobcenter', '', '', '']);
		const old = await importById(db, first);
		if (old) await discardImport(db, by, old);
		expect(await importById(db, first)).toBeUndefined();
		const second = await uploadRows(db, ['Eva', 'Berg', 'Jobcenter', '', '', '']);
		const later = { ...by, at: '2026-10-20T08:00:00.000Z' };
		await startImport(db, later, { fileName: 'x', sheets: [{ name: 'x', cells: [['Name']] }], gatheringId: null });
		expect(await importById(db, second)).toBeUndefined();
	});
});

describe('decisions', () => {
	async function house() {
		const db = await freshDatabase();
		const add = (name: string) =>
			addOrganisation(db, by, {
				name,
				shortName: name,
				kind: 'free_provider',
				side: 'outpatient',
				town: '',
				mailDomain: '',
				dataProtectionLaw: 'DSGVO',
				sectors: []
			});
		const [jobcenter, polizei] = [await add('Jobcenter'), await add('Polizei')];
		const nothing = { title: '', salutation: '', unit: '', jobFunction: '', level: '', side: null };
		const eva = { ...nothing, firstName: 'Eva', lastName: 'Berg', organisationId: jobcenter, email: 'eva@x.example' };
		return { db, polizei, eva: await addPerson(db, by, eva) };
	}

	it('about a twin: undecided it stays out, the same person moves, a new one is added, or it is left out', async () => {
		for (const [answer, state, persons] of [
			['', 'twin', 1],
			['same', 'changed', 1],
			[NEW, 'new', 2],
			[OUT, 'out', 1]
		] as const) {
			const { db, polizei, eva } = await house();
			const id = await uploadRows(db, ['Eva', 'Berg', 'Polizei', 'berg@p.example', '', '']);
			const given = answer === 'same' ? eva : answer;
			await decide(db, id, (choices) => withAnswers(choices, { 'row-2': given }));
			expect((await preview(db, id)).rows[0]?.state, answer).toBe(state);
			const applied = await applyImport(db, by, id);
			expect(isRefused(applied) ? [] : applied.participants.map(({ line }) => line)).toEqual(
				state === 'changed' || state === 'new' ? [2] : []
			);
			const everybody = await allPersons(db);
			expect(everybody).toHaveLength(persons);
			const moved = everybody.find((person) => person.id === eva);
			expect(moved?.organisationId === polizei, answer).toBe(answer === 'same');
		}
	});

	it('about an answer that nobody offered: it is not taken', async () => {
		const { db } = await house();
		const id = await uploadRows(db, ['Eva', 'Berg', 'Polizei', '', '', '']);
		await decide(db, id, (choices) => withAnswers(choices, { 'row-2': 'somebody', 'org-x': 'nobody' }));
		expect((await preview(db, id)).rows[0]?.state).toBe('twin');
	});

	it('two rows for one person count once and lead to the same person', async () => {
		const { db, eva } = await house();
		const row = ['Eva', 'Berg', 'Jobcenter', '', '', ''];
		const id = await uploadRows(db, row, row, ['Jan', 'Tal', 'Polizei', '', '', '']);
		const applied = await applyImport(db, by, id);
		if (isRefused(applied)) throw new Error(applied.refused);
		expect(applied.participants.map(({ line, isNew }) => [line, isNew])).toEqual([
			[2, false],
			[4, true]
		]);
		expect(applied.participants[0]?.personId).toBe(eva);
	});

	it('leaves nothing behind when it fails half-way', async () => {
		const { db } = await house();
		const id = await uploadRows(db, ['Jan', 'Tal', 'Polizei', '', '', ''], ['Ute', 'Au', 'Polizei', '', '', '']);
		const before = await counts(db);
		const fails = db.transaction().execute(async (trx) => {
			await applyImport(trx, by, id);
			throw new Error('the registrations failed');
		});
		await expect(fails).rejects.toThrow('the registrations failed');
		expect(await counts(db)).toEqual(before);
		expect((await importById(db, id))?.application).toBeUndefined();
		expect(await applyImport(db, by, id)).toMatchObject({ totals: { new: 2 } });
	});
});
