import { beforeEach, expect, test } from 'vitest';
import { type Database, inTransaction } from '#lib/db/database.server.ts';
import {
	insertGathering,
	insertRegistration,
	insertWorkshops,
	NOW,
	releasePlaces
} from '../../../tests/calendar/rows.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { announceChanges } from './announce.server.ts';
import { writeCircular } from './circular.server.ts';
import { handAllOver, openMessagesZip } from './handing.server.ts';
import { letterPage } from './letterPages.server.ts';
import { countMessages } from './messages.server.ts';
import { resetLetter, saveLetter } from './rewriting.server.ts';

const by = { accountId: null, name: 'Nadja', at: NOW };
const group = { kind: 'group', language: 'de' } as const;

let db: Database;
beforeEach(async () => {
	db = await freshDatabase();
	await insertGathering(db);
	await insertWorkshops(db);
	for (const id of ['a', 'b']) await insertRegistration(db, id, { firstName: id.toUpperCase() });
	await insertRegistration(db, 'c', { firstName: 'C', language: 'en' });
	await releasePlaces(db, 1, { a: 'workshop1', b: 'workshop2', c: 'workshop1' });
	await inTransaction(db, (trx) =>
		announceChanges(trx, { gatheringId: 'day', registrationIds: 'all', occasion: 'released', at: NOW })
	);
});

async function bodies(): Promise<string[]> {
	const rows = await db.selectFrom('message').select('body').orderBy('id').execute();
	return rows.map(({ body }) => body.split('\n')[0] ?? '');
}

test('a new text is written into what waits, not into what was edited or is in another language', async () => {
	await db.updateTable('message').set({ body: 'Von Hand', editedAt: NOW }).where('registrationId', '=', 'b').execute();
	const text = { subject: 'Neu', body: '[[name]]: [[group]]' };
	expect(await saveLetter(db, by, 'day', { ...group, ...text })).toBe(1);
	const [first, second, third] = await bodies();
	expect(first).toMatch(/^A Lorenzen: Gruppe\s1: Thema 1/);
	expect([second, third]).toEqual(['Von Hand', 'Dear C Lorenzen,']);
	expect((await letterPage(db, 'day', group, '2026-10-05')).isOwn).toBe(true);
	expect(await resetLetter(db, by, 'day', group)).toBe(1);
	expect((await bodies())[0]).toBe('Guten Tag A Lorenzen,');
});

test('a circular waits for release, one message for each', async () => {
	expect(await writeCircular(db, by, 'day', { subject: 'Parken', body: '[[name]], bitte hinten parken.' })).toBe(3);
	expect((await bodies()).slice(3)).toEqual(['A', 'B', 'C'].map((name) => `${name} Lorenzen, bitte hinten parken.`));
	expect(await countMessages(db, 'day', NOW)).toMatchObject({ held: 6, waiting: 0 });
});

test('without a mail server all that was released can be taken along and noted as passed on', async () => {
	expect(await handAllOver(db, by, 'day')).toBe(0);
	await db.updateTable('message').set({ clearedAt: NOW }).execute();
	const zip = await openMessagesZip(db, 'day', NOW);
	expect(zip.toString('latin1').match(/PK\x03\x04/g)).toHaveLength(3); // eslint-disable-line no-control-regex -- the mark of a file in an archive
	expect(await handAllOver(db, by, 'day')).toBe(3);
	expect(await countMessages(db, 'day', NOW)).toMatchObject({ held: 0, sent: 3 });
});
