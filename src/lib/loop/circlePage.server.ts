import type { Database } from '#lib/db/database.server.ts';
import { addDays } from '#lib/time/berlin.ts';
import { openProposals } from './proposals.server.ts';
import { sinceLastMeeting } from './sinceThen.server.ts';
import { standardsOnTheWay } from './standardsOnTheWay.server.ts';
import { groupReports } from './groupReports.server.ts';
import { openTasks } from './openTasks.server.ts';

const FIRST_LOOK_BACK_DAYS = 183;

/** The meeting before today and the one to come. */
export async function meetingsAround(db: Database, circleId: string, todayOn: string) {
	const meetings = db
		.selectFrom('gathering')
		.leftJoin('gatheringCancellation', 'gatheringId', 'gathering.id')
		.where('circleId', '=', circleId)
		.where('kind', 'in', ['provider_meeting', 'round_table', 'small_group', 'quality_dialogue', 'expert_talk'])
		.where('gatheringCancellation.at', 'is', null)
		.select(['id', 'title', 'dateOn', 'startTime', 'endTime', 'place']);
	return {
		last: await meetings.where('dateOn', '<', todayOn).orderBy('dateOn', 'desc').executeTakeFirst(),
		next: await meetings.where('dateOn', '>=', todayOn).orderBy('dateOn').executeTakeFirst()
	};
}

/**
 * What a circle sees first: since its last meeting, results waiting, standards on their way, what its groups report,
 * tasks. A fixed number of queries, each by the key of this circle.
 */
export async function circleLoop(db: Database, circleId: string, todayOn: string) {
	const { last, next } = await meetingsAround(db, circleId, todayOn);
	const sinceOn = last?.dateOn ?? addDays(todayOn, -FIRST_LOOK_BACK_DAYS);
	return {
		last,
		next,
		sinceOn,
		news: await sinceLastMeeting(db, circleId, { sinceOn, todayOn }),
		standards: await standardsOnTheWay(db, circleId, todayOn),
		proposals: await openProposals(db, circleId, todayOn),
		groups: await groupReports(db, circleId),
		tasks: await openTasks(db, circleId)
	};
}

export type CircleLoopData = Awaited<ReturnType<typeof circleLoop>>;
