import { describe, expect, it } from 'vitest';
import type { Account } from '#lib/accounts/account.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import {
	addOrganisation,
	correctOrganisation,
	findOrganisation,
	forgetAlias,
	organisationById,
	organisationFor,
	organisationsFor,
	organisationsOf
} from './organisations.server.ts';
import { organisationForm } from './organisation.form.ts';

const by = { accountId: null, name: 'Tagungsbüro', at: '2026-10-01T08:00:00.000Z' };
const reader = { isAdministrator: false, organizes: true } as Account;
const stranger = { isAdministrator: false, organizes: false } as Account;

const input = {
	name: 'Wellenbrecher e. V.',
	shortName: 'Wellenbrecher',
	kind: 'free_provider',
	side: 'outpatient' as const,
	town: 'Sandbruck',
	mailDomain: 'wellenbrecher.example.org',
	dataProtectionLaw: 'DSGVO',
	sectors: ['outpatient', 'day_group', 'outpatient']
};

describe('organisations', () => {
	it('are added, listed alphabetically and found by any of their names', async () => {
		const db = await freshDatabase();
		const id = await addOrganisation(db, by, input);
		await addOrganisation(db, by, { ...input, name: 'Ährenfeld gGmbH', shortName: 'Ährenfeld', sectors: [] });
		expect((await organisationsOf(db)).map(({ name }) => name)).toEqual(['Ährenfeld gGmbH', 'Wellenbrecher e. V.']);
		expect(await organisationById(db, id)).toMatchObject({ sectors: ['day_group', 'outpatient'], personCount: 0 });
		expect((await findOrganisation(db, 'WELLENBRECHER e.V.'))?.id).toBe(id);
		expect(await findOrganisation(db, '')).toBeUndefined();
		expect(await organisationsFor(db, reader, 'sandbruck ahrenfeld')).toMatchObject({
			rows: [{ name: 'Ährenfeld gGmbH' }],
			total: 2
		});
	});

	it('keep their former name when they are renamed, until it is forgotten', async () => {
		const db = await freshDatabase();
		const id = await addOrganisation(db, by, input);
		await correctOrganisation(db, by, id, { ...input, name: 'Wellenwerk', sectors: ['residential'] });
		expect(await organisationById(db, id)).toMatchObject({
			name: 'Wellenwerk',
			aliases: ['Wellenbrecher e. V.'],
			sectors: ['residential']
		});
		expect((await findOrganisation(db, 'Wellenbrecher'))?.id).toBe(id);
		await forgetAlias(db, by, id, 'Wellenbrecher e. V.');
		expect((await organisationById(db, id))?.aliases).toEqual([]);
	});

	it('are closed for accounts that do not organise', async () => {
		const db = await freshDatabase();
		const id = await addOrganisation(db, by, input);
		expect(await organisationsFor(db, stranger, '')).toBeUndefined();
		expect(await organisationFor(db, stranger, id)).toBeUndefined();
		expect((await organisationFor(db, reader, id))?.id).toBe(id);
	});
});

describe('organisationForm', () => {
	it('takes the name for a missing short name and the domain out of an address', () => {
		const typed = { name: ' Haus  Sonne ', kind: 'clinic', side: 'partner', mailDomain: 'info@Haus-Sonne.de' };
		expect(organisationForm.parse(typed)).toMatchObject({
			name: 'Haus Sonne',
			shortName: 'Haus Sonne',
			mailDomain: 'haus-sonne.de',
			dataProtectionLaw: 'DSGVO',
			sectors: []
		});
	});

	it('refuses an empty name, an unknown kind and half a domain', () => {
		const result = organisationForm.safeParse({ name: '', kind: 'x', side: 'partner', mailDomain: 'sonne' });
		expect(result.error?.issues.map(({ path }) => path.join('.')).sort()).toEqual(['kind', 'mailDomain', 'name']);
	});
});
