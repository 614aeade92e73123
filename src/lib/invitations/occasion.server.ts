import type { Database } from '#lib/db/database.server.ts';
import type { Occasioned } from './calendarContent.ts';

/** What letters say about a gathering. */
export interface LetterGathering extends Occasioned {
	id: string;
	/** Whom to ask; one line each. */
	contact: string;
	/** Reason of the cancellation; null while it takes place. */
	cancelledFor: string | null;
}

/** A gathering as letters need it; one query. */
export async function letterGathering(db: Database, gatheringId: string): Promise<LetterGathering> {
	const row = await db
		.selectFrom('gathering')
		.leftJoin('gatheringCancellation', 'gatheringCancellation.gatheringId', 'gathering.id')
		.where('gathering.id', '=', gatheringId)
		.select(['gathering.id', 'title', 'dateOn', 'startTime', 'endTime', 'place', 'address', 'onlineUrl'])
		.select(['contactName', 'contactEmail', 'contactPhone', 'gatheringCancellation.reason as cancelledFor'])
		.executeTakeFirstOrThrow();
	const contact = [row.contactName, row.contactEmail, row.contactPhone].filter(Boolean).join('\n');
	return { ...row, contact };
}
