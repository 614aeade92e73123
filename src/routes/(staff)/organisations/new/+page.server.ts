import { fail, redirect } from '@sveltejs/kit';
import { directoryReader } from '#lib/people/directory.ts';
import { organisationForm } from '#lib/people/organisation.form.ts';
import { addNewOrganisation } from '#lib/people/organisationPages.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	found(directoryReader(signedIn(event)));
};

export const actions: Actions = {
	default: async (event) => {
		found(directoryReader(signedIn(event)));
		const form = readForm(organisationForm, await event.request.formData());
		if (!('data' in form)) return fail(400, { issues: form.issues, values: form.values, known: undefined });
		const answer = await addNewOrganisation(event.locals.db, event.locals.by, form.data);
		if (!isRefused(answer)) redirect(303, `/organisations/${answer}?done=added`);
		return fail(409, {
			issues: {} as Record<string, string>,
			values: form.values,
			known: { id: answer.id, name: answer.name }
		});
	}
};
