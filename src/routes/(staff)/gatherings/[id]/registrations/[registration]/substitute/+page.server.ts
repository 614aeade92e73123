import { fail, redirect } from '@sveltejs/kit';
import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { announceChanges } from '#lib/invitations/announce.server.ts';
import { registrationIn } from '#lib/registration/details.server.ts';
import { substituteRefusal } from '#lib/registration/naming.ts';
import { officeSubstituteForm } from '#lib/registration/registration.form.ts';
import { nameSubstitute } from '#lib/registration/substitutes.server.ts';
import { type Issues, readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function registrationOf(event: RequestEvent | Parameters<PageServerLoad>[0]) {
	const account = signedIn(event);
	const gathering = found(await gatheringFor(event.locals.db, account, event.params.id));
	return found(await registrationIn(event.locals.db, gathering.id, event.params.registration));
}

export const load: PageServerLoad = async (event) => {
	const { firstName, lastName, organisationName, standing } = await registrationOf(event);
	return { name: `${firstName} ${lastName}`, organisationName, standing };
};

export const actions: Actions = {
	default: async (event) => {
		const registration = await registrationOf(event);
		const form = readForm(officeSubstituteForm, await event.request.formData());
		const refused = (issues: Issues) => fail(400, { values: form.values, issues });
		if (!('data' in form)) return refused(form.issues);
		const { organisationId, organisationName, language } = registration;
		const person = { ...form.data, organisationId, organisationName };
		const input = { person, language, channel: 'office' } as const;
		const answer = await nameSubstitute(event.locals.db, event.locals.by, registration.id, input, announceChanges);
		if (isRefused(answer)) return refused({ form: substituteRefusal(answer.refused) });
		redirect(303, `/gatherings/${event.params.id}/registrations/${answer}?added`);
	}
};
