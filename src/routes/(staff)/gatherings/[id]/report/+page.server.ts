import { fail } from '@sveltejs/kit';
import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { addQuote, correctQuote, makeQuoteLink, removeQuote } from '#lib/papers/quotes.server.ts';
import { quoteCorrectionForm, quoteForm, reportForm, reportReleaseForm } from '#lib/papers/report.form.ts';
import { reportPage } from '#lib/papers/reportPage.server.ts';
import { releaseReport, saveReport } from '#lib/papers/reports.server.ts';
import { reportIssues } from '#lib/papers/reportWords.ts';
import { answered } from '#lib/web/answer.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, todayOn } = event.locals;
	const gathering = found(await gatheringFor(db, signedIn(event), event.params.id));
	return { ...(await reportPage(db, gathering, todayOn)), done: event.url.searchParams.get('done') };
};

async function managed(event: RequestEvent) {
	const gathering = found(await gatheringFor(event.locals.db, signedIn(event), event.params.id));
	const form = await event.request.formData();
	return { gathering, form, quoteId: String(form.get('quoteId') ?? ''), ...event.locals };
}

export const actions: Actions = {
	save: async (event) => {
		const { gathering, form, db, by } = await managed(event);
		const read = readForm(reportForm, form);
		if (!('data' in read)) return fail(400, { about: 'text', issues: read.issues, values: read.values });
		const answer = await saveReport(db, by, gathering, read.data);
		if (isRefused(answer))
			return fail(409, { about: 'text', issues: reportIssues(answer.refused), values: read.values });
		return answered(event, { done: 'saved' }, '?done=saved');
	},

	add: async (event) => {
		const { gathering, form, db, by } = await managed(event);
		const read = readForm(quoteForm, form);
		if (!('data' in read)) return fail(400, { about: 'new', issues: read.issues, values: read.values });
		const answer = await addQuote(db, by, gathering.id, read.data);
		if (isRefused(answer))
			return fail(409, { about: 'new', issues: reportIssues(answer.refused), values: read.values });
		return answered(event, { done: 'added' }, '?done=added#quotes');
	},

	correct: async (event) => {
		const { gathering, form, quoteId, db, by } = await managed(event);
		const read = readForm(quoteCorrectionForm, form);
		if (!('data' in read)) return fail(400, { about: quoteId, issues: read.issues, values: read.values });
		const answer = await correctQuote(db, by, gathering.id, quoteId, read.data);
		if (!isRefused(answer)) return answered(event, { done: 'corrected' }, '?done=corrected#quotes');
		const why = answer.refused === 'changed' ? 'quote_changed' : answer.refused;
		return fail(409, { about: quoteId, issues: reportIssues(why), values: read.values });
	},

	remove: async (event) => {
		const { gathering, quoteId, db, by } = await managed(event);
		const answer = await removeQuote(db, by, gathering.id, quoteId);
		if (isRefused(answer)) return fail(409, { about: 'quotes', issues: reportIssues(answer.refused) });
		return answered(event, { done: 'removed' }, '?done=removed#quotes');
	},

	// The link is shown in the answer and nowhere else.
	link: async (event) => {
		const { gathering, quoteId, db, by } = await managed(event);
		const token = await makeQuoteLink(db, by, gathering.id, quoteId);
		if (isRefused(token)) return fail(409, { about: 'quotes', issues: reportIssues(token.refused) });
		return { linkFor: quoteId, link: new URL(`/quote/${token}`, event.url.origin).href };
	},

	release: async (event) => {
		const { gathering, form, db, by } = await managed(event);
		const read = readForm(reportReleaseForm, form);
		if (!('data' in read)) return fail(400, { about: 'release', issues: read.issues, values: read.values });
		const answer = await releaseReport(db, by, gathering, read.data);
		if (isRefused(answer))
			return fail(409, { about: 'release', issues: reportIssues(answer.refused), values: read.values });
		return answered(event, { done: 'released' }, '?done=released');
	}
};
