import { fail, redirect } from '@sveltejs/kit';
import { movePage } from '#lib/standards/movePage.server.ts';
import { moveIssues } from '#lib/standards/refusalWords.ts';
import { moveShape } from '#lib/standards/move.form.ts';
import { mayTake, moveStandard } from '#lib/standards/moves.server.ts';
import { STATES } from '#lib/standards/standard.ts';
import { standardFor } from '#lib/standards/standards.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function step(event: Pick<RequestEvent, 'locals' | 'params' | 'url' | 'request'>) {
	const standard = found(await standardFor(event.locals.db, signedIn(event), event.params.id));
	const to = found(STATES.find((state) => state === event.params.to));
	return found(mayTake(standard, to) ? { standard, to } : undefined);
}

export const load: PageServerLoad = async (event) => {
	const { standard, to } = await step(event);
	return { standard, to, ...(await movePage(event.locals.db, standard, to, event.locals.todayOn)) };
};

export const actions: Actions = {
	default: async (event) => {
		const { standard, to } = await step(event);
		const form = readForm(moveShape, await event.request.formData());
		if (!('data' in form)) return fail(400, { issues: form.issues, values: form.values, reasons: [] });
		const answer = await moveStandard(event.locals.db, event.locals.by, standard, to, form.data);
		if (typeof answer === 'object') {
			const reasons = 'reasons' in answer ? answer.reasons : [];
			return fail(409, { issues: moveIssues(reasons), values: form.values, reasons });
		}
		redirect(303, `/standards/${standard.id}`);
	}
};
