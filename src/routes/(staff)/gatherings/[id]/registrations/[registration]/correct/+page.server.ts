import { fail, redirect } from '@sveltejs/kit';
import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { announceChanges } from '#lib/invitations/announce.server.ts';
import { noticeOf } from '#lib/privacy/notices.server.ts';
import { correctRegistration } from '#lib/registration/corrections.server.ts';
import { registrationIn } from '#lib/registration/details.server.ts';
import { storedValues } from '#lib/registration/formValues.ts';
import { formChoices } from '#lib/registration/pages.server.ts';
import { officeForm, particularsOf, registrantOf } from '#lib/registration/registration.form.ts';
import { windowOf } from '#lib/registration/windows.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function loadBoth(event: RequestEvent | Parameters<PageServerLoad>[0]) {
	const account = signedIn(event);
	const gathering = found(await gatheringFor(event.locals.db, account, event.params.id));
	const registration = found(await registrationIn(event.locals.db, gathering.id, event.params.registration));
	return { gathering, registration };
}

export const load: PageServerLoad = async (event) => {
	const { gathering, registration } = await loadBoth(event);
	const { db } = event.locals;
	const window = await windowOf(db, gathering.id);
	const { keepNeedsDays } = found(await noticeOf(db, gathering.id));
	const { firstName, lastName } = registration;
	return {
		title: gathering.title,
		name: `${firstName} ${lastName}`,
		stored: storedValues(registration),
		wishCount: window?.wishCount ?? 0,
		keepNeedsDays,
		...(await formChoices(db, gathering.id))
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { registration } = await loadBoth(event);
		const form = readForm(officeForm, await event.request.formData());
		if (!('data' in form)) return fail(400, { values: form.values, issues: form.issues });
		const correction = { person: registrantOf(form.data), particulars: particularsOf(form.data) };
		await correctRegistration(event.locals.db, event.locals.by, registration, correction, true, announceChanges);
		redirect(303, `/gatherings/${event.params.id}/registrations/${registration.id}`);
	}
};
