import { describe, expect, it } from 'vitest';
import type { Account } from '#lib/accounts/account.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { addOrganisation } from './organisations.server.ts';
import type { PersonInput } from './person.ts';
import {
	addPerson,
	correctPerson,
	findPerson,
	personById,
	personFor,
	personsFor,
	personsMatching
} from './persons.server.ts';

const by = { accountId: null, name: 'Tagungsbüro', at: '2026-10-01T08:00:00.000Z' };
const reader: Account = {
	id: 'a1',
	email: 'n@example.org',
	name: 'N',
	organisationId: null,
	organisationName: '',
	organisationShortName: '',
	isAdministrator: true,
	organizes: false,
	language: 'de'
};
const stranger: Account = { ...reader, isAdministrator: false };

function person(input: Partial<PersonInput>): PersonInput {
	const nothing = { title: '', salutation: '', unit: '', jobFunction: '', level: '', email: '' };
	return { ...nothing, firstName: 'Jörg', lastName: 'Müller', organisationId: null, side: null, ...input };
}

async function region() {
	const db = await freshDatabase();
	const add = (name: string, side: 'youth_office' | 'outpatient') =>
		addOrganisation(db, by, {
			name,
			shortName: name,
			kind: 'free_provider',
			side,
			town: 'Birkenfurt',
			mailDomain: '',
			dataProtectionLaw: 'DSGVO',
			sectors: []
		});
	return {
		db,
		office: await add('Stadtjugendamt', 'youth_office'),
		provider: await add('Wellenbrecher', 'outpatient')
	};
}

describe('findPerson', () => {
	it('finds the same name with the same organisation or the same mail, however it is written', async () => {
		const { db, office, provider } = await region();
		const id = await addPerson(db, by, person({ organisationId: office, email: 'joerg.mueller@example.org' }));
		const keys = { firstName: 'Joerg', lastName: 'MÜLLER', organisationId: null, email: '' };
		expect((await findPerson(db, { ...keys, organisationId: office }))?.id).toBe(id);
		expect((await findPerson(db, { ...keys, email: 'Joerg.Mueller@Example.org' }))?.id).toBe(id);
		expect(await findPerson(db, { ...keys, organisationId: provider })).toBeUndefined();
		expect(await findPerson(db, keys)).toBeUndefined();
	});

	it('takes an equal mail alone for two persons who share a mailbox', async () => {
		const { db, office } = await region();
		await addPerson(db, by, person({ organisationId: office, email: 'asd@example.org' }));
		const colleague = { firstName: 'Ayşe', lastName: 'Yıldırım', organisationId: office, email: 'asd@example.org' };
		expect(await findPerson(db, colleague)).toBeUndefined();
	});

	it('does not guess between two colleagues of one name', async () => {
		const { db, office } = await region();
		const first = await addPerson(db, by, person({ organisationId: office, email: 'mueller1@example.org' }));
		await addPerson(db, by, person({ organisationId: office, email: 'mueller2@example.org' }));
		const keys = { firstName: 'Jörg', lastName: 'Müller', organisationId: office };
		expect(await findPerson(db, { ...keys, email: '' })).toBeUndefined();
		expect((await findPerson(db, { ...keys, email: 'mueller1@example.org' }))?.id).toBe(first);
	});
});

describe('the directory', () => {
	it('sorts as German does and pages by 100', async () => {
		const { db } = await region();
		for (const lastName of ['Zander', 'Öztürk', 'Oster', 'Ahrens', 'Äpfler'])
			await addPerson(db, by, person({ lastName }));
		for (let i = 0; i < 100; i++) await addPerson(db, by, person({ lastName: `Zz${i}` }));
		const first = await personsFor(db, reader, { words: '', page: 1 });
		expect(first?.rows.slice(0, 5).map((row) => row.lastName)).toEqual([
			'Ahrens',
			'Äpfler',
			'Oster',
			'Öztürk',
			'Zander'
		]);
		expect(first).toMatchObject({ count: 105, total: 105, pages: 2, from: 1, to: 100 });
		const last = await personsFor(db, reader, { words: '', page: 9 });
		expect(last).toMatchObject({ page: 2, from: 101, to: 105 });
	});

	it('finds by name, organisation and mail, in any order and without umlauts', async () => {
		const { db, provider } = await region();
		await addPerson(db, by, person({ organisationId: provider, email: 'jm@wellen.example.org' }));
		for (const words of ['muller', 'wellenbrecher mueller', 'jm@wellen']) {
			expect(await personsMatching(db, words, 5), words).toHaveLength(1);
		}
		expect(await personsMatching(db, 'niemand', 5)).toEqual([]);
	});

	it('is closed for accounts that do not organise', async () => {
		const { db } = await region();
		const id = await addPerson(db, by, person({}));
		expect(await personsFor(db, stranger, { words: '', page: 1 })).toBeUndefined();
		expect(await personFor(db, stranger, id)).toBeUndefined();
		expect((await personFor(db, reader, id))?.lastName).toBe('Müller');
	});
});

describe('a person', () => {
	it('sits on the side of the organisation unless she has one of her own', async () => {
		const { db, provider } = await region();
		const id = await addPerson(db, by, person({ organisationId: provider }));
		expect((await personById(db, id))?.mixSide).toBe('outpatient');
		await correctPerson(
			db,
			{ ...by, at: '2026-10-02T08:00:00.000Z' },
			id,
			person({ side: 'partner', email: 'x@example.org' })
		);
		expect(await personById(db, id)).toMatchObject({
			mixSide: 'partner',
			organisationId: null,
			organisationName: '',
			organisationShortName: '',
			changedAt: '2026-10-02T08:00:00.000Z'
		});
	});

	it('leaves one journal line without personal words for each act', async () => {
		const { db } = await region();
		const id = await addPerson(db, by, person({}));
		await correctPerson(db, by, id, person({ unit: 'ASD' }));
		const lines = await db.selectFrom('journalEntry').selectAll().where('thing', '=', `person:${id}`).execute();
		expect(lines.map((line) => [line.verb, line.particulars])).toEqual([
			['person.added', '{}'],
			['person.corrected', '{}']
		]);
	});
});
