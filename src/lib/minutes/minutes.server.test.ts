import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '#lib/accounts/account.ts';
import type { Database } from '#lib/db/database.server.ts';
import { loadRegion } from '#lib/demo/loadRegion.server.ts';
import { type Gathering } from '#lib/gatherings/gathering.ts';
import { gatheringById } from '#lib/gatherings/gatherings.server.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { amendMinutes, amendmentsOf, answerAmendment } from './amendments.server.ts';
import { compiledMinutes } from './minutesCompiled.server.ts';
import { circulateMinutes, circulationsOf } from './minutesCirculation.server.ts';
import { minutesContent } from './minutesContent.server.ts';
import { beginMinutes } from './minutesDraft.server.ts';
import { approveMinutes, finalOf } from './minutesFinal.server.ts';
import { correctHead, headOf } from './minutesHead.server.ts';
import { actOnItem } from './minutesItemAct.server.ts';
import {
	addMinutesItem,
	itemsToEdit,
	moveMinutesItem,
	removeMinutesItem,
	restoreMinutesItem,
	saveItems
} from './minutesItems.server.ts';
import { minutesPage } from './minutesPage.server.ts';
import { minutesState } from './minutesState.server.ts';
import { minutesToRead } from './minutesToRead.server.ts';
import { presenceToEdit } from './presence.server.ts';

const NOW = '2026-10-20T08:00:00.000Z';
const TODAY = '2026-10-20';
const HELD = '2026-10-15';
const by = { accountId: null, name: 'Nadja Wojciechowski', at: NOW };
const member = { id: 'm', organisationId: 'org-p01' } as Account;
const reads = { manages: false, todayOn: TODAY };
const ID = 'ev-meeting';

let db: Database;
let meeting: Gathering;

/** A meeting of the Trägertreffen, held some days ago, with five items of programme. */
beforeEach(async () => {
	db = await freshDatabase();
	await loadRegion(db, NOW);
	const model = await db.selectFrom('gathering').selectAll().where('id', '=', 'ev-1').executeTakeFirstOrThrow();
	await db
		.insertInto('gathering')
		.values({
			...model,
			id: ID,
			kind: 'provider_meeting',
			title: 'Trägertreffen Herbst',
			dateOn: HELD,
			circleId: 'circle-tt'
		})
		.execute();
	const item = { gatheringId: ID, note: '', lengthMin: 20, roomId: null, place: '', speakers: '' };
	const items = [
		['a1', 'arrival', 'Ankommen', '09:00'],
		['a2', 'info', 'Berichte aus den Häusern', '09:10'],
		['a3', 'decision', 'Meldebogen', '09:30'],
		['a4', 'break', 'Pause', '09:50'],
		['a5', 'review', 'Überprüfung Standard 5', '10:10']
	] as const;
	await db
		.insertInto('agendaItem')
		.values(items.map(([id, kind, title, startTime]) => ({ ...item, id, kind, title, startTime })))
		.execute();
	meeting = (await gatheringById(db, ID)) as Gathering;
});

async function texts() {
	return (await itemsToEdit(db, ID)).map(({ id, kind, title, facts, discussion, revision }) => {
		return { id, kind, title, facts, discussion, revision };
	});
}
const titles = async () => (await texts()).map(({ title }) => title);

async function circulated(): Promise<void> {
	await beginMinutes(db, by, meeting);
	expect(await circulateMinutes(db, by, meeting, TODAY, TODAY)).toBe(true);
}

const amendment = async (itemId: string | null = null) =>
	(await amendMinutes(db, by, member, ID, { itemId, text: 'Bitte „sollen“ statt „müssen“.' }, reads)) as string;
const answer = (amendmentId: string, more: object) => ({
	...{ amendmentId, verdict: 'accepted' as const, answer: '', facts: '', discussion: '', revision: 1 },
	...more
});
const after = '2026-10-21';

describe('a draft', () => {
	it('grows out of the programme: opening first, breaks left out, any other business last', async () => {
		expect(await minutesState(db, ID)).toMatchObject({ state: 'none' });
		expect(typeof (await beginMinutes(db, by, meeting))).toBe('string');
		const items = await texts();
		expect(items.map(({ kind, title }) => [kind, title])).toEqual([
			['information', 'Begrüßung, Beschlussfähigkeit, Tagesordnung und Genehmigung des letzten Protokolls'],
			['information', 'Berichte aus den Häusern'],
			['decision', 'Meldebogen'],
			['review', 'Überprüfung Standard 5'],
			['information', 'Verschiedenes']
		]);
		expect(items[0]?.facts).toContain('noch nicht genehmigt');
		expect(await minutesState(db, ID)).toMatchObject({ state: 'draft' });
		expect(await beginMinutes(db, by, meeting)).toEqual({ refused: 'begun' });
	});

	it('takes the opening and any other business of the programme where it has them', async () => {
		await db.updateTable('agendaItem').set({ kind: 'welcome', title: 'Begrüßung' }).where('id', '=', 'a2').execute();
		await db.updateTable('agendaItem').set({ title: 'Verschiedenes' }).where('id', '=', 'a5').execute();
		await beginMinutes(db, by, meeting);
		expect(await titles()).toEqual(['Begrüßung', 'Meldebogen', 'Verschiedenes']);
	});

	it('names chair and minute taker by the rule of the circle and lists its seats', async () => {
		await beginMinutes(db, by, meeting);
		const content = await minutesContent(db, ID);
		expect(content).toMatchObject({ circle: 'Trägertreffen Birkenfurt-Seetal', dateOn: HELD, approvedOn: null });
		expect(content?.chair).not.toBe('');
		expect(content?.minuteTaker).toBe('Nadja Wojciechowski');
		const { voting, represented, needed, isMet } = content!.quorum;
		expect([voting, needed, isMet]).toEqual([16, 8, true]);
		expect(represented).toBe(16);
		expect(content?.quorumSentence).toBe(
			'Von 16 stimmberechtigten Organisationen sind 16 vertreten; nötig sind 8. Die Runde ist beschlussfähig.'
		);
	});

	it('belongs to meetings of a circle that take place', async () => {
		const conference = (await gatheringById(db, 'ev-1')) as Gathering;
		expect(await beginMinutes(db, by, conference)).toEqual({ refused: 'no_meeting' });
		expect(await beginMinutes(db, by, { ...meeting, isCancelled: true })).toEqual({ refused: 'cancelled' });
	});

	it('is hidden from members until it goes round', async () => {
		await beginMinutes(db, by, meeting);
		expect((await minutesPage(db, meeting, false)).content).toBeUndefined();
		expect((await minutesPage(db, meeting, false)).state.state).toBe('none');
		expect((await minutesPage(db, meeting, true)).content?.items).toHaveLength(5);
		await circulateMinutes(db, by, meeting, TODAY, TODAY);
		expect((await minutesPage(db, meeting, false)).content?.items).toHaveLength(5);
	});
});

describe('items', () => {
	beforeEach(async () => {
		await beginMinutes(db, by, meeting);
	});

	it('are saved as typed; one changed by somebody else meanwhile is left as it is', async () => {
		const [first, second] = await texts();
		const mine = [
			{ ...first!, facts: 'Neu' },
			{ ...second!, discussion: 'Kurz' }
		];
		const saved = await saveItems(db, by, ID, mine);
		expect(saved).toMatchObject({ conflicts: [], revisions: { [first!.id]: 2, [second!.id]: 2 } });
		const late = await saveItems(db, by, ID, [
			{ ...first!, facts: 'Von woanders' },
			{ ...second!, discussion: 'Kurz' }
		]);
		expect(late).toMatchObject({ conflicts: [{ id: first!.id, facts: 'Neu', revision: 2 }] });
		expect((await texts())[0]?.facts).toBe('Neu');
		expect(await saveItems(db, by, ID, [{ ...first!, id: 'tt-1-top-1', facts: 'Fremd' }])).toMatchObject({
			conflicts: []
		});
		const foreign = db.selectFrom('minutesItem').select('facts').where('id', '=', 'tt-1-top-1');
		expect((await foreign.executeTakeFirst())?.facts).not.toBe('Fremd');
	});

	it('are added, moved, taken away and put back', async () => {
		const id = (await addMinutesItem(db, by, ID, { title: 'Nachtrag', kind: 'discussion' })) as string;
		expect((await titles()).at(-1)).toBe('Nachtrag');
		expect(await moveMinutesItem(db, by, ID, id, 'up')).toBe(true);
		expect((await titles()).slice(-2)).toEqual(['Nachtrag', 'Verschiedenes']);
		expect(await moveMinutesItem(db, by, ID, 'nothing', 'up')).toEqual({ refused: 'gone' });
		const act = await actOnItem(db, by, ID, `remove:${id}`);
		expect(act).toMatchObject({ removed: { title: 'Nachtrag', position: 4 } });
		expect(await titles()).not.toContain('Nachtrag');
		const { removed } = act as { removed: Parameters<typeof restoreMinutesItem>[3] };
		expect(await restoreMinutesItem(db, by, ID, removed)).toBe(true);
		expect(await restoreMinutesItem(db, by, ID, removed)).toEqual({ refused: 'there' });
		expect((await titles()).slice(-2)).toEqual(['Nachtrag', 'Verschiedenes']);
		expect(await actOnItem(db, by, ID, '')).toBeUndefined();
	});

	it('stay when a task or a decision hangs on them', async () => {
		const [first] = await texts();
		const task = { circleId: 'circle-tt', gatheringId: ID, decisionId: null, personId: null, dueOn: null };
		await db
			.insertInto('task')
			.values({
				...task,
				id: 't',
				minutesItemId: first!.id,
				text: 'Raum',
				organisationId: 'org-p01',
				createdAt: NOW,
				byName: 'N'
			})
			.execute();
		expect(await removeMinutesItem(db, by, ID, first!.id)).toEqual({ refused: 'in_use' });
		expect((await minutesContent(db, ID))?.items[0]?.tasks).toMatchObject([{ text: 'Raum', dueOn: null, person: '' }]);
	});

	it('are no longer typed freely once the draft has gone round', async () => {
		await circulateMinutes(db, by, meeting, TODAY, TODAY);
		const [first] = await texts();
		const refused = { refused: 'circulated' };
		expect(await saveItems(db, by, ID, [{ ...first!, facts: 'x' }])).toEqual(refused);
		expect(await addMinutesItem(db, by, ID, { title: 'x', kind: 'review' })).toEqual(refused);
		expect(await moveMinutesItem(db, by, ID, first!.id, 'down')).toEqual(refused);
		expect(await removeMinutesItem(db, by, ID, first!.id)).toEqual(refused);
		expect(await restoreMinutesItem(db, by, ID, { ...first!, position: 0, agendaItemId: null })).toEqual(refused);
		expect(await saveItems(db, by, 'ev-1', [])).toEqual({ refused: 'none' });
	});
});

describe('head and presence list', () => {
	const line = (organisationId: string, kind: 'present' | 'excused' | 'deputy', name = '', partly = '') => {
		return { organisationId, name, kind, partly };
	};
	const head = async () => {
		const { id: _, ...rest } = (await headOf(db, ID))!;
		return rest;
	};

	it('carry the quorum: organisations with a vote, by seat or deputy, each once', async () => {
		await beginMinutes(db, by, meeting);
		const rows = [line('org-p01', 'present', 'A'), line('org-p01', 'deputy', 'B'), line('org-p03', 'excused', 'C')];
		expect(await correctHead(db, by, ID, await head(), rows)).toBe(true);
		const content = await minutesContent(db, ID);
		expect(content?.quorum).toMatchObject({ represented: 1, isMet: false });
		expect(content?.quorumSentence).toContain('nicht beschlussfähig');
		expect(content?.corrections).toEqual([]);
		expect(await correctHead(db, by, ID, await head(), [line('nowhere', 'present')])).toEqual({
			refused: 'unknown_organisation'
		});
		expect(await correctHead(db, by, 'ev-1', await head(), [])).toEqual({ refused: 'none' });
	});

	it('keep both wordings once the draft has gone round', async () => {
		await circulated();
		const presence = (await minutesContent(db, ID))!.presence.map(({ organisation: _, ...row }) => row);
		const late = presence.map((row, i) => (i === 0 ? { ...row, partly: 'ab TOP 4' } : row));
		await correctHead(db, by, ID, { ...(await head()), chair: 'Leitung Stadtjugendamt' }, late);
		const { corrections } = (await minutesContent(db, ID))!;
		expect(corrections.map(({ part }) => part).sort()).toEqual(['head', 'presence']);
		expect(corrections.find(({ part }) => part === 'head')?.after).toBe('Leitung: Leitung Stadtjugendamt');
		expect(corrections.find(({ part }) => part === 'presence')?.after).toMatch(/anwesend \(ab TOP 4\)$/);
	});

	it('offer seats that are not listed yet, and empty rows', async () => {
		await beginMinutes(db, by, meeting);
		const id = (await headOf(db, ID))!.id;
		await db
			.deleteFrom('minutesPresence')
			.where('minutesId', '=', id)
			.where('organisationId', '=', 'org-p01')
			.execute();
		const rows = await presenceToEdit(db, meeting, id);
		expect(rows.filter(({ organisationId }) => organisationId === 'org-p01').map(({ kind }) => kind)).toEqual(['']);
		expect(rows.filter(({ organisationId }) => organisationId === '')).toHaveLength(3);
	});
});

describe('going round', () => {
	it('happens after the meeting, with a deadline that can only be extended', async () => {
		expect(await circulateMinutes(db, by, meeting, TODAY, TODAY)).toEqual({ refused: 'none' });
		await beginMinutes(db, by, meeting);
		expect(await circulateMinutes(db, by, meeting, '2026-10-14', '2026-10-14')).toEqual({ refused: 'early' });
		expect(await circulateMinutes(db, by, meeting, '2026-10-19', TODAY)).toEqual({ refused: 'past' });
		expect(await circulateMinutes(db, by, meeting, TODAY, TODAY)).toBe(true);
		expect(await circulateMinutes(db, by, meeting, TODAY, TODAY)).toEqual({ refused: 'shorter' });
		expect(await circulateMinutes(db, by, meeting, '2026-11-01', TODAY)).toBe(true);
		expect(await circulationsOf(db, ID)).toHaveLength(2);
		expect(await minutesState(db, ID)).toMatchObject({ state: 'circulated', commentsUntilOn: '2026-11-01' });
	});

	it('shows on the start page of members until the deadline', async () => {
		const lines = async (organisationId: string, todayOn: string) =>
			(await minutesToRead(db, { ...member, organisationId }, todayOn)).map(({ href }) => href);
		await beginMinutes(db, by, meeting);
		expect(await lines('org-p01', TODAY)).toEqual([]);
		await circulateMinutes(db, by, meeting, TODAY, TODAY);
		expect(await lines('org-p01', TODAY)).toEqual([`/gatherings/${ID}/minutes`]);
		expect(await lines('org-schule', TODAY)).toEqual([]);
		expect(await lines('org-p01', after)).toEqual([]);
		await circulateMinutes(db, by, meeting, after, TODAY);
		expect(await lines('org-p01', after)).toHaveLength(1);
		await approveMinutes(db, by, meeting, TODAY, '2026-10-22');
		expect(await lines('org-p01', TODAY)).toEqual([]);
	});

	it('needs an item', async () => {
		await beginMinutes(db, by, meeting);
		await db
			.deleteFrom('minutesItem')
			.where('minutesId', '=', (await headOf(db, ID))!.id)
			.execute();
		expect(await circulateMinutes(db, by, meeting, TODAY, TODAY)).toEqual({ refused: 'empty' });
	});
});

describe('amendments', () => {
	it('come from members until the deadline, from hosts until approval', async () => {
		await beginMinutes(db, by, meeting);
		const input = { itemId: null, text: 'x' };
		expect(await amendMinutes(db, by, member, ID, input, reads)).toEqual({ refused: 'draft' });
		await circulateMinutes(db, by, meeting, TODAY, TODAY);
		expect(await amendMinutes(db, by, member, ID, { ...input, itemId: 'tt-1-top-1' }, reads)).toEqual({
			refused: 'gone'
		});
		expect(typeof (await amendment())).toBe('string');
		expect(await amendMinutes(db, by, member, ID, input, { ...reads, todayOn: after })).toEqual({ refused: 'closed' });
		const host = await amendMinutes(db, by, member, ID, input, { manages: true, todayOn: after });
		expect(typeof host).toBe('string');
		expect((await amendmentsOf(db, ID)).map(({ organisation }) => organisation)).not.toContain('Nadja Wojciechowski');
		expect(await minutesState(db, ID)).toMatchObject({ openAmendments: 2, state: 'circulated' });
	});

	it('correct the wording when accepted: the old one stays beside it', async () => {
		await circulated();
		const itemId = (await texts())[1]!.id;
		const id = await amendment(itemId);
		const wording = 'Beide Häuser sollen melden.';
		expect(await answerAmendment(db, by, ID, answer(id, {}))).toEqual({ refused: 'unchanged' });
		expect(await answerAmendment(db, by, ID, answer(id, { facts: wording, revision: 7 }))).toEqual({
			refused: 'changed'
		});
		expect(await answerAmendment(db, by, ID, answer('nothing', { facts: wording }))).toEqual({ refused: 'gone' });
		expect(await answerAmendment(db, by, ID, answer(id, { facts: wording, answer: 'Gern.' }))).toBe(true);
		expect(await answerAmendment(db, by, ID, answer(id, { facts: 'y', revision: 2 }))).toEqual({ refused: 'answered' });
		const item = (await minutesContent(db, ID))!.items[1]!;
		expect(item.facts).toBe(wording);
		expect(item.corrections).toEqual([{ part: 'facts', before: '', after: wording, on: TODAY }]);
		expect(item.amendments).toMatchObject([{ isAccepted: true, answer: 'Gern.' }]);
		expect(await minutesState(db, ID)).toMatchObject({ state: 'amended' });
	});

	it('are rejected with a reason and change nothing', async () => {
		await circulated();
		const itemId = (await texts())[1]!.id;
		const id = await amendment(itemId);
		const no = answer(id, { verdict: 'rejected', facts: 'anders' });
		expect(await answerAmendment(db, by, ID, no)).toEqual({ refused: 'reason' });
		expect(await answerAmendment(db, by, ID, { ...no, answer: 'So wurde es besprochen.' })).toBe(true);
		const item = (await minutesContent(db, ID))!.items[1]!;
		expect([item.facts, item.corrections]).toEqual(['', []]);
	});
});

describe('approval', () => {
	it('waits for the deadline and for every answer', async () => {
		const approve = (on: string, today: string) => approveMinutes(db, by, meeting, on, today);
		expect(await approve(TODAY, TODAY)).toEqual({ refused: 'none' });
		await beginMinutes(db, by, meeting);
		expect(await approve(TODAY, TODAY)).toEqual({ refused: 'draft' });
		await circulateMinutes(db, by, meeting, TODAY, TODAY);
		const id = await amendment();
		expect(await approve(after, after)).toEqual({ refused: 'unanswered' });
		await answerAmendment(db, by, ID, answer(id, {}));
		expect(await approve(TODAY, TODAY)).toEqual({ refused: 'comments' });
		expect(await approve('2026-10-22', after)).toEqual({ refused: 'day' });
		expect(await approve('2026-10-14', after)).toEqual({ refused: 'day' });
		expect(await approve(after, after)).toBe(true);
		expect(await approve(after, after)).toEqual({ refused: 'final' });
	});

	it('freezes content and hash; the record tells when somebody tampers with the file', async () => {
		await circulated();
		await approveMinutes(db, by, meeting, after, after);
		const record = (await finalOf(db, ID))!;
		expect(record).toMatchObject({ approvedOn: after, isIntact: true });
		expect(record.hash).toMatch(/^[0-9a-f]{64}$/);
		expect(await minutesContent(db, ID)).toEqual(record.content);
		expect(record.content.approvedOn).toBe(after);
		await db.updateTable('organisation').set({ name: 'Umbenannt' }).where('id', '=', 'org-p01').execute();
		expect(await minutesContent(db, ID)).toEqual(record.content);
		await sql`drop trigger minutes_final_no_update`.execute(db);
		await db
			.updateTable('minutesFinal')
			.set({ content: JSON.stringify({ ...record.content, chair: 'X' }) })
			.execute();
		expect((await finalOf(db, ID))?.isIntact).toBe(false);
	});

	it('ends every change: each use case refuses', async () => {
		await circulated();
		const itemId = (await texts())[1]!.id;
		await approveMinutes(db, by, meeting, after, after);
		const refused = { refused: 'final' };
		const { id: _, ...head } = (await headOf(db, ID))!;
		expect(await saveItems(db, by, ID, [])).toEqual(refused);
		expect(await addMinutesItem(db, by, ID, { title: 'x', kind: 'review' })).toEqual(refused);
		expect(await moveMinutesItem(db, by, ID, itemId, 'down')).toEqual(refused);
		expect(await removeMinutesItem(db, by, ID, itemId)).toEqual(refused);
		expect(await correctHead(db, by, ID, head, [])).toEqual(refused);
		expect(await circulateMinutes(db, by, meeting, '2026-12-01', after)).toEqual(refused);
		const amend = { manages: true, todayOn: after };
		expect(await amendMinutes(db, by, member, ID, { itemId, text: 'x' }, amend)).toEqual(refused);
		expect(await answerAmendment(db, by, ID, answer('x', {}))).toEqual(refused);
		expect(await beginMinutes(db, by, meeting)).toEqual({ refused: 'begun' });
	});
});

describe('the locks of final minutes', () => {
	const LOCKED = 'final minutes cannot be changed';
	let id: string;

	beforeEach(async () => {
		await circulated();
		const itemId = (await texts())[1]!.id;
		await answerAmendment(db, by, ID, answer(await amendment(itemId), { facts: 'neu' }));
		id = (await headOf(db, ID))!.id;
		await approveMinutes(db, by, meeting, after, after);
	});

	const tables = ['minutes_presence', 'minutes_item', 'minutes_circulation', 'minutes_amendment', 'minutes_correction'];
	const columns = async (table: string) => {
		const { rows } = await sql<{ name: string }>`select name from pragma_table_info(${table})`.execute(db);
		return rows.map(({ name }) => name);
	};
	const run = (text: string) => sql.raw(text).execute(db);

	it.each([...tables, 'minutes', 'minutes_final'])('%s takes no change by SQL', async (table) => {
		const key = table === 'minutes' ? 'id' : 'minutes_id';
		const [first = ''] = await columns(table);
		const mine = `where ${key} = '${id}'`;
		const before = (await sql.raw(`select * from ${table} ${mine}`).execute(db)).rows;
		expect(before.length).toBeGreaterThan(0);
		await expect(run(`update ${table} set ${first} = ${first} ${mine}`)).rejects.toThrow(LOCKED);
		await expect(run(`delete from ${table} ${mine}`)).rejects.toThrow(LOCKED);
		await expect(run(`insert or replace into ${table} select * from ${table} ${mine}`)).rejects.toThrow(LOCKED);
		await expect(run(`insert into ${table} select * from ${table} ${mine}`)).rejects.toThrow(LOCKED);
		expect((await sql.raw(`select * from ${table} ${mine}`).execute(db)).rows).toEqual(before);
	});

	it.each(['minutes_presence', 'minutes_item'])('%s: nothing is moved in from other minutes', async (table) => {
		await expect(run(`update ${table} set minutes_id = '${id}' where minutes_id = 'minutes-tt-2'`)).rejects.toThrow(
			LOCKED
		);
	});

	it('leave other minutes alone', async () => {
		await run(`update minutes_item set facts = 'frei' where minutes_id = 'minutes-tt-2'`);
		await run(`delete from minutes_presence where minutes_id = 'minutes-tt-2'`);
	});
});

it('compiled minutes: approved ones of a span in order, open tasks, what is still missing', async () => {
	await circulated();
	await approveMinutes(db, by, meeting, after, after);
	const range = { from: '2026-10-01', to: '2026-10-31', seriesId: null };
	const compiled = await compiledMinutes(db, 'circle-tt', range);
	expect(compiled.finals.map(({ content }) => content.title)).toEqual(['Trägertreffen Herbst']);
	const task = { circleId: 'circle-tt', gatheringId: ID, decisionId: null, personId: null, minutesItemId: null };
	const rows = ['offen', 'erledigt', 'wieder offen'].map((text) => ({
		...{ ...task, id: text, text, organisationId: 'org-p01', dueOn: '2026-12-01', createdAt: NOW, byName: 'N' }
	}));
	await db.insertInto('task').values(rows).execute();
	const state = (taskId: string, word: 'done' | 'open', at: string) => ({
		...{ id: taskId + at, taskId, state: word, note: '', at, byName: 'N' }
	});
	await db
		.insertInto('taskState')
		.values([
			state('erledigt', 'done', '2026-10-21T08:00:00Z'),
			state('wieder offen', 'done', '2026-10-21T08:00:00Z'),
			state('wieder offen', 'open', '2026-10-22T08:00:00Z')
		])
		.execute();
	const { tasks } = await compiledMinutes(db, 'circle-tt', range);
	expect(tasks.map(({ text }) => text).sort()).toEqual(['offen', 'wieder offen']);
	expect((await compiledMinutes(db, 'circle-tt', { ...range, to: '2026-10-14' })).finals).toEqual([]);
	const year = await compiledMinutes(db, 'circle-tt', { from: '2020-01-01', to: '2030-01-01', seriesId: null });
	expect(year.pending.map(({ id }) => id)).not.toContain(ID);
	const series = {
		id: 's',
		title: 'Reihe',
		annualTheme: '',
		principles: '',
		circleId: 'circle-tt',
		token: 't',
		createdAt: NOW
	};
	await db.insertInto('series').values(series).execute();
	expect((await compiledMinutes(db, 'circle-tt', { ...range, seriesId: 's' })).finals).toEqual([]);
	await db.insertInto('seriesPart').values({ seriesId: 's', gatheringId: ID, number: 1 }).execute();
	expect((await compiledMinutes(db, 'circle-tt', { ...range, seriesId: 's' })).finals).toHaveLength(1);
});
