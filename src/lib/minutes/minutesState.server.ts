import type { Database } from '#lib/db/database.server.ts';
import type { MinutesState } from '#lib/gatherings/stations.ts';

/** How far the minutes of a meeting are; one query. */
export async function minutesState(db: Database, gatheringId: string): Promise<MinutesState> {
	const row = await db
		.selectFrom('minutes')
		.leftJoin('minutesFinal', 'minutesFinal.minutesId', 'minutes.id')
		.where('gatheringId', '=', gatheringId)
		.select('approvedOn')
		.select((eb) => [
			eb
				.selectFrom('minutesCirculation')
				.whereRef('minutesId', '=', 'minutes.id')
				.select(({ fn }) => fn.max('commentsUntilOn').as('until'))
				.as('commentsUntilOn'),
			eb
				.selectFrom('minutesAmendment')
				.whereRef('minutesId', '=', 'minutes.id')
				.select(({ fn }) => fn.countAll<number>().as('count'))
				.as('amendments'),
			eb
				.selectFrom('minutesAmendment')
				.whereRef('minutesId', '=', 'minutes.id')
				.where('answeredAt', 'is', null)
				.select(({ fn }) => fn.countAll<number>().as('count'))
				.as('open')
		])
		.executeTakeFirst();
	if (!row) return { state: 'none', commentsUntilOn: null, openAmendments: 0, approvedOn: null };
	const { approvedOn, commentsUntilOn } = row;
	const openAmendments = Number(row.open ?? 0);
	const isAmended = Number(row.amendments ?? 0) > 0 && openAmendments === 0;
	const state = approvedOn ? 'final' : commentsUntilOn ? (isAmended ? 'amended' : 'circulated') : 'draft';
	return { state, commentsUntilOn, openAmendments, approvedOn };
}
