import { fail, redirect } from '@sveltejs/kit';
import { circleShape } from '#lib/circles/circle.form.ts';
import { circlesFor, createCircle } from '#lib/circles/circles.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db, todayOn } = event.locals;
	return {
		circles: await circlesFor(db, account, todayOn),
		mayCreate: account.isAdministrator || account.organizes
	};
};

export const actions: Actions = {
	default: async (event) => {
		const account = signedIn(event);
		const { db, by } = event.locals;
		const form = readForm(circleShape, await event.request.formData());
		if (!('data' in form)) return fail(400, { issues: form.issues, values: form.values });
		const answer = await createCircle(db, by, account, form.data);
		redirect(303, `/circles/${found(isRefused(answer) ? undefined : answer)}`);
	}
};
