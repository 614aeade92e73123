import { fail, redirect } from '@sveltejs/kit';
import { attempt } from '#lib/accounts/throttle.server.ts';
import { placeOfGathering } from '#lib/gatherings/series.server.ts';
import { announceChanges } from '#lib/invitations/announce.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { noticeOf } from '#lib/privacy/notices.server.ts';
import { occasionOf, selfActor } from '#lib/registration/occasion.ts';
import { formChoices, publicPage } from '#lib/registration/pages.server.ts';
import { particularsOf, registrantOf, registrationForm } from '#lib/registration/registration.form.ts';
import { registerParticipant } from '#lib/registration/registrations.server.ts';
import { type Issues, readForm } from '#lib/web/form.ts';
import { found } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const { window, gathering, door, isFull } = found(await publicPage(locals.db, params.token, locals.todayOn));
	const { opensOn, closesOn, wishCount, introduction } = window;
	return {
		width: 'narrow',
		occasion: occasionOf(gathering),
		isOnSite: gathering.place !== '' || gathering.onlineUrl === '',
		series: await placeOfGathering(locals.db, gathering.id),
		window: { opensOn, closesOn, wishCount, introduction },
		door,
		isFull,
		notice: found(await noticeOf(locals.db, gathering.id)),
		...(await formChoices(locals.db, gathering.id))
	};
};

export const actions: Actions = {
	default: async ({ params, locals, request }) => {
		const { gathering } = found(await publicPage(locals.db, params.token, locals.todayOn));
		const form = readForm(registrationForm, await request.formData());
		const refused = (status: number, issues: Issues) => fail(status, { values: form.values, issues });
		if (!('data' in form)) return refused(400, form.issues);
		// A whole team may sit behind one address.
		if (!(await attempt(locals.db, 'register', locals.client, 60, locals.now))) {
			return refused(429, { form: m.registration_throttled() });
		}
		const input = { person: registrantOf(form.data), particulars: particularsOf(form.data) };
		const answer = await registerParticipant(
			locals.db,
			selfActor(locals.now),
			gathering,
			{ ...input, channel: 'web', language: getLocale() },
			announceChanges
		);
		if (isRefused(answer)) return refused(409, { form: m.registration_refused() });
		redirect(303, `/register/${params.token}/sent`);
	}
};
