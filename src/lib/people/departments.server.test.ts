import { beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '#lib/accounts/account.ts';
import type { Database } from '#lib/db/database.server.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { mergeOrganisations } from './merges.server.ts';
import { organisationForm } from './organisation.form.ts';
import type { OrganisationInput } from './organisation.ts';
import { addNewOrganisation, organisationPage, possibleParents } from './organisationPages.server.ts';
import { correctOrganisation, organisationById, organisationsFor, organisationsOf } from './organisations.server.ts';

const by = { accountId: null, name: 'Jugendhilfeplanung', at: '2026-10-01T08:00:00.000Z' };
const administrator = { isAdministrator: true, organizes: false } as Account;
const office: OrganisationInput = {
	...{ name: 'Jugendamt Auental', shortName: 'JA Auental', kind: 'public_youth_office', side: 'youth_office' },
	...{ town: 'Auental', mailDomain: '', dataProtectionLaw: 'DSGVO', sectors: [] }
};
const department = (name: string, partOfId: string, more: Partial<OrganisationInput> = {}): OrganisationInput => ({
	...{ ...office, name, shortName: name, partOfId, kind: '', side: '', town: '' },
	...more
});

let db: Database;
let ja: string;
beforeEach(async () => {
	db = await freshDatabase();
	ja = (await addNewOrganisation(db, by, office)) as string;
});
const add = async (input: OrganisationInput) => (await addNewOrganisation(db, by, input)) as string;

describe('a department', () => {
	it('is what the whole organisation is, unless it says something of its own', async () => {
		const asd = await add(department('ASD', ja));
		const early = await add(department('Frühe Hilfen', ja, { kind: 'early_help_network' }));
		const kindAndSide = async (id: string) => {
			const one = await organisationById(db, id);
			return [one?.kind, one?.side];
		};
		expect(await kindAndSide(asd)).toEqual(['public_youth_office', 'youth_office']);
		expect(await kindAndSide(early)).toEqual(['early_help_network', 'youth_office']);
		// The whole is put right: who took it from there follows.
		await correctOrganisation(db, by, ja, { ...office, kind: 'health_office', side: 'partner' });
		expect(await kindAndSide(asd)).toEqual(['health_office', 'partner']);
		expect(await kindAndSide(early)).toEqual(['early_help_network', 'partner']);
	});

	it('stands after the organisation it is part of, with its name in lists to choose from', async () => {
		await add({
			...office,
			name: 'Bogenhaus e. V.',
			shortName: 'Bogenhaus',
			kind: 'free_provider',
			side: 'outpatient'
		});
		const asd = await add(department('ASD', ja));
		await add(department('Frühe Hilfen JA Auental', ja));
		expect((await organisationsOf(db)).map(({ name }) => name)).toEqual([
			...['Bogenhaus e. V.', 'Jugendamt Auental', 'ASD (JA Auental)', 'Frühe Hilfen JA Auental']
		]);
		expect((await organisationsFor(db, administrator, 'auental asd'))?.rows).toMatchObject([
			{ id: asd, name: 'ASD', partOfName: 'JA Auental' }
		]);
		const page = await organisationPage(db, administrator, ja);
		expect(page.departments?.map(({ name }) => name)).toEqual(['ASD', 'Frühe Hilfen JA Auental']);
		expect((await possibleParents(db, ja)).map(({ name }) => name)).toEqual(['Bogenhaus e. V.']);
	});

	it('has no departments itself, and no organisation is part of itself', async () => {
		const asd = await add(department('ASD', ja));
		expect(await addNewOrganisation(db, by, department('Team Nord', asd))).toEqual({
			...{ refused: 'partOfDepartment', name: 'ASD' }
		});
		expect(await addNewOrganisation(db, by, department('Team Nord', 'none'))).toMatchObject({ refused: 'partUnknown' });
		const correct = (id: string, partOfId: string) => correctOrganisation(db, by, id, { ...office, partOfId });
		expect(await correct(ja, ja)).toEqual({ refused: 'partOfItself', name: 'Jugendamt Auental' });
		expect(await correct(ja, asd)).toEqual({ refused: 'partOfDepartment', name: 'ASD' });
		const kreis = await add({ ...office, name: 'Landratsamt Auental', shortName: 'LRA' });
		expect(await correct(ja, kreis)).toEqual({ refused: 'hasDepartments', name: 'ASD' });
		expect((await organisationById(db, ja))?.partOfId).toBeNull();
		expect(await correctOrganisation(db, by, asd, { ...office, name: 'ASD', partOfId: null })).toBe('corrected');
		expect(await correct(ja, kreis)).toBe('corrected');
	});
});

describe('merging', () => {
	const merge = (intoId: string, fromId: string, keep = {}) =>
		mergeOrganisations(db, by, administrator, { intoId, fromId }, keep);

	it('takes departments along, and a department into its own house', async () => {
		const asd = await add(department('ASD', ja));
		const twin = await add({ ...office, name: 'Amt für Jugend Auental', shortName: 'AfJ' });
		const early = await add(department('Frühe Hilfen', twin));
		expect(await merge(ja, twin)).toBe('merged');
		expect((await organisationById(db, early))?.partOfId).toBe(ja);
		expect(await merge(ja, asd)).toBe('merged');
		expect((await organisationById(db, ja))?.partOfId).toBeNull();
		// And the other way round: the department stays, its house becomes part of it.
		expect(await merge(early, ja)).toBe('merged');
		expect(await organisationById(db, early)).toMatchObject({ partOfId: null, name: 'Frühe Hilfen' });
	});

	it('makes no departments of departments', async () => {
		await add(department('ASD', ja));
		const kreis = await add({ ...office, name: 'Landratsamt', shortName: 'LRA' });
		const twin = await add(department('Jugend und Familie', kreis));
		expect(await merge(ja, twin)).toEqual({ refused: 'levels' });
		expect(await organisationById(db, twin)).toBeDefined();
		expect(await merge(ja, twin, { partOfId: 'into' })).toBe('merged');
		expect((await organisationById(db, ja))?.partOfId).toBeNull();
	});

	it('keeps whose department it is', async () => {
		const one = await add(department('ASD', ja));
		const other = await add({ ...office, name: 'Sozialer Dienst', shortName: 'SD' });
		expect(await merge(other, one)).toBe('merged');
		expect((await organisationById(db, other))?.partOfId).toBe(ja);
	});
});

it('kind and side are asked of whoever stands alone, together with all else that is wrong', () => {
	const fieldsWrong = (typed: object) =>
		organisationForm
			.safeParse(typed)
			.error?.issues.map(({ path }) => path.join('.'))
			.sort();
	expect(fieldsWrong({ name: '', kind: '', side: '' })).toEqual(['kind', 'name', 'side']);
	expect(fieldsWrong({ name: 'ASD', partOfId: 'ja', kind: '', side: '' })).toBeUndefined();
	expect(fieldsWrong({ name: 'ASD', kind: 'clinic', side: 'x' })).toEqual(['side']);
});
