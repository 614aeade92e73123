import { sql } from 'kysely';
import { hashToken } from '#lib/db/ids.server.ts';
import type { Database } from '#lib/db/database.server.ts';
import { addMinutesToInstant } from '#lib/time/berlin.ts';

export const WINDOW_MIN = 15;

/** What is counted is stored as a hash: the table tells nobody who tried to log in from where. */
function keyOf(what: string, who: string): string {
	return hashToken(`${what}:${who.trim().toLowerCase()}`);
}

/** Counts one attempt and says whether it is still within the limit of this quarter of an hour. */
export async function attempt(db: Database, what: string, who: string, limit: number, now: string): Promise<boolean> {
	const freshFrom = addMinutesToInstant(now, -WINDOW_MIN);
	const row = await db
		.insertInto('throttle')
		.values({ key: keyOf(what, who), windowAt: now, attempts: 1 })
		.onConflict((conflict) =>
			conflict.column('key').doUpdateSet({
				attempts: sql<number>`case when window_at < ${freshFrom} then 1 else attempts + 1 end`,
				windowAt: sql<string>`case when window_at < ${freshFrom} then ${now} else window_at end`
			})
		)
		.returning('attempts')
		.executeTakeFirstOrThrow();
	return row.attempts <= limit;
}

/** After a success the wrong attempts before it are forgotten. */
export async function forgetAttempts(db: Database, what: string, who: string): Promise<void> {
	await db.deleteFrom('throttle').where('key', '=', keyOf(what, who)).execute();
}

/** Throws away windows that are over; once a day. */
export async function sweepThrottle(db: Database, now: string): Promise<void> {
	await db
		.deleteFrom('throttle')
		.where('windowAt', '<', addMinutesToInstant(now, -24 * 60))
		.execute();
}
