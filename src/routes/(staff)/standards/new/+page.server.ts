import { fail, redirect } from '@sveltejs/kit';
import { circlesFor } from '#lib/circles/circles.server.ts';
import { createStandard, draftingGroups, originOf } from '#lib/standards/create.server.ts';
import { standardShape } from '#lib/standards/standard.form.ts';
import { createIssues } from '#lib/standards/refusalWords.ts';
import { standardsOfCircle } from '#lib/standards/standards.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db } = event.locals;
	const circles = (await circlesFor(db, account)).filter(({ manages }) => manages);
	found(circles[0]);
	const { searchParams } = event.url;
	const circleId = circles.find(({ id }) => id === searchParams.get('circle'))?.id ?? circles[0]?.id ?? '';
	return {
		circles: circles.map(({ id, name }) => ({ id, name })),
		circleId,
		title: (searchParams.get('title') ?? '').slice(0, 160),
		origin: await originOf(db, circleId, searchParams.get('finding') ?? ''),
		groups: await draftingGroups(db, circleId),
		groupId: searchParams.get('group') ?? '',
		others: (await standardsOfCircle(db, circleId)).map(({ id, number, title }) => ({ id, number, title }))
	};
};

export const actions: Actions = {
	default: async (event) => {
		const account = signedIn(event);
		found((await circlesFor(event.locals.db, account)).find(({ manages }) => manages));
		const form = readForm(standardShape, await event.request.formData());
		if (!('data' in form)) return fail(400, { issues: form.issues, values: form.values });
		const answer = await createStandard(event.locals.db, event.locals.by, account, form.data);
		if (isRefused(answer)) return fail(400, { issues: createIssues(answer), values: form.values });
		redirect(303, `/standards/${answer}`);
	}
};
