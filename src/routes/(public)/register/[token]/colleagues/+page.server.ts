import { fail, redirect } from '@sveltejs/kit';
import { attempt } from '#lib/accounts/throttle.server.ts';
import { announceChanges } from '#lib/invitations/announce.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { noticeOf } from '#lib/privacy/notices.server.ts';
import { readTeam } from '#lib/registration/colleagues.form.ts';
import { registerColleagues } from '#lib/registration/colleagues.server.ts';
import { occasionOf, selfActor } from '#lib/registration/occasion.ts';
import { formChoices, publicPage } from '#lib/registration/pages.server.ts';
import { type Issues, valuesOf } from '#lib/web/form.ts';
import { found } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const { window, gathering, door, isFull } = found(await publicPage(locals.db, params.token, locals.todayOn));
	const { opensOn, closesOn, wishCount } = window;
	return {
		occasion: occasionOf(gathering),
		window: { opensOn, closesOn, wishCount },
		door,
		isFull,
		notice: found(await noticeOf(locals.db, gathering.id)),
		...(await formChoices(locals.db, gathering.id))
	};
};

export const actions: Actions = {
	default: async ({ params, locals, request }) => {
		const { gathering } = found(await publicPage(locals.db, params.token, locals.todayOn));
		const values = valuesOf(await request.formData());
		const refused = (status: number, issues: Issues) => fail(status, { values, issues });
		const team = readTeam(values);
		if ('issues' in team) return refused(400, team.issues);
		if (!(await attempt(locals.db, 'register', locals.client, 60, locals.now))) {
			return refused(429, { form: m.registration_throttled() });
		}
		const answer = await registerColleagues(
			locals.db,
			selfActor(locals.now),
			gathering,
			team.colleagues.map((one) => ({ ...one, channel: 'colleague', language: getLocale() })),
			announceChanges
		);
		if (isRefused(answer)) return refused(409, { form: m.registration_refused() });
		redirect(303, `/register/${params.token}/sent`);
	}
};
