import { describe, expect, it } from 'vitest';
import type { Account } from '#lib/accounts/account.ts';
import type { Database } from '#lib/db/database.server.ts';
import { loadRegion } from '#lib/demo/loadRegion.server.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { organisationMergePage, personMergePage } from './mergePages.server.ts';
import { mergedInto, mergeOrganisations, mergePersons } from './merges.server.ts';
import { addOrganisation, organisationById, rememberAlias } from './organisations.server.ts';
import type { PersonInput } from './person.ts';
import { addPerson, personById } from './persons.server.ts';

const at = '2026-10-01T08:00:00.000Z';
const by = { accountId: null, name: 'Tagungsbüro', at };
const administrator = { isAdministrator: true, organizes: false } as Account;
const organizer = { isAdministrator: false, organizes: true } as Account;

function person(input: Partial<PersonInput>): PersonInput {
	const nothing = { title: '', salutation: '', unit: '', jobFunction: '', level: '', email: '' };
	return { ...nothing, firstName: 'Sabine', lastName: 'Müller', organisationId: null, side: null, ...input };
}

function organisation(db: Database, name: string) {
	return addOrganisation(db, by, {
		name,
		shortName: name.split(' ')[0] ?? name,
		kind: 'free_provider',
		side: 'outpatient',
		town: '',
		mailDomain: '',
		dataProtectionLaw: 'DSGVO',
		sectors: ['outpatient']
	});
}

async function gathering(db: Database, id: string, title: string) {
	const empty = {
		subtitle: '',
		guidingQuestion: '',
		aims: '',
		place: '',
		address: '',
		accessibility: '',
		onlineUrl: ''
	};
	const contact = { contactName: '', contactEmail: '', contactPhone: '' };
	await db
		.insertInto('gathering')
		.values({
			...empty,
			...contact,
			id,
			kind: 'conference_day',
			title,
			dateOn: '2026-11-12',
			startTime: '08:30',
			endTime: '16:00',
			circleId: null,
			createdAt: at
		})
		.execute();
}

async function register(db: Database, id: string, gatheringId: string, personId: string, ordinal: number) {
	await db
		.insertInto('registration')
		.values({
			id,
			gatheringId,
			personId,
			ordinal,
			registeredAt: at,
			channel: 'web',
			language: 'de',
			isNewcomer: 0,
			supportNeed: '',
			catering: '',
			isListed: 1,
			allowsPhotos: 0,
			consentsAt: at,
			organisationName: '',
			remark: ''
		})
		.execute();
}

function withdraw(db: Database, registrationId: string) {
	return db.insertInto('registrationWithdrawal').values({ registrationId, at, byName: 'x', reason: '' }).execute();
}

async function twins() {
	const db = await freshDatabase();
	const into = await addPerson(db, by, person({ email: 'mueller@example.org' }));
	const from = await addPerson(db, by, person({ firstName: 'Sabina', unit: 'ASD', email: 'sm@example.org' }));
	await gathering(db, 'fachtag', 'Heute schon zusammengearbeitet?');
	return { db, into, from };
}

describe('mergePersons', () => {
	it('moves registrations, team and pairs, keeps the chosen values and leads the old link on', async () => {
		const { db, into, from } = await twins();
		const third = await addPerson(db, by, person({ lastName: 'Zander' }));
		await register(db, 'r1', 'fachtag', from, 1);
		for (const personId of [into, from])
			await db.insertInto('teamMember').values({ gatheringId: 'fachtag', personId, task: 'desk' }).execute();
		const pair = (a: string, b: string) => {
			const [personA, personB] = a < b ? [a, b] : [b, a];
			return db.insertInto('mixPair').values({ gatheringId: 'fachtag', personA, personB, kind: 'apart' }).execute();
		};
		await pair(from, third);
		await pair(from, into);
		expect(await mergePersons(db, by, { intoId: into, fromId: from }, { email: 'from', firstName: 'into' })).toBe(
			'merged'
		);
		expect(await personById(db, into)).toMatchObject({ firstName: 'Sabine', unit: 'ASD', email: 'sm@example.org' });
		expect(await personById(db, from)).toBeUndefined();
		expect((await db.selectFrom('registration').select('personId').execute()).map((row) => row.personId)).toEqual([
			into
		]);
		expect(await db.selectFrom('teamMember').selectAll().execute()).toHaveLength(1);
		const pairs = await db.selectFrom('mixPair').selectAll().execute();
		expect(pairs.map(({ personA, personB }) => [personA, personB])).toEqual([[into, third].sort()]);
		expect(await mergedInto(db, 'person', from)).toBe(into);
		await mergePersons(db, by, { intoId: third, fromId: into }, {});
		expect(await mergedInto(db, 'person', from)).toBe(third);
		expect(await mergedInto(db, 'person', third)).toBeUndefined();
	});

	it('is refused when both are registered for the same gathering, and changes nothing', async () => {
		const { db, into, from } = await twins();
		await register(db, 'r1', 'fachtag', into, 1);
		await register(db, 'r2', 'fachtag', from, 2);
		expect(await mergePersons(db, by, { intoId: into, fromId: from }, {})).toEqual({
			refused: 'bothRegistered',
			titles: ['Heute schon zusammengearbeitet?']
		});
		expect(await personById(db, from)).toBeDefined();
		expect(await db.selectFrom('merge').selectAll().execute()).toEqual([]);
	});

	it.each([
		['r1', 'r2'],
		['r2', 'r1']
	])('lets the withdrawn one of two registrations fall away (%s)', async (withdrawn, stays) => {
		const { db, into, from } = await twins();
		await register(db, 'r1', 'fachtag', into, 1);
		await register(db, 'r2', 'fachtag', from, 2);
		await withdraw(db, withdrawn);
		expect(await mergePersons(db, by, { intoId: into, fromId: from }, {})).toBe('merged');
		const left = await db.selectFrom('registration').select(['id', 'personId']).execute();
		expect(left).toEqual([{ id: stays, personId: into }]);
	});

	it('knows what to do with an entry that is gone or the same', async () => {
		const { db, into } = await twins();
		expect(await mergePersons(db, by, { intoId: into, fromId: into }, {})).toEqual({ refused: 'gone' });
		expect(await mergePersons(db, by, { intoId: into, fromId: 'x' }, {})).toEqual({ refused: 'gone' });
	});
});

describe('mergeOrganisations', () => {
	it('moves persons and sectors and keeps every name as another name', async () => {
		const db = await freshDatabase();
		const into = await organisation(db, 'Wellenbrecher gGmbH');
		const from = await organisation(db, 'Brecher Familienhilfe');
		await db.transaction().execute((trx) => rememberAlias(trx, from, 'BFH'));
		const id = await addPerson(db, by, person({ organisationId: from }));
		const answer = await mergeOrganisations(db, by, organizer, { intoId: into, fromId: from }, { shortName: 'from' });
		expect(answer).toBe('merged');
		expect((await personById(db, id))?.organisationId).toBe(into);
		expect(await organisationById(db, into)).toMatchObject({
			name: 'Wellenbrecher gGmbH',
			shortName: 'Brecher',
			sectors: ['outpatient'],
			aliases: ['BFH', 'Brecher Familienhilfe', 'Wellenbrecher'],
			personCount: 1
		});
		expect(await mergedInto(db, 'organisation', from)).toBe(into);
	});

	it('moves rights only by the hand of an administrator', async () => {
		const db = await freshDatabase();
		const into = await organisation(db, 'Wellenbrecher gGmbH');
		const from = await organisation(db, 'Stadtjugendamt');
		await gathering(db, 'fachtag', 'Fachtag');
		await db.insertInto('host').values({ gatheringId: 'fachtag', organisationId: from }).execute();
		const ids = { intoId: into, fromId: from };
		expect(await mergeOrganisations(db, by, organizer, ids, {})).toEqual({ refused: 'rights' });
		expect(await organisationById(db, from)).toBeDefined();
		expect((await organisationMergePage(db, organizer, into, { otherId: from, words: '' }))?.pair?.isClosed).toBe(true);
		expect(await mergeOrganisations(db, by, administrator, ids, {})).toBe('merged');
		const hosts = await db.selectFrom('host').selectAll().execute();
		expect(hosts).toEqual([{ gatheringId: 'fachtag', organisationId: into }]);
	});
});

describe('an organisation on record', () => {
	it('is not merged away: who voted or signed stays who it was', async () => {
		const db = await freshDatabase();
		await loadRegion(db, at);
		const into = await organisation(db, 'Wellenbrecher gGmbH');
		const ids = { intoId: into, fromId: 'org-p06' };
		expect(await mergeOrganisations(db, by, administrator, ids, {})).toEqual({ refused: 'onRecord' });
		expect(await organisationById(db, 'org-p06')).toBeDefined();
	});
});

describe('the pages for merging', () => {
	it('propose entries of the same name first and say what moves', async () => {
		const { db, into, from } = await twins();
		await addPerson(db, by, person({ lastName: 'Zander' }));
		await register(db, 'r1', 'fachtag', from, 1);
		const page = await personMergePage(db, organizer, into, { otherId: from, words: 'zander' });
		expect(page?.twins.map((twin) => [twin.person.id, twin.likeness])).toEqual([[from, 'lastName']]);
		expect(page?.found.map((one) => one.lastName)).toEqual(['Zander']);
		expect(page?.pair?.moves).toEqual({ registrations: 1, seats: 0, tasks: 0, pairs: 0 });
	});

	it('are closed for accounts that do not organise', async () => {
		const { db, into } = await twins();
		const stranger = { isAdministrator: false, organizes: false } as Account;
		expect(await personMergePage(db, stranger, into, { otherId: null, words: '' })).toBeUndefined();
	});
});
