import { fail, redirect } from '@sveltejs/kit';
import { stepShape } from '#lib/standards/step.form.ts';
import { stepPage } from '#lib/standards/stepsPage.server.ts';
import { draftedFor } from '#lib/standards/standards.server.ts';
import { saveStep } from '#lib/standards/text.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, todayOn } = event.locals;
	const standard = found(await draftedFor(db, signedIn(event), event.params.id));
	return { standard, ...found(await stepPage(db, standard, event.params.step, todayOn)) };
};

export const actions: Actions = {
	default: async (event) => {
		const { db, by } = event.locals;
		const standard = found(await draftedFor(db, signedIn(event), event.params.id));
		const typed = await event.request.formData();
		const form = readForm(stepShape, typed);
		if (!('data' in form)) return fail(400, { issues: form.issues, values: form.values, refused: undefined });
		const id = event.params.step === 'new' ? null : event.params.step;
		const answer = await saveStep(db, by, standard, { id, basis: String(typed.get('basis') ?? ''), step: form.data });
		if (isRefused(answer)) return fail(409, { issues: {}, values: form.values, refused: answer.refused });
		redirect(303, `/standards/${standard.id}/steps#step-${answer}`);
	}
};
