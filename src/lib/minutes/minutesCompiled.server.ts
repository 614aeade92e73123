import type { Database } from '#lib/db/database.server.ts';
import { finalsOf, finalsOfGatherings } from './minutesFinal.server.ts';

/** All approved minutes of a circle in a span of time, the tasks of their meetings that are open today, and what is missing. */
export async function compiledMinutes(
	db: Database,
	circleId: string,
	range: { from: string; to: string; seriesId: string | null }
) {
	const finals = await finalsOf(db, circleId, range);
	const tasks = await openTasksOf(
		db,
		finals.map(({ content }) => content.gatheringId)
	);
	const pending = await begun(db)
		.where('circleId', '=', circleId)
		.where('dateOn', '>=', range.from)
		.where('dateOn', '<=', range.to)
		.execute();
	return { finals, tasks, pending };
}

/** The same for the parts of a series which the reader may read. */
export async function compiledMinutesOf(db: Database, gatheringIds: readonly string[]) {
	const finals = await finalsOfGatherings(db, gatheringIds);
	const tasks = await openTasksOf(
		db,
		finals.map(({ content }) => content.gatheringId)
	);
	const pending = await begun(db)
		.where('gathering.id', 'in', [...gatheringIds])
		.execute();
	return { finals, tasks, pending };
}

/** Meetings whose minutes are begun and not approved yet. */
function begun(db: Database) {
	return db
		.selectFrom('gathering')
		.innerJoin('minutes', 'minutes.gatheringId', 'gathering.id')
		.leftJoin('minutesFinal', 'minutesFinal.minutesId', 'minutes.id')
		.where('minutesFinal.minutesId', 'is', null)
		.select(['gathering.id', 'title', 'dateOn'])
		.orderBy('dateOn');
}

function openTasksOf(db: Database, gatheringIds: readonly string[]) {
	return db
		.selectFrom('task')
		.innerJoin('organisation', 'organisation.id', 'task.organisationId')
		.where('gatheringId', 'in', [...gatheringIds])
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
}

/** Series of a circle, for the choice above its compiled minutes. */
export function seriesOf(db: Database, circleId: string) {
	return db.selectFrom('series').select(['id', 'title']).where('circleId', '=', circleId).orderBy('title').execute();
}
