import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { origin } from '#lib/invitations/mailSettings.server.ts';
import { insertMessages } from '#lib/invitations/queue.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { addDays, berlinDay, berlinInstant } from '#lib/time/berlin.ts';
import { type Language, plainDay } from '#lib/time/wording.ts';

/** Days before the agreed one on which the first reminder goes; the second goes the day after it. */
const DAYS_AHEAD = 3;
const REMINDER_TIME = '09:00';

interface DueTask {
	id: string;
	text: string;
	dueOn: string;
	circleName: string | null;
	organisationId: string;
	personId: string | null;
}

/**
 * Queues what is to be reminded of, each once: three days before the agreed day and on the day after it, from nine
 * o'clock, as long as the task is open. A task that was given later than that is not reminded of at once.
 * @returns how many messages.
 */
export async function queueTaskReminders(db: Database, now: string): Promise<number> {
	const todayOn = berlinDay(now);
	if (berlinInstant(todayOn, REMINDER_TIME) > now) return 0;
	const ahead = await dueTasks(db, 'ahead', addDays(todayOn, DAYS_AHEAD));
	const late = await dueTasks(db, 'late', addDays(todayOn, -1));
	let count = 0;
	for (const task of ahead) count += await remind(db, task, 'ahead', now);
	for (const task of late) count += await remind(db, task, 'late', now);
	return count;
}

/** Open tasks agreed for one day whose reminder has not gone, by the index of that day. */
function dueTasks(db: Database, kind: 'ahead' | 'late', dueOn: string): Promise<DueTask[]> {
	return db
		.selectFrom('task')
		.leftJoin('circle', 'circle.id', 'circleId')
		.leftJoin('taskReminder', (join) =>
			join.onRef('taskReminder.taskId', '=', 'task.id').on('taskReminder.kind', '=', kind)
		)
		.where('dueOn', '=', dueOn)
		.where('taskReminder.at', 'is', null)
		.where(({ selectFrom, fn, val, eb }) =>
			eb(
				fn.coalesce(
					selectFrom('taskState')
						.whereRef('taskState.taskId', '=', 'task.id')
						.orderBy('taskState.at', 'desc')
						.orderBy('taskState.id', 'desc')
						.limit(1)
						.select('state'),
					val('open')
				),
				'in',
				['open', 'begun']
			)
		)
		.select(['task.id', 'task.text', 'circle.name as circleName', 'organisationId', 'personId'])
		.select(({ fn, val }) => fn.coalesce('dueOn', val('')).as('dueOn'))
		.execute();
}

function remind(db: Database, task: DueTask, kind: 'ahead' | 'late', now: string): Promise<number> {
	return inTransaction(db, async (trx) => {
		const run = await trx
			.insertInto('taskReminder')
			.values({ taskId: task.id, kind, at: now })
			.onConflict((conflict) => conflict.doNothing())
			.returning('at')
			.executeTakeFirst();
		if (!run) return 0;
		const recipients = await recipientsOf(trx, task);
		await insertMessages(
			trx,
			recipients.map(({ name, email, language }) => ({
				...{ gatheringId: null, registrationId: null, kind: 'task', language, toName: name, toAddress: email },
				...wordsOf(task, kind, name, language),
				...{ calendar: null, createdAt: now, dueAt: now, clearedAt: now }
			}))
		);
		return recipients.length;
	});
}

/** The person named, in the language of her account; without one, everybody who has an account for the organisation. */
async function recipientsOf(trx: Trx, { personId, organisationId }: DueTask) {
	if (personId) {
		const person = await trx
			.selectFrom('person')
			.leftJoin('account', 'account.email', 'person.email')
			.where('person.id', '=', personId)
			.where('person.email', '!=', '')
			.select(['firstName', 'lastName', 'person.email', 'language'])
			.executeTakeFirst();
		if (!person) return [];
		const name = [person.firstName, person.lastName].filter(Boolean).join(' ');
		return [{ name, email: person.email, language: person.language ?? ('de' as const) }];
	}
	return trx
		.selectFrom('account')
		.leftJoin('accountClosure', 'accountClosure.accountId', 'account.id')
		.where('organisationId', '=', organisationId)
		.where('accountClosure.at', 'is', null)
		.select(['account.name', 'email', 'language'])
		.execute();
}

function wordsOf({ id, text, dueOn, circleName }: DueTask, kind: 'ahead' | 'late', name: string, locale: Language) {
	const day = plainDay(dueOn, locale);
	const inputs = { name, day, text, circle: circleName ?? '', link: `${origin()}/tasks?view=all#${id}` };
	const [subject, body] =
		kind === 'ahead'
			? [m.tasks_mail_ahead_subject(inputs, { locale }), m.tasks_mail_ahead_body(inputs, { locale })]
			: [m.tasks_mail_late_subject(inputs, { locale }), m.tasks_mail_late_body(inputs, { locale })];
	return { subject, body };
}
