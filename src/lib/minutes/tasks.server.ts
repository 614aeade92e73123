import type { Account } from '#lib/accounts/account.ts';
import { circleFor } from '#lib/circles/circles.server.ts';
import { chosenIds } from '#lib/circles/personChoice.ts';
import { personChoices } from '#lib/circles/personChoices.server.ts';
import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import type { TaskInput } from './task.form.ts';
import type { Task, TaskState } from './task.ts';

const MOST = 500;

/** Tasks of the own organisation and of the circles in which it sits; the newest five hundred. */
export async function tasksFor(db: Database, account: Account): Promise<Task[]> {
	const own = account.organisationId ?? '';
	const rows = await db
		.selectFrom('task')
		.innerJoin('organisation', 'organisation.id', 'task.organisationId')
		.leftJoin('person', 'person.id', 'task.personId')
		.leftJoin('circle', 'circle.id', 'task.circleId')
		.leftJoin('gathering', 'gathering.id', 'task.gatheringId')
		.leftJoin('taskState', (join) =>
			join
				.onRef('taskState.taskId', '=', 'task.id')
				.on('taskState.id', '=', ({ selectFrom }) =>
					selectFrom('taskState as newest')
						.whereRef('newest.taskId', '=', 'task.id')
						.orderBy('newest.at', 'desc')
						.orderBy('newest.id', 'desc')
						.limit(1)
						.select('newest.id')
				)
		)
		.$if(!account.isAdministrator, (query) =>
			query.where(({ eb, or, exists, selectFrom }) =>
				or([
					eb('task.organisationId', '=', own),
					exists(
						selectFrom('seat')
							.whereRef('seat.circleId', '=', 'task.circleId')
							.where('seat.organisationId', '=', own)
							.where('seat.untilOn', 'is', null)
							.select('seat.id')
					)
				])
			)
		)
		.select(['task.id', 'task.text', 'task.organisationId', 'shortName', 'firstName', 'lastName', 'person.email'])
		.select(['task.dueOn', 'task.circleId', 'circle.name as circleName', 'task.gatheringId'])
		.select(['gathering.title as gatheringTitle', 'taskState.state', 'taskState.note'])
		.orderBy('task.createdAt', 'desc')
		.limit(MOST)
		.execute();
	return rows.map(({ firstName, lastName, email, state, note, ...row }) => ({
		...row,
		personName: [firstName, lastName].filter(Boolean).join(' '),
		personEmail: email ?? '',
		state: state ?? 'open',
		note: note ?? '',
		acts: account.isAdministrator || account.organizes || row.organisationId === own
	}));
}

/** Gives somebody a task. A person named must belong to the organisation; nobody is chosen by default. */
export function addTask(
	db: Database,
	by: Actor,
	account: Account,
	input: TaskInput
): Promise<
	string | Refusal<'not_allowed' | 'foreign' | 'unknown_person' | 'other_organisation' | 'unknown_organisation'>
> {
	return inTransaction(db, async (trx) => {
		const circle = input.circleId ? await circleFor(trx, account, input.circleId) : undefined;
		const isOwn = input.circleId === null && account.organizes && input.organisationId === account.organisationId;
		if (!circle?.manages && !isOwn) return refuse('not_allowed');
		if (!(await belongs(trx, input))) return refuse('foreign');
		const chosen = chosenIds(await personChoices(trx), [input.person]);
		if ('unknown' in chosen) return refuse('unknown_person');
		const personId = chosen.ids[0] ?? null;
		const organisation = await trx
			.selectFrom('organisation')
			.where('id', '=', input.organisationId)
			.select('id')
			.executeTakeFirst();
		if (!organisation) return refuse('unknown_organisation');
		const person = personId
			? await trx.selectFrom('person').where('id', '=', personId).select('organisationId').executeTakeFirst()
			: undefined;
		if (person && person.organisationId !== input.organisationId) return refuse('other_organisation');
		const id = newId();
		const { person: _, ...task } = input;
		await trx
			.insertInto('task')
			.values({ ...task, id, personId, createdAt: by.at, byName: by.name })
			.execute();
		await journal(trx, by, { verb: 'task.added', thing: `task:${id}`, gatheringId: input.gatheringId });
		return id;
	});
}

/** A decision or a meeting named with a task must be one of its circle. */
async function belongs(trx: Trx, { circleId, decisionId, gatheringId }: TaskInput): Promise<boolean> {
	const decision = decisionId
		? await trx.selectFrom('decision').where('id', '=', decisionId).select('circleId').executeTakeFirst()
		: { circleId };
	const gathering = gatheringId
		? await trx.selectFrom('gathering').where('id', '=', gatheringId).select('circleId').executeTakeFirst()
		: { circleId };
	return decision?.circleId === circleId && gathering?.circleId === circleId;
}

/** Says how far a task is; every state stays on record, so that it can be taken back. */
export function setTaskState(
	db: Database,
	by: Actor,
	account: Account,
	input: { taskId: string; state: TaskState; note: string }
): Promise<TaskState | Refusal<'gone'>> {
	return inTransaction(db, async (trx) => {
		const task = (await tasksFor(trx, account)).find(({ id }) => id === input.taskId);
		if (!task?.acts) return refuse('gone');
		await trx
			.insertInto('taskState')
			.values({ ...input, id: newId(), at: by.at, byName: by.name })
			.execute();
		await journal(trx, by, {
			...{ verb: 'task.state_set', thing: `task:${task.id}`, gatheringId: task.gatheringId },
			particulars: { state: input.state }
		});
		return task.state;
	});
}
