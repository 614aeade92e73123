import type { Database, Trx } from '#lib/db/database.server.ts';
import type { MinutesState } from '#lib/gatherings/stations.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';

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

/** The minutes of a meeting with their state, for a change. */
export async function minutesToChange(
	trx: Trx,
	gatheringId: string
): Promise<(MinutesState & { id: string }) | Refusal<'none' | 'final'>> {
	const row = await trx.selectFrom('minutes').select('id').where('gatheringId', '=', gatheringId).executeTakeFirst();
	if (!row) return refuse('none');
	const state = await minutesState(trx, gatheringId);
	return state.state === 'final' ? refuse('final') : { ...state, id: row.id };
}
