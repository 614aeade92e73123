import type { Database } from '#lib/db/database.server.ts';
import type { Decision } from '#lib/minutes/decision.ts';
import type { StandardStateName } from '#migrations/schema.ts';

/** Where a question arose and what became of its answer: the links of the loop around one decision. */
export interface DecisionTrail {
	from: {
		meeting: { id: string; title: string } | null;
		proposal: { gatheringId: string; workshopId: string; title: string; text: string } | null;
		standard: { id: string; number: number; title: string; version: number | null } | null;
	};
	followed: {
		tasks: { id: string; text: string; shortName: string; dueOn: string | null }[];
		groups: { id: string; name: string; reportDueOn: string }[];
		standards: { id: string; number: number; title: string; state: StandardStateName; on: string }[];
	};
}

/** The trail of one decision, each part by its key. Whoever may read the decision may follow it. */
export async function decisionTrail(db: Database, decision: Decision): Promise<DecisionTrail> {
	const [meeting, proposal, standard] = await Promise.all([
		meetingOf(db, decision),
		proposalOf(db, decision),
		standardOf(db, decision)
	]);
	const [tasks, groups, standards] = await Promise.all([
		tasksOf(db, decision.id),
		groupsOf(db, decision.id),
		movesOf(db, decision.id)
	]);
	return { from: { meeting, proposal, standard }, followed: { tasks, groups, standards } };
}

async function meetingOf(db: Database, { gatheringId }: Decision) {
	if (!gatheringId) return null;
	return (
		(await db.selectFrom('gathering').where('id', '=', gatheringId).select(['id', 'title']).executeTakeFirst()) ?? null
	);
}

async function proposalOf(db: Database, { findingId }: Decision) {
	if (!findingId) return null;
	const row = await db
		.selectFrom('finding')
		.innerJoin('workshop', 'workshop.id', 'workshopId')
		.where('finding.id', '=', findingId)
		.select(['gatheringId', 'workshopId', 'title', 'finding.text'])
		.executeTakeFirst();
	return row ?? null;
}

async function standardOf(db: Database, { standardId, versionId }: Decision) {
	if (!standardId) return null;
	const row = await db
		.selectFrom('standard')
		.leftJoin('version', (join) =>
			join.onRef('version.standardId', '=', 'standard.id').on('version.id', '=', versionId)
		)
		.where('standard.id', '=', standardId)
		.select(['standard.id', 'standard.number', 'standard.title', 'version.number as version'])
		.executeTakeFirst();
	return row ?? null;
}

function tasksOf(db: Database, decisionId: string) {
	return db
		.selectFrom('task')
		.innerJoin('organisation', 'organisation.id', 'organisationId')
		.where('decisionId', '=', decisionId)
		.orderBy('dueOn')
		.select(['task.id', 'task.text', 'shortName', 'dueOn'])
		.execute();
}

function groupsOf(db: Database, decisionId: string) {
	return db
		.selectFrom('mandate')
		.innerJoin('circle', 'circle.id', 'circleId')
		.where('decisionId', '=', decisionId)
		.orderBy('givenOn')
		.select(['circle.id', 'circle.name', 'reportDueOn'])
		.execute();
}

async function movesOf(db: Database, decisionId: string) {
	const rows = await db
		.selectFrom('standardState')
		.innerJoin('standard', 'standard.id', 'standardId')
		.where('decisionId', '=', decisionId)
		.orderBy('standardState.at')
		.select(['standard.id', 'standard.number', 'standard.title', 'state', 'standardState.at'])
		.execute();
	return rows.map(({ at, ...row }) => ({ ...row, on: at.slice(0, 10) }));
}
