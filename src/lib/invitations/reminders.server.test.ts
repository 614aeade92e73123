import { beforeEach, expect, test } from 'vitest';
import type { Database } from '#lib/db/database.server.ts';
import { berlinInstant } from '#lib/time/berlin.ts';
import { insertGathering, insertRegistration, NOW, withdraw } from '../../../tests/calendar/rows.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { addReminder, queueReminders, remindersOf, removeReminder } from './reminders.server.ts';

const by = { accountId: null, name: 'Nadja', at: NOW };
const day = { id: 'day', dateOn: '2026-11-12' };
const NINE = berlinInstant('2026-11-09', '09:00');

let db: Database;
beforeEach(async () => {
	db = await freshDatabase();
	await insertGathering(db);
	await insertRegistration(db, 'a');
	await insertRegistration(db, 'b', { language: 'en' });
	await insertRegistration(db, 'waits', { isAdmitted: false });
	await insertRegistration(db, 'gone');
	await withdraw(db, 'gone');
});

test('goes once, at nine in Berlin, to everybody with a seat', async () => {
	expect(await addReminder(db, by, day, 3)).toBeUndefined();
	expect(NINE).toBe('2026-11-09T08:00:00.000Z');
	expect(await queueReminders(db, '2026-11-09T07:59:59.000Z')).toBe(0);
	expect(await queueReminders(db, NINE)).toBe(2);
	expect(await queueReminders(db, NINE)).toBe(0);
	const rows = await db.selectFrom('message').selectAll().orderBy('id').execute();
	expect(rows.map(({ registrationId, clearedAt }) => [registrationId, clearedAt])).toEqual([
		['a', NINE],
		['b', NINE]
	]);
	expect(rows[0]?.body).toContain('in 3\u00a0Tagen');
	expect(rows[1]?.body).toContain('in 3\u00a0days');
	expect(await remindersOf(db, 'day')).toEqual([{ daysBefore: 3, dueOn: '2026-11-09', ranAt: NINE }]);
});

test('does not go after the beginning, nor for a cancelled day', async () => {
	await addReminder(db, by, day, 3);
	expect(await queueReminders(db, '2026-11-12T08:00:00.000Z')).toBe(0);
	await db
		.insertInto('gatheringCancellation')
		.values({ gatheringId: 'day', at: NOW, byName: 'N', reason: '' })
		.execute();
	expect(await queueReminders(db, NINE)).toBe(0);
});

test('is refused when its hour is over or it exists, and can be taken back', async () => {
	expect(await addReminder(db, { ...by, at: NINE }, day, 3)).toEqual({ refused: 'past' });
	await addReminder(db, by, day, 7);
	expect(await addReminder(db, by, day, 7)).toEqual({ refused: 'twice' });
	await removeReminder(db, by, 'day', 7);
	expect(await remindersOf(db, 'day')).toEqual([]);
});
