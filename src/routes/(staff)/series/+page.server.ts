import { fail, redirect } from '@sveltejs/kit';
import { removedFrom } from '#lib/gatherings/removed.ts';
import { removedSeriesShape } from '#lib/gatherings/series.form.ts';
import { managedSeriesFor, seriesListFor } from '#lib/gatherings/series.server.ts';
import { maySetUpSeries, removeSeries, restoreSeries } from '#lib/gatherings/seriesChanges.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db, todayOn } = event.locals;
	return { series: await seriesListFor(db, account, todayOn), mayCreate: maySetUpSeries(account) };
};

export const actions: Actions = {
	remove: async (event) => {
		const account = signedIn(event);
		const { db, by } = event.locals;
		const id = String((await event.request.formData()).get('seriesId') ?? '');
		const series = found(await managedSeriesFor(db, account, id));
		const removed = await removeSeries(db, by, account, series);
		if (isRefused(removed)) return fail(409, { refused: removed.refused });
		return { removed };
	},

	restore: async (event) => {
		const account = signedIn(event);
		const { db, by } = event.locals;
		const removed = removedFrom(removedSeriesShape, await event.request.formData());
		const answer = removed && (await restoreSeries(db, by, account, removed));
		if (answer === undefined || isRefused(answer)) return fail(409, { refused: 'taken' as const });
		redirect(303, `/series/${answer}`);
	}
};
