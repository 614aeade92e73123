import { fail, redirect } from '@sveltejs/kit';
import { announceChanges } from '#lib/invitations/announce.server.ts';
import { noticeOf } from '#lib/privacy/notices.server.ts';
import { correctRegistration } from '#lib/registration/corrections.server.ts';
import { mayChangeWishes } from '#lib/registration/door.ts';
import { storedValues } from '#lib/registration/formValues.ts';
import { selfActor } from '#lib/registration/occasion.ts';
import { formChoices, personalPage } from '#lib/registration/pages.server.ts';
import { correctionForm, particularsOf, registrantOf } from '#lib/registration/registration.form.ts';
import { readForm } from '#lib/web/form.ts';
import { found } from '#lib/web/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const { registration, gathering, window } = found(await personalPage(locals.db, params.token, locals.todayOn));
	const mayWish = mayChangeWishes(window, gathering, locals.todayOn);
	const { keepNeedsDays } = found(await noticeOf(locals.db, gathering.id));
	return {
		width: 'narrow',
		title: gathering.title,
		stored: storedValues(registration),
		email: registration.email,
		wishCount: mayWish ? (window?.wishCount ?? 0) : 0,
		hasWishes: (window?.wishCount ?? 0) > 0,
		keepNeedsDays,
		...(await formChoices(locals.db, gathering.id))
	};
};

export const actions: Actions = {
	default: async ({ params, locals, request }) => {
		const { registration, gathering, window } = found(await personalPage(locals.db, params.token, locals.todayOn));
		const form = readForm(correctionForm, await request.formData());
		if (!('data' in form)) return fail(400, { values: form.values, issues: form.issues });
		const person = { ...registrantOf(form.data), email: registration.email };
		const correction = { person, particulars: particularsOf(form.data) };
		const mayWish = mayChangeWishes(window, gathering, locals.todayOn);
		await correctRegistration(locals.db, selfActor(locals.now), registration, correction, mayWish, announceChanges);
		redirect(303, `/me/${params.token}`);
	}
};
