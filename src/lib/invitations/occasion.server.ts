import type { Database } from '#lib/db/database.server.ts';
import type { Occasioned } from './calendarContent.ts';

/** What letters say about a gathering. */
export interface LetterGathering extends Occasioned {
	id: string;
	/** Whom to ask; one line each. Without a name the hosts sign. */
	contact: string;
	/** Reason of the cancellation; null while it takes place. */
	cancelledFor: string | null;
}

/** A gathering as letters need it; two queries. */
export async function letterGathering(db: Database, gatheringId: string): Promise<LetterGathering> {
	const row = await db
		.selectFrom('gathering')
		.leftJoin('gatheringCancellation', 'gatheringCancellation.gatheringId', 'gathering.id')
		.where('gathering.id', '=', gatheringId)
		.select(['gathering.id', 'title', 'dateOn', 'startTime', 'endTime', 'place', 'address', 'onlineUrl'])
		.select(['contactName', 'contactEmail', 'contactPhone', 'gatheringCancellation.reason as cancelledFor'])
		.executeTakeFirstOrThrow();
	const name = row.contactName || (await hostNames(db, gatheringId));
	const contact = [name, row.contactEmail, row.contactPhone].filter(Boolean).join('\n');
	return { ...row, contact };
}

/** The hosts of a gathering, one line each. */
async function hostNames(db: Database, gatheringId: string): Promise<string> {
	const hosts = await db
		.selectFrom('host')
		.innerJoin('organisation', 'organisation.id', 'host.organisationId')
		.where('host.gatheringId', '=', gatheringId)
		.orderBy('organisation.name')
		.select('organisation.name')
		.execute();
	return hosts.map(({ name }) => name).join('\n');
}
