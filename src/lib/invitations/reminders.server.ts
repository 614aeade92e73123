import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { addDays, berlinInstant } from '#lib/time/berlin.ts';
import { type Refusal, refuse } from '#lib/web/refusal.ts';
import { queueForAll } from './circular.server.ts';

/** Reminders leave at this time of day. */
export const REMINDER_TIME = '09:00';

export interface Reminder {
	daysBefore: number;
	dueOn: string;
	/** When it was queued; null while it lies ahead. */
	ranAt: string | null;
}

/** Reminders of a gathering, the earliest first. */
export async function remindersOf(db: Database, gatheringId: string): Promise<Reminder[]> {
	const rows = await reminders(db)
		.where('reminder.gatheringId', '=', gatheringId)
		.orderBy('reminder.daysBefore', 'desc')
		.execute();
	return rows.map(({ daysBefore, dateOn, ranAt }) => ({ daysBefore, dueOn: addDays(dateOn, -daysBefore), ranAt }));
}

function reminders(db: Database) {
	return db
		.selectFrom('reminder')
		.innerJoin('gathering', 'gathering.id', 'reminder.gatheringId')
		.leftJoin('reminderRun', (join) =>
			join
				.onRef('reminderRun.gatheringId', '=', 'reminder.gatheringId')
				.onRef('reminderRun.daysBefore', '=', 'reminder.daysBefore')
		)
		.select(['reminder.gatheringId', 'reminder.daysBefore', 'dateOn', 'startTime', 'reminderRun.at as ranAt']);
}

/** Plans a reminder. One whose day is over is refused: it would go out at once. */
export async function addReminder(
	db: Database,
	by: Actor,
	gathering: { id: string; dateOn: string },
	daysBefore: number
): Promise<Refusal<'past' | 'twice'> | undefined> {
	const dueAt = berlinInstant(addDays(gathering.dateOn, -daysBefore), REMINDER_TIME);
	if (dueAt <= by.at) return refuse('past');
	return inTransaction(db, async (trx) => {
		const added = await trx
			.insertInto('reminder')
			.values({ gatheringId: gathering.id, daysBefore })
			.onConflict((conflict) => conflict.doNothing())
			.returning('daysBefore')
			.executeTakeFirst();
		if (!added) return refuse('twice');
		await note(trx, by, 'reminder.added', gathering.id, daysBefore);
	});
}

/** Takes a planned reminder back. */
export function removeReminder(db: Database, by: Actor, gatheringId: string, daysBefore: number): Promise<void> {
	return inTransaction(db, async (trx) => {
		await trx
			.deleteFrom('reminder')
			.where('gatheringId', '=', gatheringId)
			.where('daysBefore', '=', daysBefore)
			.execute();
		await note(trx, by, 'reminder.removed', gatheringId, daysBefore);
	});
}

function note(trx: Trx, by: Actor, verb: string, gatheringId: string, daysBefore: number): Promise<void> {
	return journal(trx, by, { verb, thing: `gathering:${gatheringId}`, gatheringId, particulars: { daysBefore } });
}

/** Queues the reminders whose hour has come, each once; not for cancelled days nor after the beginning. @returns how many messages. */
export async function queueReminders(db: Database, now: string): Promise<number> {
	const open = await reminders(db)
		.leftJoin('gatheringCancellation', 'gatheringCancellation.gatheringId', 'gathering.id')
		.where('reminderRun.at', 'is', null)
		.where('gatheringCancellation.at', 'is', null)
		.execute();
	let count = 0;
	for (const { gatheringId, daysBefore, dateOn, startTime } of open) {
		const dueAt = berlinInstant(addDays(dateOn, -daysBefore), REMINDER_TIME);
		if (dueAt > now || berlinInstant(dateOn, startTime) <= now) continue;
		count += await runReminder(db, { gatheringId, daysBefore }, now);
	}
	return count;
}

function runReminder(
	db: Database,
	reminder: { gatheringId: string; daysBefore: number },
	now: string
): Promise<number> {
	return inTransaction(db, async (trx) => {
		const run = await trx
			.insertInto('reminderRun')
			.values({ ...reminder, at: now })
			.onConflict((conflict) => conflict.doNothing())
			.returning('at')
			.executeTakeFirst();
		return run ? queueForAll(trx, reminder.gatheringId, 'reminder', now) : 0;
	});
}

/** After a day was moved its reminders are due anew, as far as they lie ahead. */
export async function renewReminders(trx: Trx, gatheringId: string, dateOn: string, now: string): Promise<void> {
	const ran = await reminders(trx)
		.where('reminder.gatheringId', '=', gatheringId)
		.where('reminderRun.at', 'is not', null)
		.execute();
	const ahead = ran.filter(({ daysBefore }) => berlinInstant(addDays(dateOn, -daysBefore), REMINDER_TIME) > now);
	if (ahead.length === 0) return;
	await trx
		.deleteFrom('reminderRun')
		.where('gatheringId', '=', gatheringId)
		.where(
			'daysBefore',
			'in',
			ahead.map(({ daysBefore }) => daysBefore)
		)
		.execute();
}
