import { fail, redirect } from '@sveltejs/kit';
import { circlesFor } from '#lib/circles/circles.server.ts';
import { seriesShape } from '#lib/gatherings/series.form.ts';
import { maySetUpSeries, setUpSeries } from '#lib/gatherings/seriesChanges.server.ts';
import { seriesIssues } from '#lib/gatherings/seriesRefusals.ts';
import { readForm, type Values } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	found(maySetUpSeries(account) || undefined);
	const circles = (await circlesFor(event.locals.db, account)).filter(({ manages }) => manages);
	const values: Values = { circleId: event.url.searchParams.get('circle') ?? '' };
	return { values, circles };
};

export const actions: Actions = {
	default: async (event) => {
		const account = signedIn(event);
		const { db, by } = event.locals;
		const form = readForm(seriesShape, await event.request.formData());
		if (!('data' in form)) return fail(400, { issues: form.issues, values: form.values });
		const answer = await setUpSeries(db, by, account, form.data);
		if (isRefused(answer)) return fail(400, { issues: seriesIssues(answer), values: form.values });
		redirect(303, `/series/${answer}`);
	}
};
