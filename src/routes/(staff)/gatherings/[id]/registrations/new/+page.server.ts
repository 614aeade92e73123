import { fail, redirect } from '@sveltejs/kit';
import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { announceChanges } from '#lib/invitations/announce.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { noticeOf } from '#lib/privacy/notices.server.ts';
import { formChoices } from '#lib/registration/pages.server.ts';
import { officeForm, particularsOf, registrantOf } from '#lib/registration/registration.form.ts';
import { registerParticipant, registrationState } from '#lib/registration/registrations.server.ts';
import { windowOf } from '#lib/registration/windows.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db, todayOn } = event.locals;
	const gathering = found(await gatheringFor(db, account, event.params.id));
	const { keepNeedsDays } = found(await noticeOf(db, gathering.id));
	const window = await windowOf(db, gathering.id);
	return {
		title: gathering.title,
		wishCount: window?.wishCount ?? 0,
		state: await registrationState(db, gathering.id, todayOn),
		keepNeedsDays,
		...(await formChoices(db, gathering.id))
	};
};

export const actions: Actions = {
	default: async (event) => {
		const account = signedIn(event);
		const { db, by } = event.locals;
		const gathering = found(await gatheringFor(db, account, event.params.id));
		const form = readForm(officeForm, await event.request.formData());
		if (!('data' in form)) return fail(400, { values: form.values, issues: form.issues });
		const { values } = form;
		const input = { person: registrantOf(form.data), particulars: particularsOf(form.data) };
		const details = { ...input, channel: 'office', language: account.language } as const;
		const answer = await registerParticipant(db, by, gathering, details, announceChanges);
		if (isRefused(answer))
			return fail(409, { values, issues: { form: m.registration_refused() } as Record<string, string> });
		if (answer.was === 'known') return fail(409, { values, issues: {}, known: answer.registrationId });
		redirect(303, `/gatherings/${gathering.id}/registrations/${answer.registrationId}?added`);
	}
};
