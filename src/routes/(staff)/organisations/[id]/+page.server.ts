import { fail, redirect } from '@sveltejs/kit';
import { partOfIssues } from '#lib/people/departmentWords.ts';
import { organisationForm } from '#lib/people/organisation.form.ts';
import { organisationPage } from '#lib/people/organisationPages.server.ts';
import { correctOrganisation, forgetAlias, organisationFor } from '#lib/people/organisations.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const page = await organisationPage(event.locals.db, account, event.params.id);
	if (page.movedTo) redirect(303, `/organisations/${page.movedTo}`);
	return {
		organisation: found(page.organisation),
		persons: page.persons ?? [],
		departments: page.departments ?? [],
		parents: page.parents ?? [],
		hasProfile: page.profile?.profile !== undefined,
		mayWriteProfile: page.profile?.mayWrite ?? false,
		done: event.url.searchParams.get('done')
	};
};

export const actions: Actions = {
	correct: async (event) => {
		const account = signedIn(event);
		const { db, by } = event.locals;
		const organisation = found(await organisationFor(db, account, event.params.id));
		const form = readForm(organisationForm, await event.request.formData());
		if (!('data' in form)) return fail(400, { issues: form.issues, values: form.values });
		const answer = await correctOrganisation(db, by, organisation.id, form.data);
		if (isRefused(answer)) return fail(409, { issues: partOfIssues(answer), values: form.values });
		redirect(303, `/organisations/${organisation.id}?done=saved`);
	},

	forget: async (event) => {
		const account = signedIn(event);
		const { db, by } = event.locals;
		const organisation = found(await organisationFor(db, account, event.params.id));
		const name = String((await event.request.formData()).get('alias') ?? '');
		await forgetAlias(db, by, organisation.id, name);
		redirect(303, `/organisations/${organisation.id}?done=saved`);
	}
};
