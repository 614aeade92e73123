// over 250 lines: one function, every occasion and standing; the cases share their people and their clock.
import { describe, expect, test } from 'vitest';
import type { Database } from '#lib/db/database.server.ts';
import { inTransaction } from '#lib/db/database.server.ts';
import type { Occasion } from '#lib/gatherings/announce.ts';
import { addMinutesToInstant } from '#lib/time/berlin.ts';
import {
	insertGathering,
	insertRegistration,
	insertWorkshops,
	NOW,
	releasePlaces,
	withdraw
} from '../../../tests/calendar/rows.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { announceChanges, CHANGE_WAITS_MIN } from './announce.server.ts';
import { readCalendarPart } from './calendarContent.ts';

function announce(db: Database, occasion: Occasion, ids: string[] | 'all' = 'all', at = NOW) {
	return inTransaction(db, (trx) => announceChanges(trx, { gatheringId: 'day', registrationIds: ids, occasion, at }));
}

async function messages(db: Database) {
	const rows = await db.selectFrom('message').selectAll().orderBy('id').execute();
	return rows.map((row) => ({ ...row, calendar: readCalendarPart(row.calendar) }));
}

/** kind, method and sequence of each message, as a line. */
async function outline(db: Database): Promise<string[]> {
	const rows = await messages(db);
	return rows.map(({ kind, calendar, clearedAt }) =>
		[kind, calendar?.method, calendar?.sequence, clearedAt ? '' : 'held']
			.filter((x) => x !== undefined && x !== '')
			.join(' ')
	);
}

async function markSent(db: Database): Promise<void> {
	const rows = await messages(db);
	for (const { id, clearedAt } of rows) {
		if (!clearedAt) continue;
		await db
			.insertInto('messageDispatch')
			.values({ messageId: id, at: NOW, mailId: 'x' })
			.onConflict((conflict) => conflict.doNothing())
			.execute();
	}
}

async function registered(): Promise<Database> {
	const db = await freshDatabase();
	await insertGathering(db);
	await insertRegistration(db, 'a');
	await announce(db, 'registered', ['a']);
	return db;
}

function move(db: Database, startTime: string) {
	return db.updateTable('gathering').set({ startTime }).execute();
}

describe('the calendar entry of one person', () => {
	test('registering makes one message with a REQUEST and no secret in it', async () => {
		const db = await registered();
		const [message] = await messages(db);
		expect(await outline(db)).toEqual(['registered REQUEST 0']);
		expect(message).toMatchObject({ toAddress: 'a@example.org', toName: 'Kim Lorenzen', clearedAt: NOW, dueAt: NOW });
		expect(message?.body).toContain('[[personal-link]]');
		expect(message?.body).toContain('Donnerstag, 12.\u00a0November 2026');
		expect(JSON.stringify(message?.calendar)).not.toMatch(/personal|\/me\//);
		expect(message?.calendar?.uid).toMatch(/@/);
	});

	test('a waiting person gets a letter and no calendar entry, and no link to the meeting', async () => {
		const db = await freshDatabase();
		await insertGathering(db, { onlineUrl: 'https://meet.example.org/x' });
		await insertRegistration(db, 'a', { isAdmitted: false });
		await announce(db, 'registered', ['a']);
		expect(await outline(db)).toEqual(['waiting']);
		expect((await messages(db))[0]?.body).not.toContain('meet.example.org');
		expect(await db.selectFrom('calendarEntry').selectAll().execute()).toEqual([]);
	});

	test('moving up brings the entry', async () => {
		const db = await freshDatabase();
		await insertGathering(db);
		await insertRegistration(db, 'a', { isAdmitted: false });
		await announce(db, 'waiting', ['a']);
		await db.insertInto('admission').values({ registrationId: 'a', at: NOW, how: 'moved_up' }).execute();
		await announce(db, 'moved_up', ['a']);
		expect(await outline(db)).toEqual(['waiting', 'moved_up REQUEST 0']);
	});

	test('withdrawing cancels under the same UID, registering again requests with a higher SEQUENCE', async () => {
		const db = await registered();
		await withdraw(db, 'a');
		await announce(db, 'withdrawn', ['a']);
		await db.deleteFrom('registrationWithdrawal').execute();
		await announce(db, 'registered', ['a']);
		expect(await outline(db)).toEqual(['registered REQUEST 0', 'withdrawn CANCEL 1', 'registered REQUEST 2']);
		expect(new Set((await messages(db)).map(({ calendar }) => calendar?.uid)).size).toBe(1);
	});

	test('withdrawing takes back what has not gone out', async () => {
		const db = await registered();
		await move(db, '09:00');
		await announce(db, 'changed');
		await withdraw(db, 'a');
		await announce(db, 'withdrawn', ['a']);
		expect(await outline(db)).toEqual(['registered REQUEST 0', 'withdrawn CANCEL 2']);
	});

	test('a substitute is invited, the other one cancelled', async () => {
		const db = await registered();
		await insertRegistration(db, 'b');
		await withdraw(db, 'a');
		await announce(db, 'withdrawn', ['a']);
		await announce(db, 'substituted', ['b']);
		expect(await outline(db)).toEqual(['registered REQUEST 0', 'withdrawn CANCEL 1', 'substituted REQUEST 0']);
	});

	test('a mended title changes the entry and mails nobody', async () => {
		const db = await registered();
		await db.updateTable('gathering').set({ title: 'Heute schon gemeinsam gearbeitet?' }).execute();
		await announce(db, 'changed', 'all', addMinutesToInstant(NOW, 5));
		expect(await outline(db)).toEqual(['registered REQUEST 0']);
		const entry = await db.selectFrom('calendarEntry').selectAll().executeTakeFirstOrThrow();
		expect(entry).toMatchObject({ sequence: 0, changedAt: addMinutesToInstant(NOW, 5) });
		expect(entry.content).toContain('gemeinsam gearbeitet');
	});

	test('a corrected address gets the confirmation again, other corrections do not', async () => {
		const db = await registered();
		await announce(db, 'corrected', ['a']);
		expect(await outline(db)).toEqual(['registered REQUEST 0']);
		await db.updateTable('person').set({ email: 'neu@example.org' }).execute();
		await announce(db, 'corrected', ['a']);
		expect(await outline(db)).toEqual(['registered REQUEST 0', 'registered REQUEST 0']);
		expect((await messages(db))[1]?.toAddress).toBe('neu@example.org');
	});

	test('a cancelled gathering reaches those with a seat and those who wait', async () => {
		const db = await registered();
		await insertRegistration(db, 'b', { isAdmitted: false });
		await insertRegistration(db, 'c');
		await withdraw(db, 'c');
		await db
			.insertInto('gatheringCancellation')
			.values({ gatheringId: 'day', at: NOW, byName: 'Nadja', reason: 'Das Haus ist gesperrt.' })
			.execute();
		await announce(db, 'cancelled');
		expect(await outline(db)).toEqual(['registered REQUEST 0', 'cancelled CANCEL 1', 'cancelled']);
		expect((await messages(db))[1]?.body).toContain('Das Haus ist gesperrt.');
	});
});

describe('a change', () => {
	test('waits ten minutes and says what was and what is', async () => {
		const db = await registered();
		await move(db, '09:00');
		await announce(db, 'changed');
		const message = (await messages(db))[1];
		expect(message).toMatchObject({
			kind: 'changed',
			clearedAt: NOW,
			dueAt: addMinutesToInstant(NOW, CHANGE_WAITS_MIN)
		});
		expect(message?.body).toMatch(/bisher: .*8\.30.*\njetzt: .*9\s?.*16/);
		expect(message?.calendar).toMatchObject({ method: 'REQUEST', sequence: 1 });
	});

	test('made twice makes one mail, with the old of the first and the new of the last', async () => {
		const db = await registered();
		await markSent(db);
		await move(db, '09:00');
		await announce(db, 'changed');
		await move(db, '10:00');
		await announce(db, 'changed');
		expect(await outline(db)).toEqual(['registered REQUEST 0', 'changed REQUEST 2']);
		expect((await messages(db))[1]?.calendar).toMatchObject({
			before: { startTime: '08:30' },
			content: { startTime: '10:00' }
		});
	});

	test('undone makes none', async () => {
		const db = await registered();
		await move(db, '09:00');
		await announce(db, 'changed');
		await move(db, '08:30');
		await announce(db, 'changed');
		expect(await outline(db)).toEqual(['registered REQUEST 0']);
	});

	test('after the mail has left makes a second one', async () => {
		const db = await registered();
		await move(db, '09:00');
		await announce(db, 'changed');
		await markSent(db);
		await move(db, '10:00');
		await announce(db, 'changed');
		expect(await outline(db)).toEqual(['registered REQUEST 0', 'changed REQUEST 1', 'changed REQUEST 2']);
		expect((await messages(db))[2]?.calendar?.before?.startTime).toBe('09:00');
	});

	test('of the day makes its reminders due again', async () => {
		const db = await registered();
		await db.insertInto('reminder').values({ gatheringId: 'day', daysBefore: 7 }).execute();
		await db.insertInto('reminderRun').values({ gatheringId: 'day', daysBefore: 7, at: NOW }).execute();
		await announce(db, 'changed');
		expect(await db.selectFrom('reminderRun').selectAll().execute()).toEqual([]);
	});
});

describe('a released plan', () => {
	async function released(): Promise<Database> {
		const db = await registered();
		await insertWorkshops(db);
		await markSent(db);
		await releasePlaces(db, 1, { a: 'workshop2' });
		await announce(db, 'released');
		return db;
	}

	test('makes a group letter that waits for the organizer', async () => {
		const db = await released();
		expect(await outline(db)).toEqual(['registered REQUEST 0', 'group REQUEST 1 held']);
		const body = (await messages(db))[1]?.body ?? '';
		expect(body).toContain('Gruppe\u00a02: Thema 2, Sitzungssaal Seetal, 10.45');
	});

	test('released again replaces the letter that waits; without a difference it stays away', async () => {
		const db = await released();
		await releasePlaces(db, 2, { a: 'workshop1' });
		await announce(db, 'released');
		expect(await outline(db)).toEqual(['registered REQUEST 0', 'group REQUEST 2 held']);
		await db.updateTable('message').set({ clearedAt: NOW }).execute();
		await markSent(db);
		await releasePlaces(db, 3, { a: 'workshop1' });
		await announce(db, 'released');
		expect(await outline(db)).toEqual(['registered REQUEST 0', 'group REQUEST 2']);
	});

	test('a change while the group letter waits goes first, with the lower SEQUENCE and without the group', async () => {
		const db = await released();
		await db.updateTable('gathering').set({ place: 'Bürgerhaus' }).execute();
		await announce(db, 'changed');
		expect(await outline(db)).toEqual(['registered REQUEST 0', 'changed REQUEST 2', 'group REQUEST 3 held']);
		const [, changed, group] = await messages(db);
		expect(changed?.calendar?.content.groups).toEqual([]);
		expect(group?.calendar?.content).toMatchObject({ place: 'Bürgerhaus, Am Weiher 1', groups: [{ number: 2 }] });
	});

	test('words written by hand stay as long as their facts do', async () => {
		const db = await released();
		await db.updateTable('message').set({ body: 'Von Hand', editedAt: NOW }).where('kind', '=', 'group').execute();
		await announce(db, 'released');
		expect((await messages(db))[1]?.body).toBe('Von Hand');
		await releasePlaces(db, 2, { a: 'workshop1' });
		await announce(db, 'released');
		expect((await messages(db))[1]?.body).toContain('Thema 1');
	});

	test('a moved room of a group goes out by itself', async () => {
		const db = await released();
		await db.updateTable('message').set({ clearedAt: NOW }).execute();
		await markSent(db);
		await db.updateTable('workshop').set({ roomId: 'room1' }).where('id', '=', 'workshop2').execute();
		await announce(db, 'changed');
		expect(await outline(db)).toEqual(['registered REQUEST 0', 'group REQUEST 1', 'changed REQUEST 2']);
		expect((await messages(db))[2]?.body).toMatch(/bisher: .*Sitzungssaal Seetal.*\njetzt: .*Raum Grünlohe/);
	});
});

describe('with two thousand people', () => {
	test('the number of queries does not depend on their number', async () => {
		const asked: string[] = [];
		const db = await freshDatabase((query) => asked.push(query));
		await insertGathering(db);
		const people = Array.from({ length: 2000 }, (_, index) => `p${index}`);
		for (const id of people) await insertRegistration(db, id);
		asked.length = 0;
		await announce(db, 'registered', ['p0']);
		const forOne = asked.length;
		asked.length = 0;
		await announce(db, 'registered', 'all');
		await announce(db, 'changed', 'all');
		expect(forOne).toBeLessThan(12);
		expect(asked.length).toBeLessThan(40);
	});
});
