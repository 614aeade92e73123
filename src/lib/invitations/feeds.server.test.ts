import { beforeEach, expect, test } from 'vitest';
import { type Database, inTransaction } from '#lib/db/database.server.ts';
import { addMinutesToInstant } from '#lib/time/berlin.ts';
import { insertGathering, insertRegistration, NOW, withdraw } from '../../../tests/calendar/rows.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { announceChanges } from './announce.server.ts';
import { createFeed, entryFile, feedFile, feedMadeAt, revokeFeed } from './feeds.server.ts';

const by = { accountId: null, name: 'Kim', at: NOW };
const kim = { id: 'a', gatheringId: 'day' };

function announce(db: Database, occasion: 'registered' | 'withdrawn') {
	return inTransaction(db, (trx) =>
		announceChanges(trx, { gatheringId: 'day', registrationIds: ['a', 'b'], occasion, at: NOW })
	);
}

let db: Database;
beforeEach(async () => {
	db = await freshDatabase();
	await insertGathering(db);
	await insertRegistration(db, 'a');
	await insertRegistration(db, 'b');
	await announce(db, 'registered');
});

test('a feed shows the dates of one person, and the table holds no secret', async () => {
	const token = await createFeed(db, by, kim);
	const text = (await feedFile(db, token, NOW)) ?? '';
	expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
	expect(text).not.toContain('example.org');
	expect(JSON.stringify(await db.selectFrom('calendarFeed').selectAll().execute())).not.toContain(token);
	expect(await feedMadeAt(db, 'a')).toBe(NOW);
});

test('revoked, replaced or invented links find nothing', async () => {
	const first = await createFeed(db, by, kim);
	const second = await createFeed(db, by, kim);
	expect(await feedFile(db, first, NOW)).toBeUndefined();
	expect(await feedFile(db, second, NOW)).toBeDefined();
	await revokeFeed(db, by, kim);
	expect(await feedFile(db, second, NOW)).toBeUndefined();
	expect(await feedFile(db, 'invented', NOW)).toBeUndefined();
	expect(await feedMadeAt(db, 'a')).toBeUndefined();
});

test('a withdrawn date stays as cancelled for six weeks', async () => {
	const token = await createFeed(db, by, kim);
	await withdraw(db, 'a');
	await announce(db, 'withdrawn');
	expect(await feedFile(db, token, NOW)).toContain('STATUS:CANCELLED');
	expect(await feedFile(db, token, addMinutesToInstant(NOW, 43 * 24 * 60))).not.toContain('BEGIN:VEVENT');
});

test('the date of one registration as a file, when there is one', async () => {
	expect(await entryFile(db, 'a')).toContain('SUMMARY:Heute schon zusammengearbeitet?');
	expect(await entryFile(db, 'nobody')).toBeUndefined();
});
