import * as z from 'zod';
import { day, line, oneOf, optionalId, paragraphs, requiredLine } from '#lib/web/form.ts';
import { TASK_STATES } from './task.ts';

/** A task: what, who and until when. `person` is the name as the list proposes it, or empty. */
export const taskShape = z.object({
	text: requiredLine(300),
	organisationId: requiredLine(40),
	person: line(200),
	dueOn: z.union([z.literal('').transform(() => null), day()]).default(null),
	circleId: optionalId(),
	gatheringId: optionalId(),
	minutesItemId: optionalId(),
	decisionId: optionalId()
});
export type TaskInput = z.output<typeof taskShape>;

export const taskStateShape = z.object({
	taskId: requiredLine(40),
	state: oneOf(TASK_STATES),
	note: paragraphs(500)
});
