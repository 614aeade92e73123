import type { Database } from '#lib/db/database.server.ts';

/** What the circle asked for and nobody has finished or dropped, earliest first. One query. */
export function openTasks(db: Database, circleId: string) {
	return db
		.selectFrom('task')
		.innerJoin('organisation', 'organisation.id', 'task.organisationId')
		.leftJoin('person', 'person.id', 'task.personId')
		.where('task.circleId', '=', circleId)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('taskState')
						.whereRef('taskState.taskId', '=', 'task.id')
						.where('state', 'in', ['done', 'dropped'])
						.where(({ not: without, exists: any, selectFrom: from }) =>
							without(
								any(
									from('taskState as later')
										.whereRef('later.taskId', '=', 'taskState.taskId')
										.whereRef('later.at', '>', 'taskState.at')
										.select('later.id')
								)
							)
						)
						.select('taskState.id')
				)
			)
		)
		.select(['task.id', 'task.text', 'task.dueOn', 'organisation.shortName', 'firstName', 'lastName'])
		.orderBy('task.dueOn')
		.execute();
}
