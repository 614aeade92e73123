import { fail, redirect } from '@sveltejs/kit';
import { mergePersonsForm } from '#lib/people/merge.form.ts';
import { personMergePage } from '#lib/people/mergePages.server.ts';
import { mergePersons } from '#lib/people/merges.server.ts';
import { personFor } from '#lib/people/persons.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { searchParams } = event.url;
	const ask = { otherId: searchParams.get('other'), words: (searchParams.get('q') ?? '').trim().slice(0, 100) };
	return { ...ask, ...found(await personMergePage(event.locals.db, account, event.params.id, ask)) };
};

export const actions: Actions = {
	default: async (event) => {
		const account = signedIn(event);
		const { db, by } = event.locals;
		const into = found(await personFor(db, account, event.params.id));
		const form = readForm(mergePersonsForm, await event.request.formData());
		if (!('data' in form)) return fail(400, { refused: 'gone', titles: [] as string[] });
		const { other, ...keep } = form.data;
		const answer = await mergePersons(db, by, { intoId: into.id, fromId: other }, keep);
		if (isRefused(answer)) return fail(409, { refused: answer.refused, titles: answer.titles ?? [] });
		redirect(303, `/people/${into.id}?done=merged`);
	}
};
