import { fail } from '@sveltejs/kit';
import { consultationPage } from '#lib/standards/consultationPage.server.ts';
import { answerShape, commentShape } from '#lib/standards/consultation.form.ts';
import { addComment, answerComment } from '#lib/standards/consultations.server.ts';
import { draftedFor, standardFor } from '#lib/standards/standards.server.ts';
import { answered } from '#lib/web/answer.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const standard = found(await standardFor(event.locals.db, account, event.params.id));
	return { standard, ...(await consultationPage(event.locals.db, account, standard, event.locals.todayOn)) };
};

export const actions: Actions = {
	comment: async (event) => {
		const account = signedIn(event);
		const { db, by } = event.locals;
		const standard = found(await standardFor(db, account, event.params.id));
		const form = readForm(commentShape, await event.request.formData());
		if (!('data' in form)) return fail(400, { issues: form.issues, values: form.values });
		const answer = await addComment(db, by, account, standard, form.data);
		if (isRefused(answer)) return fail(409, { issues: {}, values: form.values, refused: answer.refused });
		return answered(event, { commented: answer }, `#comment-${answer}`);
	},

	answer: async (event) => {
		const { db, by } = event.locals;
		const standard = found(await draftedFor(db, signedIn(event), event.params.id));
		const form = readForm(answerShape, await event.request.formData());
		if (!('data' in form)) return fail(400, { issues: form.issues, values: form.values });
		const answer = await answerComment(db, by, standard, form.data);
		if (isRefused(answer)) return fail(409, { issues: {}, values: form.values, refused: answer.refused });
		return answered(event, { answered: form.data.commentId }, `#comment-${form.data.commentId}`);
	}
};
