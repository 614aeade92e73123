import { beforeEach, expect, it } from 'vitest';
import type { Account } from '#lib/accounts/account.ts';
import type { Database } from '#lib/db/database.server.ts';
import { loadRegion } from '#lib/demo/loadRegion.server.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { createStandard } from './create.server.ts';
import { standardFor, standardsFor, standardsOfCircle, wayOfStandard } from './standards.server.ts';
import { currentVersion, versionInForce } from './versions.server.ts';

const NOW = '2026-10-20T08:00:00.000Z';
const by = { accountId: null, name: 'Test', at: NOW };
const account = (organisationId: string | null, more: Partial<Account> = {}): Account => ({
	...{ id: 'a', email: 'a@example.org', name: 'A', organisationName: '', organisationShortName: '', language: 'de' },
	...{ organisationId, isAdministrator: false, organizes: true, ...more }
});
const kreis = account('org-ja-kreis');

let db: Database;
beforeEach(async () => {
	db = await freshDatabase();
	await loadRegion(db, NOW);
});

it('is read by members of the circle, parties and drafting groups; changed by who organizes in the circle or drafts', async () => {
	const rights = async (who: Account, id = 'std-5') => {
		const one = await standardFor(db, who, id);
		return one && [one.drafts, one.manages];
	};
	expect(await rights(kreis)).toEqual([true, true]);
	// Its organisation sits in a group that drafts: there all write, whether they organize or not.
	expect(await rights(account('org-ja-kreis', { organizes: false }))).toEqual([true, false]);
	expect(await rights(account('org-ja-kreis', { organizes: false }), 'std-8')).toEqual([false, false]);
	expect(await rights(account(null, { isAdministrator: true }))).toEqual([true, true]);
	expect(await rights(account('org-schule'))).toBeUndefined();
	expect(await rights(account(null))).toBeUndefined();
	// A party without a seat reads.
	const version = (await currentVersion(db, 'std-2'))!;
	const party = { versionId: version.id, organisationId: 'org-schule', representedBy: '', signs: 0 as const };
	await db.insertInto('versionParty').values(party).execute();
	expect(await rights(account('org-schule'), 'std-2')).toEqual([false, false]);
	expect(await rights(account('org-schule'), 'std-1')).toBeUndefined();
	// A drafting group writes, but does not take it through its life.
	const circle = { id: 'circle-x', name: 'KG', kind: 'small_group' as const, purpose: '', rhythm: '', createdAt: NOW };
	await db.insertInto('circle').values(circle).execute();
	const seat = { organisationId: 'org-schule', personId: null, kind: 'voting' as const, sinceOn: '2026-01-01' };
	await db
		.insertInto('seat')
		.values({ ...seat, id: 'seat-x', circleId: 'circle-x', untilOn: null })
		.execute();
	await db.insertInto('standardDrafter').values({ standardId: 'std-1', circleId: 'circle-x' }).execute();
	expect(await rights(account('org-schule'), 'std-1')).toEqual([true, false]);
});

it('lists by words and state', async () => {
	const numbers = async (search: Parameters<typeof standardsFor>[2]) =>
		(await standardsFor(db, kreis, search)).map(({ number }) => number);
	expect(await numbers({})).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
	expect(await numbers({ words: 'krise akute' })).toEqual([5]);
	expect(await numbers({ states: ['in_force'] })).toEqual([5]);
	expect((await standardsOfCircle(db, 'circle-tt')).map(({ id, state }) => [id, state])[4]).toEqual([
		'std-5',
		'in_force'
	]);
	expect(await standardsFor(db, account('org-schule'))).toEqual([]);
});

it('knows the newest version and the one in force on a day, for a youth office with a day of its own too', async () => {
	expect((await currentVersion(db, 'std-5'))?.label).toBe('1.1-Entwurf');
	const entry = await db.selectFrom('standardEntry').where('versionId', '=', 'std-5-v1').selectAll().executeTakeFirst();
	const on = entry!.inForceOn;
	const label = async (day: string, who?: string) => (await versionInForce(db, 'std-5', who, day))?.label;
	expect(await label(on)).toBe('1.0');
	expect(await label('2020-01-01')).toBeUndefined();
	const late = { ...entry!, organisationId: 'org-ja-stadt', inForceOn: '2099-01-01' };
	await db.insertInto('standardEntry').values(late).execute();
	expect(await label(on, 'org-ja-stadt')).toBeUndefined();
	expect(await label('2099-01-01', 'org-ja-stadt')).toBe('1.0');
	expect(await label(on, 'org-ja-kreis')).toBe('1.0');
	await db.updateTable('standardEntry').set({ endsOn: '2099-02-01' }).execute();
	expect(await label('2099-02-02')).toBeUndefined();
});

it('begins with an empty first version and keeps where it came from', async () => {
	const input = { title: 'Neu', circleId: 'circle-tt', kind: 'agreed_standard' as const };
	const none = { findingId: null, drafterId: null, supersedesId: null };
	const begin = (more: object, who = kreis) => createStandard(db, by, who, { ...input, ...none, ...more });
	expect(await begin({}, account('org-ja-kreis', { organizes: false }))).toEqual({ refused: 'circle' });
	expect(await begin({ findingId: 'nowhere' })).toEqual({ refused: 'finding' });
	expect(await begin({ drafterId: 'circle-tt' })).toEqual({ refused: 'group' });
	expect(await begin({ supersedesId: 'nowhere' })).toEqual({ refused: 'supersedes' });
	const finding = await db
		.selectFrom('finding')
		.innerJoin('workshop', 'workshop.id', 'workshopId')
		.innerJoin('gathering', 'gathering.id', 'gatheringId')
		.where('circleId', '=', 'circle-tt')
		.select(['finding.id', 'workshopId'])
		.executeTakeFirstOrThrow();
	const id = (await begin({ findingId: finding.id, supersedesId: 'std-5' })) as string;
	expect(await standardFor(db, kreis, id)).toMatchObject({
		...{ number: 9, state: 'idea', findingId: finding.id, workshopId: finding.workshopId, supersedesId: 'std-5' }
	});
	expect(await currentVersion(db, id)).toMatchObject({
		number: 1,
		label: '0.1',
		frozenAt: null,
		text: { title: 'Neu' }
	});
	const group = (await db.selectFrom('mandate').select('circleId').executeTakeFirstOrThrow()).circleId;
	const drafted = (await begin({ drafterId: group })) as string;
	expect((await wayOfStandard(db, drafted)).map(({ state }) => state)).toEqual(['drafting']);
});
