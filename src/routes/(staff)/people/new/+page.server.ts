import { fail, redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { directoryReader } from '#lib/people/directory.ts';
import { organisationsOf } from '#lib/people/organisations.server.ts';
import { personForm } from '#lib/people/person.form.ts';
import { addNewPerson } from '#lib/people/personPages.server.ts';
import { readForm, type Issues } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	found(directoryReader(signedIn(event)));
	const organisationId = event.url.searchParams.get('organisation') ?? '';
	return { organisationId, organisations: await organisationsOf(event.locals.db) };
};

export const actions: Actions = {
	default: async (event) => {
		found(directoryReader(signedIn(event)));
		const form = readForm(personForm, await event.request.formData());
		if (!('data' in form)) return fail(400, { issues: form.issues, values: form.values, knownId: undefined });
		const answer = await addNewPerson(event.locals.db, event.locals.by, form.data);
		if (!isRefused(answer)) redirect(303, `/people/${answer}?done=added`);
		const issues: Issues = answer.refused === 'organisation' ? { organisationId: m.web_error_choice() } : {};
		return fail(409, { issues, values: form.values, knownId: answer.id });
	}
};
