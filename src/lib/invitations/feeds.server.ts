import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { hashToken, newToken } from '#lib/db/ids.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { addMinutesToInstant } from '#lib/time/berlin.ts';
import type { Language } from '#lib/time/wording.ts';
import type { CalendarContent } from './calendarContent.ts';
import { calendarFile, type FeedEntry } from './calendarFile.ts';

// Cancelled dates stay for some weeks, so that every subscriber sees that they are off.
const CANCELLED_FOR_MIN = 42 * 24 * 60;

/** Makes a new secret for a feed; only its hash is stored. */
export async function insertFeed(trx: Trx, registrationId: string, now: string): Promise<string> {
	const token = newToken();
	await trx
		.insertInto('calendarFeed')
		.values({ hash: hashToken(token), registrationId, createdAt: now, revokedAt: null })
		.execute();
	return token;
}

async function revokeAll(trx: Trx, registrationId: string, at: string): Promise<void> {
	await trx
		.updateTable('calendarFeed')
		.set({ revokedAt: at })
		.where('registrationId', '=', registrationId)
		.where('revokedAt', 'is', null)
		.execute();
}

interface FeedOwner {
	id: string;
	gatheringId: string;
}

/** Makes a feed link for a registration; an earlier one becomes void. @returns the secret, to be shown once. */
export function createFeed(db: Database, by: Actor, { id, gatheringId }: FeedOwner): Promise<string> {
	return inTransaction(db, async (trx) => {
		await revokeAll(trx, id, by.at);
		await journal(trx, by, { verb: 'calendar_feed.created', thing: `registration:${id}`, gatheringId });
		return insertFeed(trx, id, by.at);
	});
}

/** Ends the subscription: the link answers 404 from now on. */
export function revokeFeed(db: Database, by: Actor, { id, gatheringId }: FeedOwner): Promise<void> {
	return inTransaction(db, async (trx) => {
		await revokeAll(trx, id, by.at);
		await journal(trx, by, { verb: 'calendar_feed.revoked', thing: `registration:${id}`, gatheringId });
	});
}

/** When the valid feed of a registration was made; undefined when there is none. */
export async function feedMadeAt(db: Database, registrationId: string): Promise<string | undefined> {
	const row = await db
		.selectFrom('calendarFeed')
		.select('createdAt')
		.where('registrationId', '=', registrationId)
		.where('revokedAt', 'is', null)
		.orderBy('createdAt', 'desc')
		.executeTakeFirst();
	return row?.createdAt;
}

function entries(db: Database) {
	return db
		.selectFrom('calendarEntry')
		.innerJoin('registration', 'registration.id', 'calendarEntry.registrationId')
		.select(['uid', 'sequence', 'status', 'content', 'changedAt', 'registration.language']);
}

type EntryRow = Awaited<ReturnType<ReturnType<typeof entries>['execute']>>[number];

function feedEntry({ uid, sequence, status, content, changedAt }: EntryRow): FeedEntry {
	const isCancelled = status === 'cancelled';
	return { uid, sequence, isCancelled, changedAt, content: JSON.parse(content) as CalendarContent };
}

/** The feed behind a secret: the dates of this one person. undefined when the link is unknown or revoked. */
export async function feedFile(db: Database, token: string, now: string): Promise<string | undefined> {
	const owner = await db
		.selectFrom('calendarFeed')
		.innerJoin('registration', 'registration.id', 'calendarFeed.registrationId')
		.select(['personId', 'language'])
		.where('hash', '=', hashToken(token))
		.where('revokedAt', 'is', null)
		.executeTakeFirst();
	if (!owner) return undefined;
	const shownFrom = addMinutesToInstant(now, -CANCELLED_FOR_MIN);
	const rows = await entries(db)
		.where('personId', '=', owner.personId)
		.where((eb) => eb.or([eb('status', '=', 'confirmed'), eb('changedAt', '>', shownFrom)]))
		.orderBy('calendarEntry.id')
		.execute();
	return calendarFile(rows.map(feedEntry), owner.language, true);
}

/** The one date of a registration as a file; undefined when there is none (she waits, or nothing was ever sent). */
export async function entryFile(db: Database, registrationId: string): Promise<string | undefined> {
	const row = await entries(db).where('registrationId', '=', registrationId).executeTakeFirst();
	return row && calendarFile([feedEntry(row)], row.language as Language, false);
}
