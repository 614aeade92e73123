import { fail, redirect } from '@sveltejs/kit';
import { attempt } from '#lib/accounts/throttle.server.ts';
import { announceTogether } from '#lib/invitations/announceTogether.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { organisationsOf } from '#lib/people/organisations.server.ts';
import { noticesOf } from '#lib/privacy/notices.server.ts';
import { selfActor } from '#lib/registration/occasion.ts';
import { particularsOf, registrantOf, seriesRegistrationForm } from '#lib/registration/registration.form.ts';
import { choiceOf } from '#lib/registration/seriesDoor.ts';
import { publicSeries, takesWishes } from '#lib/registration/seriesPage.server.ts';
import { seriesOccasion } from '#lib/registration/seriesOccasion.ts';
import { registerForSeries } from '#lib/registration/seriesRegistration.server.ts';
import { type Issues, readForm } from '#lib/web/form.ts';
import { found } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const { db, todayOn } = locals;
	const series = found(await publicSeries(db, params.token, todayOn));
	const open = series.parts.filter(({ door }) => door === 'open');
	const linked = open.map(({ number, gathering, window }) => ({
		...{ number, gatheringId: gathering.id, href: `/register/${window?.token}/privacy` }
	}));
	return {
		width: 'narrow',
		series: { title: series.title, annualTheme: series.annualTheme, principles: series.principles },
		occasion: seriesOccasion(series),
		parts: series.parts.map(choiceOf),
		takesWishes: await takesWishes(db, open),
		isOnSite: open.some(({ gathering }) => gathering.place !== '' || gathering.onlineUrl === ''),
		notices: await noticesOf(db, linked),
		organisations: (await organisationsOf(db)).map(({ id, name }) => ({ value: id, label: name }))
	};
};

export const actions: Actions = {
	default: async ({ params, locals, request }) => {
		const { db, now, client } = locals;
		const { id } = found(await publicSeries(db, params.token, locals.todayOn));
		const form = readForm(seriesRegistrationForm, await request.formData());
		const refused = (status: number, issues: Issues) => fail(status, { values: form.values, issues });
		if (!('data' in form)) return refused(400, form.issues);
		if (!(await attempt(db, 'register', client, 60, now))) return refused(429, { form: m.registration_throttled() });
		const input = { person: registrantOf(form.data), particulars: particularsOf(form.data) };
		const answer = await registerForSeries(
			db,
			selfActor(now),
			id,
			form.data.parts,
			{ ...input, channel: 'web', language: getLocale() },
			announceTogether
		);
		if (isRefused(answer)) return refused(409, { form: m.series_refused() });
		redirect(303, `/register/series/${params.token}/sent`);
	}
};
