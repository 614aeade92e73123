import { createHash } from 'node:crypto';
import { type Database, inTransaction } from '#lib/db/database.server.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { isRefused, refuse, type Refusal } from '#lib/web/refusal.ts';
import type { MinutesContent } from './minutesContent.ts';
import { draftContent } from './minutesContent.server.ts';
import { minutesToChange } from './minutesState.server.ts';

function hashOf(content: string): string {
	return createHash('sha256').update(content, 'utf8').digest('hex');
}

/** A final record: frozen content, when and by whom, and whether it still is what was approved. */
export interface FinalMinutes {
	content: MinutesContent;
	at: string;
	byName: string;
	approvedOn: string;
	hash: string;
	isIntact: boolean;
}

function finals(db: Database) {
	return db
		.selectFrom('minutesFinal')
		.innerJoin('minutes', 'minutes.id', 'minutesFinal.minutesId')
		.select(['content', 'at', 'byName', 'approvedOn', 'hash']);
}
type Row = Awaited<ReturnType<ReturnType<typeof finals>['execute']>>[number];

function recordOf(row: Row): FinalMinutes {
	return { ...row, content: JSON.parse(row.content) as MinutesContent, isIntact: hashOf(row.content) === row.hash };
}

/** The final record of one meeting. */
export async function finalOf(db: Database, gatheringId: string): Promise<FinalMinutes | undefined> {
	const row = await finals(db).where('gatheringId', '=', gatheringId).executeTakeFirst();
	return row && recordOf(row);
}

/** Final records of a circle's meetings between two days, the earliest first. */
export async function finalsOf(
	db: Database,
	circleId: string,
	range: { from: string; to: string; seriesId?: string | null }
): Promise<FinalMinutes[]> {
	const { from, to, seriesId } = range;
	const rows = await finals(db)
		.innerJoin('gathering', 'gathering.id', 'minutes.gatheringId')
		.where('circleId', '=', circleId)
		.where('dateOn', '>=', from)
		.where('dateOn', '<=', to)
		.$if(Boolean(seriesId), (query) =>
			query.where('minutes.gatheringId', 'in', (eb) =>
				eb
					.selectFrom('seriesPart')
					.select('seriesPart.gatheringId')
					.where('seriesId', '=', seriesId ?? '')
			)
		)
		.orderBy('dateOn')
		.orderBy('startTime')
		.execute();
	return rows.map(recordOf);
}

/** Final records of these meetings, the earliest first; the caller has checked who may read them. */
export async function finalsOfGatherings(db: Database, gatheringIds: readonly string[]): Promise<FinalMinutes[]> {
	const rows = await finals(db)
		.innerJoin('gathering', 'gathering.id', 'minutes.gatheringId')
		.where('minutes.gatheringId', 'in', [...gatheringIds])
		.orderBy('dateOn')
		.orderBy('startTime')
		.execute();
	return rows.map(recordOf);
}

export type ApproveRefusal = Refusal<'none' | 'final' | 'draft' | 'unanswered' | 'comments' | 'day'>;

/** Approves the minutes: their content is frozen with its hash; from then on nothing changes, not even by SQL. */
export function approveMinutes(
	db: Database,
	by: Actor,
	gathering: Gathering,
	approvedOn: string,
	todayOn: string
): Promise<true | ApproveRefusal> {
	return inTransaction(db, async (trx) => {
		const minutes = await minutesToChange(trx, gathering.id);
		if (isRefused(minutes)) return minutes;
		if (minutes.commentsUntilOn === null) return refuse('draft');
		if (minutes.openAmendments > 0) return refuse('unanswered');
		if (minutes.commentsUntilOn >= todayOn) return refuse('comments');
		if (approvedOn > todayOn || approvedOn < gathering.dateOn) return refuse('day');
		const draft = await draftContent(trx, gathering.id);
		const content = JSON.stringify({ ...draft, approvedOn });
		const hash = hashOf(content);
		await trx
			.insertInto('minutesFinal')
			.values({ minutesId: minutes.id, at: by.at, byName: by.name, approvedOn, content, hash })
			.execute();
		await journal(trx, by, {
			...{ verb: 'minutes.approved', thing: `minutes:${minutes.id}`, gatheringId: gathering.id },
			particulars: { approvedOn, hash: hash.slice(0, 12) }
		});
		return true;
	});
}
