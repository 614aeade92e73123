import { fail } from '@sveltejs/kit';
import { quoteByToken, releaseQuote, takeBackQuote } from '#lib/papers/quoteReleases.server.ts';
import { ownQuoteForm } from '#lib/papers/report.form.ts';
import { answered } from '#lib/web/answer.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { readForm } from '#lib/web/form.ts';
import { found } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, url }) => {
	const { quote, report, gathering, isPublished } = found(await quoteByToken(locals.db, params.token));
	const { headline, lead, body, caption, contact } = report;
	const { name, jobFunction, text, releasedAt } = quote;
	const { contactName, contactEmail, contactPhone, title } = gathering;
	return {
		width: 'narrow',
		quote: { name, jobFunction, text, releasedAt },
		report: { headline, lead, body, caption, contact },
		isOut: report.released !== null,
		isPublished,
		title,
		person: { contactName, contactEmail, contactPhone },
		done: url.searchParams.get('done')
	};
};

export const actions: Actions = {
	release: async (event) => {
		const { db, now } = event.locals;
		found(await quoteByToken(db, event.params.token));
		const read = readForm(ownQuoteForm, await event.request.formData());
		if (!('data' in read)) return fail(400, { issues: read.issues, values: read.values });
		const answer = await releaseQuote(db, event.params.token, read.data.text, now);
		if (isRefused(answer)) return fail(409, { issues: { form: m.reports_own_printed() }, values: read.values });
		return answered(event, { done: 'released' }, '?done=released');
	},

	back: async (event) => {
		const { db, now } = event.locals;
		found(await quoteByToken(db, event.params.token));
		await takeBackQuote(db, event.params.token, now);
		return answered(event, { done: 'back' }, '?done=back');
	}
};
