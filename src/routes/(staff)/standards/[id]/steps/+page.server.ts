import { fail } from '@sveltejs/kit';
import { stepsPage } from '#lib/standards/stepsPage.server.ts';
import { storedStepShape } from '#lib/standards/step.form.ts';
import { draftedFor } from '#lib/standards/standards.server.ts';
import { removeStep, restoreStep, shiftStep } from '#lib/standards/text.server.ts';
import { answered } from '#lib/web/answer.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function read(event: RequestEvent) {
	const standard = found(await draftedFor(event.locals.db, signedIn(event), event.params.id));
	const form = await event.request.formData();
	const text = (name: string) => String(form.get(name) ?? '');
	return { standard, text, db: event.locals.db, by: event.locals.by };
}

export const load: PageServerLoad = async (event) => {
	const standard = found(await draftedFor(event.locals.db, signedIn(event), event.params.id));
	return { standard, ...(await stepsPage(event.locals.db, standard, event.locals.todayOn)) };
};

export const actions: Actions = {
	shift: async (event) => {
		const { standard, text, db, by } = await read(event);
		const direction = text('direction') === 'up' ? 'up' : 'down';
		const answer = await shiftStep(db, by, standard, { id: text('stepId'), direction });
		if (isRefused(answer)) return fail(409, { refused: answer.refused });
		return answered(event, { shifted: answer }, `#step-${answer}`);
	},

	remove: async (event) => {
		const { standard, text, db, by } = await read(event);
		const { steps } = await stepsPage(db, standard, event.locals.todayOn);
		const at = steps.findIndex(({ id }) => id === text('stepId'));
		const answer = await removeStep(db, by, standard, text('stepId'));
		if (isRefused(answer)) return fail(409, { refused: answer.refused });
		// Shown at once, also without a script: the step itself is what takes it back.
		return { removed: { step: JSON.stringify(steps[at]), title: steps[at]?.title ?? '', at } };
	},

	restore: async (event) => {
		const { standard, text, db, by } = await read(event);
		const step = storedStepShape.safeParse(jsonOf(text('step')));
		if (!step.success) return fail(400, { refused: 'gone' });
		const answer = await restoreStep(db, by, standard, { step: step.data, at: Number(text('at')) || 0 });
		if (isRefused(answer)) return fail(409, { refused: answer.refused });
		return answered(event, { restored: answer }, `#step-${answer}`);
	}
};

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
