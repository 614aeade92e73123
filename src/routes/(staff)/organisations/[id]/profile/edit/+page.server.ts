import { fail, redirect } from '@sveltejs/kit';
import { profileForm } from '#lib/people/profile.form.ts';
import { profileToWrite, writeProfile } from '#lib/people/profiles.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	organisation: found(await profileToWrite(event.locals.db, signedIn(event), event.params.id))
});

export const actions: Actions = {
	default: async (event) => {
		const account = signedIn(event);
		const { db, by } = event.locals;
		const { id } = found(await profileToWrite(db, account, event.params.id));
		const form = readForm(profileForm, await event.request.formData());
		if (!('data' in form)) return fail(400, { issues: form.issues, values: form.values, newer: undefined });
		const answer = await writeProfile(db, by, account, id, form.data);
		if (isRefused(answer)) return fail(409, { issues: {}, values: form.values, newer: answer.newer });
		redirect(303, `/organisations/${id}/profile?saved`);
	}
};
