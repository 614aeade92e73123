import { fail, redirect } from '@sveltejs/kit';
import { partOfIssues } from '#lib/people/departmentWords.ts';
import { directoryReader } from '#lib/people/directory.ts';
import { organisationForm } from '#lib/people/organisation.form.ts';
import { addNewOrganisation, possibleParents } from '#lib/people/organisationPages.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	found(directoryReader(signedIn(event)));
	const parents = await possibleParents(event.locals.db, null);
	const asked = event.url.searchParams.get('partOf') ?? '';
	return { parents, partOfId: parents.some(({ id }) => id === asked) ? asked : '' };
};

export const actions: Actions = {
	default: async (event) => {
		found(directoryReader(signedIn(event)));
		const form = readForm(organisationForm, await event.request.formData());
		if (!('data' in form)) return fail(400, { issues: form.issues, values: form.values, known: undefined });
		const answer = await addNewOrganisation(event.locals.db, event.locals.by, form.data);
		if (!isRefused(answer)) redirect(303, `/organisations/${answer}?done=added`);
		const isKnown = answer.refused === 'known';
		return fail(409, {
			issues: isKnown ? {} : partOfIssues(answer),
			values: form.values,
			known: isKnown ? { id: answer.id, name: answer.name } : undefined
		});
	}
};
