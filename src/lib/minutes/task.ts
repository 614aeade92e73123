import { m } from '#lib/paraglide/messages.js';

export const TASK_STATES = ['open', 'begun', 'done', 'dropped'] as const;
export type TaskState = (typeof TASK_STATES)[number];
export const TASK_VIEWS = ['mine', 'organisation', 'overdue', 'all'] as const;
export type TaskView = (typeof TASK_VIEWS)[number];

/** A task as lists show it; `acts`: may say how far it is. */
export interface Task {
	id: string;
	text: string;
	organisationId: string;
	shortName: string;
	personName: string;
	personEmail: string;
	dueOn: string | null;
	circleId: string | null;
	circleName: string | null;
	gatheringId: string | null;
	gatheringTitle: string | null;
	state: TaskState;
	note: string;
	acts: boolean;
}

const STATE_NAMES: Record<TaskState, () => string> = {
	open: m.tasks_state_open,
	begun: m.tasks_state_begun,
	done: m.tasks_state_done,
	dropped: m.tasks_state_dropped
};
const VIEW_NAMES: Record<TaskView, () => string> = {
	mine: m.tasks_view_mine,
	organisation: m.tasks_view_organisation,
	overdue: m.tasks_view_overdue,
	all: m.tasks_view_all
};

/** What people call the state: "erledigt". */
export function taskStateName(state: TaskState): string {
	return STATE_NAMES[state]();
}

export function taskViewName(view: TaskView): string {
	return VIEW_NAMES[view]();
}

export function isOpen({ state }: { state: TaskState }): boolean {
	return state === 'open' || state === 'begun';
}

/** The tasks of one view: the open ones by date, what is finished after them. */
export function tasksOfView(
	tasks: readonly Task[],
	view: TaskView,
	who: { organisationId: string | null; email: string; todayOn: string }
): Task[] {
	const mine = ({ personEmail }: Task) => personEmail !== '' && personEmail.toLowerCase() === who.email.toLowerCase();
	const own = ({ organisationId }: Task) => organisationId === who.organisationId;
	const late = (task: Task) => isOpen(task) && task.dueOn !== null && task.dueOn < who.todayOn;
	const wanted = { mine, organisation: own, overdue: late, all: () => true }[view];
	return tasks
		.filter(wanted)
		.toSorted(
			(a, b) =>
				Number(isOpen(b)) - Number(isOpen(a)) ||
				(a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') ||
				(a.id < b.id ? -1 : 1)
		);
}
