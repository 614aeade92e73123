import { fail } from '@sveltejs/kit';
import { attempt } from '#lib/accounts/throttle.server.ts';
import { openFindingLink } from '#lib/minutes/findingLinks.server.ts';
import { tensionShape } from '#lib/minutes/tension.form.ts';
import { raiseAnonymously, tensionsOf } from '#lib/minutes/tensions.server.ts';
import { answered } from '#lib/web/answer.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found } from '#lib/web/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** So many in a quarter of an hour by one link, whoever sends them: nothing is kept of the sender. */
const MOST = 30;

export const load: PageServerLoad = async ({ params, locals, url }) => {
	const { gathering, workshop } = found(await openFindingLink(locals.db, params.token, locals.now));
	return {
		width: 'narrow',
		title: gathering.title,
		hasNotes: workshop !== undefined,
		isSent: url.searchParams.has('sent'),
		tensions: await tensionsOf(locals.db, gathering.id, true)
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { db, now, todayOn } = event.locals;
		const { gathering } = found(await openFindingLink(db, event.params.token, now));
		const form = readForm(tensionShape, await event.request.formData());
		if (!('data' in form)) return fail(400, { issues: form.issues, values: form.values });
		if (!(await attempt(db, 'tension', gathering.id, MOST, now)))
			return fail(429, { isTooOften: true, values: form.values });
		await raiseAnonymously(db, todayOn, gathering.id, form.data);
		return answered(event, { isSent: true }, '?sent');
	}
};
