import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#lib/db/database.server.ts';
import { account } from '../../../tests/support/account.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { mergeOrganisations } from './merges.server.ts';
import type { OrganisationInput } from './organisation.ts';
import { addOrganisation } from './organisations.server.ts';
import { profileForm } from './profile.form.ts';
import { profileSides } from './profileSides.server.ts';
import { profileFor, profileToWrite, writeProfile } from './profiles.server.ts';

const by = { accountId: null, name: 'Almut Reiher', at: '2026-10-01T08:00:00.000Z' };
const later = { ...by, name: 'Jonte Petri', at: '2026-10-02T09:30:00.000Z' };
const administrator = account(null, { isAdministrator: true });
const texts = {
	...{ mandate: 'Familien begleiten', aim: 'Sicherer Alltag', services: 'Besuche\nTelefon', limits: '' },
	legalBasis: '§ 31 SGB VIII'
};

let db: Database;
let ja: string;
let asd: string;
let steg: string;
const input: OrganisationInput = {
	...{ name: 'Jugendamt Auental', shortName: 'JA Auental', kind: 'public_youth_office', side: 'youth_office' },
	...{ town: '', mailDomain: '', dataProtectionLaw: 'DSGVO', sectors: [] }
};

beforeEach(async () => {
	db = await freshDatabase();
	ja = await addOrganisation(db, by, input);
	asd = await addOrganisation(db, by, { ...input, name: 'ASD', shortName: 'ASD', partOfId: ja });
	steg = await addOrganisation(db, by, { ...input, name: 'Stegreif e. V.', shortName: 'Stegreif' });
});

describe('a profile', () => {
	it('is written by its own people, those of the whole and administrators, and read by every account', async () => {
		const may = async (organisationId: string | null, id: string, more = {}) =>
			(await profileToWrite(db, account(organisationId, { organizes: false, ...more }), id)) !== undefined;
		expect(await may(asd, asd)).toBe(true);
		expect(await may(ja, asd)).toBe(true);
		expect(await may(null, asd, { isAdministrator: true })).toBe(true);
		// Hosts of gatherings work with the directory, but speak for themselves only; a department not for the whole.
		expect(await may(steg, asd, { organizes: true })).toBe(false);
		expect(await may(asd, ja)).toBe(false);
		expect(await may(null, asd)).toBe(false);

		const stranger = account(steg, { organizes: false });
		expect(await writeProfile(db, by, stranger, asd, { basis: '', ...texts })).toEqual({ refused: 'not_allowed' });
		expect(await writeProfile(db, by, account(asd), asd, { basis: '', ...texts })).toBe('written');
		expect(await profileFor(db, stranger, asd)).toMatchObject({
			...{ name: 'ASD', partOfName: 'JA Auental', mayWrite: false },
			profile: { ...texts, changedAt: by.at, byName: 'Almut Reiher' }
		});
		expect(await profileFor(db, stranger, 'none')).toBeUndefined();
		const lines = await db.selectFrom('journalEntry').where('verb', '=', 'profile.written').selectAll().execute();
		expect(lines).toMatchObject([{ thing: `organisation:${asd}`, byName: 'Almut Reiher' }]);
	});

	it('that somebody else changed meanwhile is not written over unseen', async () => {
		const own = account(asd);
		await writeProfile(db, by, own, asd, { basis: '', ...texts });
		const answer = await writeProfile(db, later, own, asd, { basis: '', ...texts, aim: 'Ruhe' });
		expect(answer).toMatchObject({ refused: 'stale', newer: { aim: 'Sicherer Alltag', byName: 'Almut Reiher' } });
		expect((await profileFor(db, own, asd))?.profile?.aim).toBe('Sicherer Alltag');
		expect(await writeProfile(db, later, own, asd, { basis: by.at, ...texts, aim: 'Ruhe' })).toBe('written');
		expect((await profileFor(db, own, asd))?.profile).toMatchObject({ aim: 'Ruhe', byName: 'Jonte Petri' });
	});

	it('says something in one field at least, and keeps its lines', () => {
		expect(profileForm.safeParse({ mandate: ' ', aim: '' }).error?.issues.map(({ path }) => path)).toEqual([
			['mandate']
		]);
		const typed = profileForm.parse({ services: 'Besuche\r\nTelefon ' });
		expect(typed).toMatchObject({ services: 'Besuche\nTelefon', mandate: '', basis: '' });
	});

	it('goes with its organisation when two entries become one', async () => {
		await writeProfile(db, by, administrator, steg, { basis: '', ...texts });
		const merge = (intoId: string, fromId: string) =>
			mergeOrganisations(db, by, administrator, { intoId, fromId }, { partOfId: 'into' });
		expect(await merge(asd, steg)).toBe('merged');
		expect((await profileFor(db, administrator, asd))?.profile?.mandate).toBe('Familien begleiten');
		// Both have one: that of the entry which stays stays.
		await writeProfile(db, by, administrator, ja, { basis: '', ...texts, mandate: 'Das Amt' });
		expect(await merge(ja, asd)).toBe('merged');
		expect((await profileFor(db, administrator, ja))?.profile?.mandate).toBe('Das Amt');
	});
});

describe('side by side', () => {
	it('stand those asked for, each once and four at most; who has no profile is there too', async () => {
		await writeProfile(db, by, administrator, asd, { basis: '', ...texts });
		const names = async (ids: string[], among?: string[]) =>
			(await profileSides(db, account(steg), ids, among)).sides.map(({ name, profile }) => [name, Boolean(profile)]);
		expect(await names([steg, asd, steg, 'none'])).toEqual([
			['Stegreif e. V.', false],
			['ASD', true]
		]);
		expect(await names([])).toEqual([]);
		const more = [];
		for (const name of ['Eins', 'Zwei', 'Drei']) more.push(await addOrganisation(db, by, { ...input, name }));
		expect(await names([asd, steg, ...more])).toHaveLength(4);
		// Of a circle: whoever has a profile comes first, others do not appear.
		expect(await names([], [steg, asd])).toEqual([
			['ASD', true],
			['Stegreif e. V.', false]
		]);
		const page = await profileSides(db, account(steg), [], [steg, asd]);
		expect([page.written, page.unwritten]).toEqual([
			[{ value: asd, label: 'ASD (JA Auental)' }],
			[{ value: steg, label: 'Stegreif e. V.' }]
		]);
	});
});
