import { fail, redirect } from '@sveltejs/kit';
import { circlesFor } from '#lib/circles/circles.server.ts';
import { seriesShape, valuesOfSeries } from '#lib/gatherings/series.form.ts';
import { managedSeriesFor, numbersOf } from '#lib/gatherings/series.server.ts';
import { correctSeries } from '#lib/gatherings/seriesChanges.server.ts';
import { seriesIssues } from '#lib/gatherings/seriesRefusals.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db } = event.locals;
	const series = found(await managedSeriesFor(db, account, event.params.id));
	const own = series.circleId ? [{ id: series.circleId, name: series.circleName ?? '' }] : [];
	const others = (await circlesFor(db, account)).filter(({ id, manages }) => manages && id !== series.circleId);
	return {
		series,
		values: valuesOfSeries(series),
		circles: [...own, ...others],
		hasParts: (await numbersOf(db, series.id)).size > 0
	};
};

export const actions: Actions = {
	default: async (event) => {
		const account = signedIn(event);
		const { db, by } = event.locals;
		const series = found(await managedSeriesFor(db, account, event.params.id));
		const form = readForm(seriesShape, await event.request.formData());
		if (!('data' in form)) return fail(400, { issues: form.issues, values: form.values });
		const answer = await correctSeries(db, by, account, series, form.data);
		if (isRefused(answer)) return fail(400, { issues: seriesIssues(answer), values: form.values });
		redirect(303, `/series/${series.id}`);
	}
};
