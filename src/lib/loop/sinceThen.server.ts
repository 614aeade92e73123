import type { Database } from '#lib/db/database.server.ts';

/** One thing that happened since the last meeting; the page words it. */
export type News =
	| { kind: 'in_force'; id: string; number: number; title: string; on: string }
	| { kind: 'gathering'; id: string; title: string; on: string; findings: number; returned: number | null }
	| { kind: 'report'; circleId: string; name: string; on: string; text: string }
	| { kind: 'task'; id: string; text: string; on: string; shortName: string }
	| { kind: 'decisions'; gatheringId: string; on: string; count: number };

interface Span {
	sinceOn: string;
	todayOn: string;
}

/** What happened from the day of the last meeting until today, newest first. Five queries, each by the circle's key. */
export async function sinceLastMeeting(db: Database, circleId: string, span: Span): Promise<News[]> {
	const news = [
		...(await cameIntoForce(db, circleId, span)),
		...(await tookPlace(db, circleId, span)),
		...(await wasReported(db, circleId, span)),
		...(await wasDone(db, circleId, span)),
		...(await wasDecided(db, circleId, span))
	];
	return news.sort((a, b) => b.on.localeCompare(a.on));
}

async function cameIntoForce(db: Database, circleId: string, { sinceOn, todayOn }: Span): Promise<News[]> {
	const rows = await db
		.selectFrom('standard')
		.innerJoin('version', 'version.standardId', 'standard.id')
		.innerJoin('standardEntry', 'standardEntry.versionId', 'version.id')
		.where('standard.circleId', '=', circleId)
		.where('inForceOn', '>=', sinceOn)
		.where('inForceOn', '<=', todayOn)
		.groupBy('standard.id')
		.select(['standard.id', 'standard.number', 'standard.title'])
		.select(({ fn }) => fn.min('inForceOn').as('on'))
		.execute();
	return rows.map((row) => ({ kind: 'in_force', ...row }));
}

async function tookPlace(db: Database, circleId: string, { sinceOn, todayOn }: Span): Promise<News[]> {
	const rows = await db
		.selectFrom('gathering')
		.leftJoin('evaluation', 'evaluation.gatheringId', 'gathering.id')
		.where('circleId', '=', circleId)
		.where('dateOn', '>', sinceOn)
		.where('dateOn', '<', todayOn)
		.select(['gathering.id', 'title', 'dateOn as on', 'returned'])
		.select((eb) =>
			eb
				.selectFrom('finding')
				.innerJoin('workshop', 'workshop.id', 'workshopId')
				.whereRef('workshop.gatheringId', '=', 'gathering.id')
				.select(({ fn }) => fn.countAll<number>().as('count'))
				.as('findings')
		)
		.execute();
	return rows.map((row) => ({ kind: 'gathering', ...row, findings: row.findings ?? 0 }));
}

async function wasReported(db: Database, circleId: string, { sinceOn }: Span): Promise<News[]> {
	const rows = await db
		.selectFrom('mandate')
		.innerJoin('mandateReport', 'mandateId', 'mandate.id')
		.innerJoin('circle', 'circle.id', 'mandate.circleId')
		.where('reportsToId', '=', circleId)
		.where('at', '>=', sinceOn)
		.select(['mandate.circleId', 'circle.name', 'at', 'mandateReport.text'])
		.execute();
	return rows.map(({ at, ...row }) => ({ kind: 'report', ...row, on: at.slice(0, 10) }));
}

async function wasDone(db: Database, circleId: string, { sinceOn }: Span): Promise<News[]> {
	const rows = await db
		.selectFrom('task')
		.innerJoin('taskState', 'taskState.taskId', 'task.id')
		.innerJoin('organisation', 'organisation.id', 'task.organisationId')
		.where('circleId', '=', circleId)
		.where('state', '=', 'done')
		.where('taskState.at', '>=', sinceOn)
		.select(['task.id', 'task.text', 'taskState.at', 'shortName'])
		.execute();
	return rows.map(({ at, ...row }) => ({ kind: 'task', ...row, on: at.slice(0, 10) }));
}

async function wasDecided(db: Database, circleId: string, { sinceOn }: Span): Promise<News[]> {
	const rows = await db
		.selectFrom('decision')
		.innerJoin('decisionOutcome', 'decisionId', 'decision.id')
		.where('circleId', '=', circleId)
		.where('decidedOn', '>=', sinceOn)
		.where('result', '=', 'adopted')
		.groupBy(['gatheringId', 'decidedOn'])
		.select(['gatheringId', 'decidedOn as on'])
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.execute();
	return rows.map((row) => ({ kind: 'decisions', ...row, gatheringId: row.gatheringId ?? '' }));
}
