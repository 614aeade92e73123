import { beforeEach, expect, it } from 'vitest';
import { insertAccount } from '#lib/accounts/accounts.server.ts';
import { type Database, inTransaction } from '#lib/db/database.server.ts';
import { sendDue } from '#lib/invitations/outbox.server.ts';
import type { MailTransport } from '#lib/invitations/transport.server.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { queueTaskReminders } from './taskReminders.server.ts';

const by = { accountId: null, name: 'Test', at: '2026-11-26T08:00:00.000Z' };
const organisation = {
	...{ id: 'org', name: 'Jugendamt Kreis', shortName: 'JA Kreis', kind: 'youth_office', side: 'youth_office' as const },
	...{ town: '', mailDomain: '', dataProtectionLaw: '', createdAt: by.at }
};

let db: Database;
beforeEach(async () => {
	db = await freshDatabase();
	await db.insertInto('organisation').values(organisation).execute();
});

async function insertTask(id: string, dueOn: string, personId: string | null = null) {
	await db
		.insertInto('task')
		.values({
			...{ id, text: `Liste ${id}`, organisationId: 'org', personId, dueOn, createdAt: by.at, byName: 'Test' },
			...{ circleId: null, gatheringId: null, decisionId: null, minutesItemId: null }
		})
		.execute();
}

function setState(taskId: string, state: 'open' | 'done', at: string) {
	const id = `${taskId}-${state}`;
	return db.insertInto('taskState').values({ id, taskId, state, note: '', at, byName: 'Test' }).execute();
}

async function accountFor(email: string, language: 'de' | 'en') {
	const account = { email, name: email, organisationId: 'org', isAdministrator: false, language };
	return inTransaction(db, (trx) => insertAccount(trx, by, account));
}

const mails = () => db.selectFrom('message').orderBy('id').select(['toAddress', 'subject', 'body', 'kind']).execute();

it('reminds three days before and on the day after, from nine o’clock, each once', async () => {
	await accountFor('kim@example.org', 'de');
	await insertTask('a', '2026-12-10');
	expect(await queueTaskReminders(db, '2026-12-06T12:00:00.000Z')).toBe(0);
	expect(await queueTaskReminders(db, '2026-12-07T07:59:59.000Z')).toBe(0);
	expect(await queueTaskReminders(db, '2026-12-07T08:00:00.000Z')).toBe(1);
	expect(await queueTaskReminders(db, '2026-12-07T09:00:00.000Z')).toBe(0);
	expect(await queueTaskReminders(db, '2026-12-11T08:00:00.000Z')).toBe(1);
	expect((await mails()).map(({ subject }) => subject)).toEqual([
		'Bis 10.\u00a0Dezember 2026: Liste a',
		'Überfällig seit 10.\u00a0Dezember 2026: Liste a'
	]);
});

it('is silent about what is done or dropped, and speaks again when that was taken back', async () => {
	await accountFor('kim@example.org', 'de');
	await insertTask('a', '2026-12-10');
	await setState('a', 'done', '2026-12-01T08:00:00.000Z');
	expect(await queueTaskReminders(db, '2026-12-07T08:00:00.000Z')).toBe(0);
	await setState('a', 'open', '2026-12-02T08:00:00.000Z');
	expect(await queueTaskReminders(db, '2026-12-07T08:00:00.000Z')).toBe(1);
});

it('writes to the person named, otherwise to all accounts of the organisation in their language', async () => {
	await accountFor('kim@example.org', 'en');
	await accountFor('lea@example.org', 'de');
	await db
		.insertInto('person')
		.values({
			...{ id: 'per', organisationId: 'org', firstName: 'Kim', lastName: 'Vogel', email: 'kim@example.org' },
			...{ title: '', salutation: '', unit: '', jobFunction: '', level: '' as const, side: null },
			...{ createdAt: by.at, changedAt: by.at }
		})
		.execute();
	await insertTask('named', '2026-12-10', 'per');
	expect(await queueTaskReminders(db, '2026-12-07T08:00:00.000Z')).toBe(1);
	await insertTask('open', '2026-12-11');
	expect(await queueTaskReminders(db, '2026-12-08T08:00:00.000Z')).toBe(2);
	expect((await mails()).map(({ toAddress, subject }) => `${toAddress}: ${subject}`)).toEqual([
		'kim@example.org: Due 10 December 2026: Liste named',
		'kim@example.org: Due 11 December 2026: Liste open',
		'lea@example.org: Bis 11.\u00a0Dezember 2026: Liste open'
	]);
});

it('leaves by the outbox like any other mail', async () => {
	await accountFor('kim@example.org', 'de');
	await insertTask('a', '2026-12-10');
	await queueTaskReminders(db, '2026-12-07T08:00:00.000Z');
	const sent: string[] = [];
	const transport: MailTransport = {
		send: ({ text }) => {
			sent.push(String(text));
			return Promise.resolve({ kind: 'sent', mailId: 'x' });
		},
		close: () => {}
	};
	await sendDue(db, transport, '2026-12-07T08:01:00.000Z', new AbortController().signal);
	expect(sent).toEqual([expect.stringContaining('/tasks?view=all#a')]);
});
