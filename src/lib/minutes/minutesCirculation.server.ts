import { type Database, inTransaction } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { isRefused, refuse, type Refusal } from '#lib/web/refusal.ts';
import { minutesToChange } from './minutesState.server.ts';

/** When the draft went round, the newest first. */
export function circulationsOf(db: Database, gatheringId: string) {
	return db
		.selectFrom('minutesCirculation')
		.innerJoin('minutes', 'minutes.id', 'minutesCirculation.minutesId')
		.select(['minutesCirculation.id', 'at', 'byName', 'commentsUntilOn'])
		.where('gatheringId', '=', gatheringId)
		.orderBy('at', 'desc')
		.execute();
}

/** Sends the draft round: the members read it and may ask for changes until a day. A second time gives more time. */
export function circulateMinutes(
	db: Database,
	by: Actor,
	gathering: Gathering,
	commentsUntilOn: string,
	todayOn: string
): Promise<true | Refusal<'none' | 'final' | 'early' | 'past' | 'shorter' | 'empty'>> {
	return inTransaction(db, async (trx) => {
		const minutes = await minutesToChange(trx, gathering.id);
		if (isRefused(minutes)) return minutes;
		if (gathering.dateOn > todayOn) return refuse('early');
		if (commentsUntilOn < todayOn) return refuse('past');
		if (minutes.commentsUntilOn !== null && commentsUntilOn <= minutes.commentsUntilOn) return refuse('shorter');
		const item = trx.selectFrom('minutesItem').select('id').where('minutesId', '=', minutes.id);
		if (!(await item.executeTakeFirst())) return refuse('empty');
		await trx
			.insertInto('minutesCirculation')
			.values({ id: newId(), minutesId: minutes.id, at: by.at, byName: by.name, commentsUntilOn })
			.execute();
		await journal(trx, by, {
			...{ verb: 'minutes.circulated', thing: `minutes:${minutes.id}`, gatheringId: gathering.id },
			particulars: { commentsUntilOn }
		});
		return true;
	});
}
