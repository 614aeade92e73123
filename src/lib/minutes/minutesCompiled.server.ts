import type { Database } from '#lib/db/database.server.ts';
import { finalsOf } from './minutesFinal.server.ts';

/** All approved minutes of a circle in a span of time, the tasks of their meetings that are open today, and what is missing. */
export async function compiledMinutes(
	db: Database,
	circleId: string,
	range: { from: string; to: string; seriesId: string | null }
) {
	const finals = await finalsOf(db, circleId, range);
	const ids = finals.map(({ content }) => content.gatheringId);
	const tasks = await db
		.selectFrom('task')
		.innerJoin('organisation', 'organisation.id', 'task.organisationId')
		.where('gatheringId', 'in', ids)
		.where((eb) =>
			eb.not(
				eb.exists(
					eb
						.selectFrom('taskState')
						.whereRef('taskState.taskId', '=', 'task.id')
						.where('state', 'in', ['done', 'dropped'])
						.where('at', '=', (inner) =>
							inner
								.selectFrom('taskState as newest')
								.whereRef('newest.taskId', '=', 'task.id')
								.select(({ fn }) => fn.max('newest.at').as('at'))
						)
						.select('taskState.id')
				)
			)
		)
		.select(['task.id', 'organisation.name as organisation', 'task.text', 'dueOn'])
		.orderBy('dueOn')
		.execute();
	const pending = await db
		.selectFrom('gathering')
		.innerJoin('minutes', 'minutes.gatheringId', 'gathering.id')
		.leftJoin('minutesFinal', 'minutesFinal.minutesId', 'minutes.id')
		.where('circleId', '=', circleId)
		.where('dateOn', '>=', range.from)
		.where('dateOn', '<=', range.to)
		.where('minutesFinal.minutesId', 'is', null)
		.select(['gathering.id', 'title', 'dateOn'])
		.orderBy('dateOn')
		.execute();
	return { finals, tasks, pending };
}

/** Series of a circle, for the choice above its compiled minutes. */
export function seriesOf(db: Database, circleId: string) {
	return db.selectFrom('series').select(['id', 'title']).where('circleId', '=', circleId).orderBy('title').execute();
}
