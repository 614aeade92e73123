import { fail, redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { personForm } from '#lib/people/person.form.ts';
import { correctKnownPerson, personPage } from '#lib/people/personPages.server.ts';
import { personFor } from '#lib/people/persons.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const page = await personPage(event.locals.db, account, event.params.id);
	if (page.movedTo) redirect(303, `/people/${page.movedTo}`);
	return {
		...page,
		person: found(page.person),
		organisations: page.organisations ?? [],
		done: event.url.searchParams.get('done')
	};
};

export const actions: Actions = {
	default: async (event) => {
		const account = signedIn(event);
		const { db, by } = event.locals;
		const person = found(await personFor(db, account, event.params.id));
		const form = readForm(personForm, await event.request.formData());
		if (!('data' in form)) return fail(400, { issues: form.issues, values: form.values });
		const answer = await correctKnownPerson(db, by, person.id, form.data);
		if (isRefused(answer)) {
			return fail(400, {
				issues: { organisationId: m.web_error_choice() } as Record<string, string>,
				values: form.values
			});
		}
		redirect(303, `/people/${person.id}?done=saved`);
	}
};
