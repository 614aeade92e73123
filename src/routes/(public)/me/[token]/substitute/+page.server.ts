import { fail, redirect } from '@sveltejs/kit';
import { announceChanges } from '#lib/invitations/announce.server.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { substituteRefusal } from '#lib/registration/naming.ts';
import { occasionOf, selfActor } from '#lib/registration/occasion.ts';
import { personalPage } from '#lib/registration/pages.server.ts';
import { substituteForm } from '#lib/registration/registration.form.ts';
import { nameSubstitute } from '#lib/registration/substitutes.server.ts';
import { type Issues, readForm } from '#lib/web/form.ts';
import { found } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const { registration, gathering } = found(await personalPage(locals.db, params.token, locals.todayOn));
	const { organisationName, standing } = registration;
	return { width: 'narrow', occasion: occasionOf(gathering), organisationName, standing };
};

export const actions: Actions = {
	default: async ({ params, locals, request }) => {
		const { registration } = found(await personalPage(locals.db, params.token, locals.todayOn));
		const form = readForm(substituteForm, await request.formData());
		const refused = (issues: Issues) => fail(400, { values: form.values, issues });
		if (!('data' in form)) return refused(form.issues);
		const { organisationId, organisationName } = registration;
		const person = { ...form.data, organisationId, organisationName };
		const answer = await nameSubstitute(
			locals.db,
			selfActor(locals.now),
			registration.id,
			{ person, language: getLocale(), channel: 'colleague' },
			announceChanges
		);
		if (isRefused(answer)) return refused({ form: substituteRefusal(answer.refused) });
		redirect(303, `/me/${params.token}`);
	}
};
