import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { amendMinutes, answerAmendment } from './amendments.server.ts';
import { compiledMinutes } from './minutesCompiled.server.ts';
import { circulateMinutes } from './minutesCirculation.server.ts';
import { minutesContent } from './minutesContent.server.ts';
import { beginMinutes } from './minutesDraft.server.ts';
import { approveMinutes, finalOf } from './minutesFinal.server.ts';
import { correctHead, headOf } from './minutesHead.server.ts';
import { addMinutesItem, moveMinutesItem, removeMinutesItem, saveItems } from './minutesItems.server.ts';
import {
	NOW,
	TODAY,
	by,
	member,
	ID,
	db,
	meeting,
	beginMeeting,
	texts,
	circulated,
	amendment,
	answer,
	after
} from '../../../tests/support/meeting.ts';

beforeEach(beginMeeting);

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
