import { beforeEach, expect, it } from 'vitest';
import type { Account } from '#lib/accounts/account.ts';
import type { Database } from '#lib/db/database.server.ts';
import { loadRegion } from '#lib/demo/loadRegion.server.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { tasksOfView } from './task.ts';
import { addTask, setTaskState, tasksFor } from './tasks.server.ts';

const NOW = '2026-11-26T08:00:00.000Z';
const by = { accountId: null, name: 'Test', at: NOW };
const account = (organisationId: string | null, more: Partial<Account> = {}): Account => ({
	...{ id: 'a', email: 'a@example.org', name: 'A', organisationName: '', organisationShortName: '', language: 'de' },
	...{ organisationId, isAdministrator: false, organizes: true, ...more }
});
const kreis = account('org-ja-kreis');
const input = {
	...{ text: 'Liste führen', organisationId: 'org-ja-stadt', person: '', dueOn: null, circleId: 'circle-tt' },
	...{ gatheringId: null, minutesItemId: null, decisionId: null }
};

let db: Database;
beforeEach(async () => {
	db = await freshDatabase();
	await loadRegion(db, NOW);
});

it('gives a task to an organisation and one of its people', async () => {
	const id = (await addTask(db, by, kreis, { ...input, person: 'müller, sabine · ja stadt' })) as string;
	const task = (await tasksFor(db, kreis)).find((one) => one.id === id);
	expect(task).toMatchObject({ personName: 'Sabine Müller', shortName: 'JA Stadt', state: 'open' });
	expect(await addTask(db, by, kreis, { ...input, person: 'Niemand' })).toEqual({ refused: 'unknown_person' });
	expect(await addTask(db, by, kreis, { ...input, person: 'Wojciechowski, Nadja · JA Kreis' })).toEqual({
		refused: 'other_organisation'
	});
	expect(await addTask(db, by, kreis, { ...input, organisationId: 'x' })).toEqual({ refused: 'unknown_organisation' });
	expect(await addTask(db, by, kreis, { ...input, decisionId: 'de-2-2' })).toEqual(expect.any(String));
	expect(await addTask(db, by, kreis, { ...input, circleId: 'sg-1', decisionId: 'de-2-2' })).toEqual({
		refused: 'foreign'
	});
	const guest = account('org-p06', { organizes: false });
	expect(await addTask(db, by, guest, input)).toEqual({ refused: 'not_allowed' });
});

it('says how far it is, and takes it back; only for who may', async () => {
	const set = (as: Account, state: 'open' | 'done', at = NOW) =>
		setTaskState(db, { ...by, at }, as, { taskId: 'ta-2-4', state, note: '' });
	expect(await set(account('org-p01', { organizes: false }), 'done')).toBe('open');
	expect(await set(kreis, 'open', '2026-11-26T09:00:00.000Z')).toBe('done');
	expect(await set(account('org-p06', { organizes: false }), 'done')).toEqual({ refused: 'gone' });
	expect(await set(account('org-schule'), 'done')).toEqual({ refused: 'gone' });
	const states = await db
		.selectFrom('taskState')
		.where('taskId', '=', 'ta-2-4')
		.orderBy('at')
		.select('state')
		.execute();
	expect(states.map(({ state }) => state)).toEqual(['done', 'open']);
});

it('is found as mine, as my organisation’s, as overdue; open ones first', async () => {
	const nadja = await db.selectFrom('person').where('id', '=', 'per-019').select('email').executeTakeFirstOrThrow();
	const tasks = await tasksFor(db, kreis);
	const who = { organisationId: 'org-ja-kreis', email: nadja.email.toUpperCase(), todayOn: '2026-11-26' };
	expect(tasksOfView(tasks, 'mine', who).map(({ id }) => id)).toEqual(['ta-2-1', 'ta-1-2']);
	expect(tasksOfView(tasks, 'overdue', who).map(({ id }) => id)).toEqual(['ta-1-3']);
	expect(tasksOfView(tasks, 'organisation', who).every(({ organisationId }) => organisationId === 'org-ja-kreis')).toBe(
		true
	);
	expect(tasksOfView(tasks, 'all', who)).toHaveLength(tasks.length);
});
