import { fail } from '@sveltejs/kit';
import { circlesFor } from '#lib/circles/circles.server.ts';
import { personChoices } from '#lib/circles/personChoices.server.ts';
import { decisionFor } from '#lib/minutes/decisions.server.ts';
import { taskShape, taskStateShape } from '#lib/minutes/task.form.ts';
import { isOpen, TASK_VIEWS, type TaskView, tasksOfView } from '#lib/minutes/task.ts';
import { taskIssues } from '#lib/minutes/taskIssues.ts';
import { addTask, setTaskState, tasksFor } from '#lib/minutes/tasks.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { organisationsOf } from '#lib/people/organisations.server.ts';
import { answered } from '#lib/web/answer.server.ts';
import { readForm } from '#lib/web/form.ts';
import { signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db, todayOn } = event.locals;
	const tasks = await tasksFor(db, account);
	const who = { organisationId: account.organisationId, email: account.email, todayOn };
	const asked = event.url.searchParams.get('view') as TaskView;
	const view = TASK_VIEWS.includes(asked) ? asked : 'organisation';
	const decision = await decisionFor(db, account, event.url.searchParams.get('decision') ?? '');
	const circles = (await circlesFor(db, account, todayOn)).filter(({ manages }) => manages);
	return {
		view,
		tasks: tasksOfView(tasks, view, who),
		counts: Object.fromEntries(TASK_VIEWS.map((one) => [one, tasksOfView(tasks, one, who).filter(isOpen).length])),
		following: decision?.manages
			? { id: decision.id, number: decision.number, title: decision.title, circleId: decision.circleId }
			: null,
		circles: circles.map(({ id, name }) => ({ id, name })),
		organisations: circles.length > 0 ? await organisationsOf(db) : [],
		people: circles.length > 0 ? [...(await personChoices(db)).keys()] : []
	};
};

export const actions: Actions = {
	add: async (event) => {
		const account = signedIn(event);
		const { db, by } = event.locals;
		const form = readForm(taskShape, await event.request.formData());
		if (!('data' in form)) return fail(400, form);
		const answer = await addTask(db, by, account, form.data);
		if (!isRefused(answer)) return answered(event, { added: true }, `#${answer}`);
		const status = answer.refused === 'not_allowed' ? 403 : 400;
		return fail(status, { issues: taskIssues(answer), values: form.values });
	},

	state: async (event) => {
		const account = signedIn(event);
		const { db, by } = event.locals;
		const form = readForm(taskStateShape, await event.request.formData());
		if (!('data' in form)) return fail(400, form);
		const answer = await setTaskState(db, by, account, form.data);
		if (isRefused(answer)) return fail(404, { issues: { form: m.tasks_error_gone() }, values: form.values });
		return answered(event, { changed: { taskId: form.data.taskId, before: answer } }, `#${form.data.taskId}`);
	}
};
