import { fail, redirect } from '@sveltejs/kit';
import { reviewIssues } from '#lib/standards/reviewWords.ts';
import { reviewShape } from '#lib/standards/review.form.ts';
import { recordReview, reviewPage } from '#lib/standards/reviews.server.ts';
import { managedFor } from '#lib/standards/standards.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, todayOn } = event.locals;
	const standard = found(await managedFor(db, signedIn(event), event.params.id));
	return { standard, ...(await reviewPage(db, standard, todayOn)) };
};

export const actions: Actions = {
	default: async (event) => {
		const { db, by } = event.locals;
		const standard = found(await managedFor(db, signedIn(event), event.params.id));
		const form = readForm(reviewShape, await event.request.formData());
		if (!('data' in form)) return fail(400, { issues: form.issues, values: form.values });
		const answer = await recordReview(db, by, standard, form.data);
		if (isRefused(answer)) return fail(409, { issues: reviewIssues(answer.refused), values: form.values });
		redirect(303, `/standards/${standard.id}/review`);
	}
};
