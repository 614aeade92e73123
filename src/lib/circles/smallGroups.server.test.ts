import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#lib/db/database.server.ts';
import { loadRegion } from '#lib/demo/loadRegion.server.ts';
import { account } from '../../../tests/support/account.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { circleFor } from './circles.server.ts';
import type { Circle } from './circle.ts';
import { oneSidedSentence } from './mandate.ts';
import { type MandatePage, mandatePageFor, mandatesOf, reportOnMandate, setMandate } from './mandates.server.ts';
import { addMember, membersOf, removeMember } from './members.server.ts';
import { wordingOf } from './personChoice.ts';
import { personChoices } from './personChoices.server.ts';
import { causeOf, setUpSmallGroup } from './smallGroups.server.ts';
import { seatsOf } from './seats.server.ts';

const NOW = '2026-11-26T08:00:00.000Z';
const by = { accountId: null, name: 'Nadja Wojciechowski', at: NOW };
const kreis = account('org-ja-kreis');

let db: Database;
let circle: Circle;
let people: Map<string, string>;
const named = (...ids: string[]) => ids.map((id) => wordingOf(people, id));
const input = () => ({
	...{ name: 'Kleingruppe Krise', text: 'Einen Ablauf für Krisen am Wochenende entwerfen.', reportDueOn: '2027-03-01' },
	...{
		members: [...named('per-003', 'per-037'), ''],
		decisionId: null as string | null,
		findingId: null as string | null
	}
});
async function count(): Promise<number[]> {
	const tables = ['circle', 'mandate', 'circleMember', 'seat', 'journalEntry'] as const;
	const counts: number[] = [];
	for (const table of tables) counts.push((await db.selectFrom(table).selectAll().execute()).length);
	return counts;
}

beforeEach(async () => {
	db = await freshDatabase();
	await loadRegion(db, NOW);
	circle = (await circleFor(db, kreis, 'circle-tt'))!;
	people = await personChoices(db);
});

describe('setting up a small group', () => {
	it('makes the group, its mandate, its members and the seats of their organisations in one go', async () => {
		const finding = await db
			.selectFrom('finding')
			.innerJoin('workshop', 'workshop.id', 'workshopId')
			.innerJoin('gathering', 'gathering.id', 'workshop.gatheringId')
			.where('circleId', '=', 'circle-tt')
			.select(['finding.id', 'finding.text'])
			.executeTakeFirstOrThrow();
		const id = (await setUpSmallGroup(db, by, circle, {
			...input(),
			decisionId: 'de-2-2',
			findingId: finding.id
		})) as string;
		expect(await mandatesOf(db, id)).toMatchObject([
			{
				...{ reportsToId: 'circle-tt', givenOn: '2026-11-26', reportDueOn: '2027-03-01', finding: finding.text },
				...{ decisionId: 'de-2-2', reports: [] }
			}
		]);
		expect((await membersOf(db, id)).map(({ personId }) => personId)).toEqual(['per-037', 'per-003']);
		expect((await seatsOf(db, id)).map(({ organisationId, kind }) => [organisationId, kind])).toEqual([
			['org-p01', 'voting'],
			['org-ja-stadt', 'voting']
		]);
		expect(await circleFor(db, account('org-ja-stadt'), id)).toMatchObject({ kind: 'small_group', hasMandate: true });
	});

	it('refuses whole or not at all', async () => {
		const before = await count();
		const tries: [Partial<ReturnType<typeof input>>, string][] = [
			[{ members: ['Niemand'] }, 'unknown_person'],
			[{ members: ['', ' '] }, 'no_members'],
			[{ reportDueOn: '2026-11-25' }, 'past_date'],
			[{ decisionId: 'none' }, 'foreign_decision'],
			[{ findingId: 'none' }, 'foreign_finding']
		];
		for (const [more, refused] of tries)
			expect(await setUpSmallGroup(db, by, circle, { ...input(), ...more })).toEqual({ refused });
		expect(await setUpSmallGroup(db, by, { ...circle, manages: false }, input())).toEqual({ refused: 'not_allowed' });
		expect(await count()).toEqual(before);
	});

	it('knows decisions and results of its own circle only, and no result that was taken away', async () => {
		expect(await causeOf(db, 'sg-1', { decisionId: 'de-2-2', findingId: null })).toEqual({});
		const mandate = await db
			.selectFrom('mandate')
			.where('findingId', 'is not', null)
			.selectAll()
			.executeTakeFirstOrThrow();
		const cause = { decisionId: null, findingId: mandate.findingId };
		expect((await causeOf(db, 'circle-tt', cause)).finding?.id).toBe(mandate.findingId);
		expect(await causeOf(db, 'sg-1', cause)).toEqual({});
		await db
			.insertInto('findingRemoval')
			.values({ findingId: mandate.findingId ?? '', at: NOW, byName: 'x' })
			.execute();
		expect(await causeOf(db, 'circle-tt', cause)).toEqual({});
	});
});

describe('the mandate of a group', () => {
	const page = async (who = kreis) => (await mandatePageFor(db, who, 'sg-1')) as MandatePage;
	const wording = { text: 'Neu gefasst.', reportsToId: 'circle-tt', reportDueOn: '2027-04-01' };

	it('is read by its members and by the circle it reports to, by nobody else', async () => {
		const outside = await page(account('org-p14', { organizes: false }));
		expect(outside).toMatchObject({ mayReport: false, maySet: false, circle: { sits: false, manages: false } });
		expect(await page(account('org-p14'))).toMatchObject({ mayReport: false, maySet: true });
		expect(await page()).toMatchObject({ mayReport: true, maySet: true });
		expect(await mandatePageFor(db, account('org-schule'), 'sg-1')).toBeUndefined();
		expect(await mandatePageFor(db, kreis, 'circle-tt')).toBeUndefined();
	});

	it('takes reports of the group; after the final one a new mandate begins', async () => {
		const group = await page();
		expect(await reportOnMandate(db, by, { ...group, mayReport: false }, { text: 'x', isFinal: 0 })).toEqual({
			refused: 'not_allowed'
		});
		await reportOnMandate(db, by, group, { text: 'Halb fertig.', isFinal: 0 });
		const [first] = await mandatesOf(db, 'sg-1');
		expect(await setMandate(db, by, kreis, group, wording)).toBe(first?.id);
		await reportOnMandate(db, { ...by, at: '2026-11-27T08:00:00.000Z' }, group, { text: 'Fertig.', isFinal: 1 });
		expect(await reportOnMandate(db, by, group, { text: 'x', isFinal: 0 })).toEqual({ refused: 'done' });
		expect((await mandatesOf(db, 'sg-1'))[0]?.reports.map(({ text, isFinal }) => [text, isFinal])).toEqual([
			['Fertig.', true],
			['Halb fertig.', false]
		]);
		const later = { ...by, at: '2026-12-01T08:00:00.000Z' };
		expect(await setMandate(db, later, kreis, group, { ...wording, text: 'Zweiter Auftrag.' })).not.toBe(first?.id);
		expect((await mandatesOf(db, 'sg-1')).map(({ text }) => text)).toEqual(['Zweiter Auftrag.', 'Neu gefasst.']);
	});

	it('refuses strangers, foreign circles and days gone by', async () => {
		const group = await page();
		expect(await setMandate(db, by, kreis, { ...group, maySet: false }, wording)).toEqual({ refused: 'not_allowed' });
		for (const reportsToId of ['none', 'sg-1'])
			expect(await setMandate(db, by, kreis, group, { ...wording, reportsToId })).toEqual({
				refused: 'unknown_circle'
			});
		expect(await setMandate(db, by, kreis, group, { ...wording, reportDueOn: '2026-11-25' })).toEqual({
			refused: 'past_date'
		});
		await db.deleteFrom('mandate').where('circleId', '=', 'sg-1').execute();
		expect(await reportOnMandate(db, by, group, { text: 'x', isFinal: 0 })).toEqual({ refused: 'no_mandate' });
	});
});

describe('members', () => {
	it('come with a seat and leave with it', async () => {
		const group = (await mandatePageFor(db, kreis, 'sg-3')) as MandatePage;
		const [who = ''] = named('per-037');
		expect(await addMember(db, by, { ...group, maySet: false }, who)).toEqual({ refused: 'not_allowed' });
		expect(await addMember(db, by, group, 'Niemand')).toEqual({ refused: 'unknown_person' });
		const seats = async () =>
			(await seatsOf(db, 'sg-3')).filter(({ organisationId }) => organisationId === 'org-p01').map((s) => s.untilOn);
		const before = await seats();
		expect(await addMember(db, by, group, who)).toBe('per-037');
		expect(await addMember(db, by, group, who)).toEqual({ refused: 'member_already' });
		expect(await seats()).toEqual([...before, null]);
		expect(await removeMember(db, by, { ...group, maySet: false }, 'per-037')).toEqual({ refused: 'not_allowed' });
		const later = { ...by, at: '2026-12-10T08:00:00.000Z' };
		expect(await removeMember(db, later, group, 'per-037')).toBe(true);
		expect(await removeMember(db, later, group, 'per-037')).toEqual({ refused: 'gone' });
		expect(await seats()).toEqual([...before, '2026-12-09']);
	});

	it('of one side only are named in words', () => {
		const sides = (...list: (string | null)[]) => oneSidedSentence(list.map((side) => ({ side })));
		expect(sides('youth_office', 'youth_office')).toContain('nur Jugendämter');
		expect(sides('outpatient', 'residential_daycare')).toContain('nur Träger');
		expect(sides('partner')).toContain('nur Partner');
		expect(sides('youth_office', 'outpatient')).toBeUndefined();
		expect(sides('youth_office', null)).toBeUndefined();
		expect(sides()).toBeUndefined();
	});
});
