import { sql } from 'kysely';
import type { Database } from '#lib/db/database.server.ts';
import { addDays } from '#lib/time/berlin.ts';

const LOOK_BACK_DAYS = 400;
const MOST = 12;

export interface OpenProposal {
	id: string;
	text: string;
	dots: number;
	workshopId: string;
	workshopNumber: number;
	workshopTitle: string;
	gatheringId: string;
	gatheringTitle: string;
}

/**
 * Proposals of the circle's gatherings of the last year that nobody has taken up: no standard, no topic, no mandate and
 * no decision comes of them yet. Most dots first.
 */
export async function openProposals(
	db: Database,
	circleId: string,
	todayOn: string
): Promise<{ shown: OpenProposal[]; further: number }> {
	const rows = await db
		.selectFrom('gathering')
		.innerJoin('workshop', 'workshop.gatheringId', 'gathering.id')
		.innerJoin('finding', 'finding.workshopId', 'workshop.id')
		.where('gathering.circleId', '=', circleId)
		.where('gathering.dateOn', '>', addDays(todayOn, -LOOK_BACK_DAYS))
		.where('finding.kind', '=', 'proposal')
		// The plus keeps SQLite from starting at all findings without a standard, of whatever circle.
		.where(sql<boolean>`+finding.standard_id is null`)
		.where(({ not, exists, selectFrom, or }) =>
			not(
				or([
					exists(selectFrom('findingRemoval').whereRef('findingId', '=', 'finding.id').select('findingId')),
					exists(selectFrom('topic').whereRef('topic.findingId', '=', 'finding.id').select('topic.id')),
					exists(selectFrom('mandate').whereRef('mandate.findingId', '=', 'finding.id').select('mandate.id')),
					exists(selectFrom('decision').whereRef('decision.findingId', '=', 'finding.id').select('decision.id')),
					exists(selectFrom('standard').whereRef('standard.findingId', '=', 'finding.id').select('standard.id'))
				])
			)
		)
		.select(['finding.id', 'finding.text', 'finding.dots', 'workshop.id as workshopId'])
		.select(['workshop.number as workshopNumber', 'workshop.title as workshopTitle'])
		.select(['gathering.id as gatheringId', 'gathering.title as gatheringTitle'])
		.orderBy('finding.dots', 'desc')
		.orderBy('finding.id')
		.execute();
	return { shown: rows.slice(0, MOST), further: Math.max(0, rows.length - MOST) };
}
