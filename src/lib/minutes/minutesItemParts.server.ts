import type { Database } from '#lib/db/database.server.ts';
import type { ContentDecision, ContentTask } from './minutesContent.ts';

/** Decisions by the item they were taken under, in the order of their numbers. */
export async function decisionsByItem(db: Database, itemIds: string[]): Promise<Map<string, ContentDecision[]>> {
	const rows = await db
		.selectFrom('decision')
		.leftJoin('decisionOutcome', 'decisionOutcome.decisionId', 'decision.id')
		.where('minutesItemId', 'in', itemIds)
		.select(['decision.id', 'minutesItemId', 'number', 'title', 'wording'])
		.select(['result', 'decidedOn', 'yes', 'no', 'abstained', 'sentence'])
		.orderBy('number')
		.execute();
	const dissents = await db
		.selectFrom('dissentingOpinion')
		.innerJoin('decision', 'decision.id', 'dissentingOpinion.decisionId')
		.innerJoin('organisation', 'organisation.id', 'dissentingOpinion.organisationId')
		.where('minutesItemId', 'in', itemIds)
		.select(['decisionId', 'organisation.name as organisation', 'text'])
		.execute();
	dissents.sort((a, b) => a.organisation.localeCompare(b.organisation, 'de'));
	const byDecision = Map.groupBy(dissents, ({ decisionId }) => decisionId);
	const byItem = new Map<string, ContentDecision[]>();
	for (const { minutesItemId, ...row } of rows) {
		const decision: ContentDecision = {
			...row,
			yes: row.yes ?? 0,
			no: row.no ?? 0,
			abstained: row.abstained ?? 0,
			sentence: row.sentence ?? '',
			dissents: (byDecision.get(row.id) ?? []).map(({ organisation, text }) => ({ organisation, text }))
		};
		byItem.set(minutesItemId ?? '', [...(byItem.get(minutesItemId ?? '') ?? []), decision]);
	}
	return byItem;
}

/** Tasks by the item they were given under, the earliest first. A person stands there by function where one is known. */
export async function tasksByItem(db: Database, itemIds: string[]): Promise<Map<string, ContentTask[]>> {
	const rows = await db
		.selectFrom('task')
		.innerJoin('organisation', 'organisation.id', 'task.organisationId')
		.leftJoin('person', 'person.id', 'task.personId')
		.where('minutesItemId', 'in', itemIds)
		.select(['task.id', 'minutesItemId', 'organisation.name as organisation', 'task.text', 'dueOn'])
		.select(['jobFunction', 'firstName', 'lastName'])
		.orderBy('dueOn')
		.orderBy('task.createdAt')
		.execute();
	const byItem = new Map<string, ContentTask[]>();
	for (const { minutesItemId, jobFunction, firstName, lastName, ...row } of rows) {
		const task = { ...row, person: jobFunction || [firstName, lastName].filter(Boolean).join(' ') };
		byItem.set(minutesItemId ?? '', [...(byItem.get(minutesItemId ?? '') ?? []), task]);
	}
	return byItem;
}

/** Decisions and tasks of some items, by item. */
export async function partsOfMeeting(db: Database, items: readonly { id: string }[]) {
	const ids = items.map(({ id }) => id);
	const [decisions, tasks] = [await decisionsByItem(db, ids), await tasksByItem(db, ids)];
	return Object.fromEntries(
		ids.map((id) => [id, { decisions: decisions.get(id) ?? [], tasks: tasks.get(id) ?? [] }] as const)
	);
}
