import { fail, redirect } from '@sveltejs/kit';
import { tableRoundsPage } from '#lib/agenda/agendaPage.server.ts';
import { tableIssues } from '#lib/agenda/refusalWords.ts';
import { tableRoundsShape } from '#lib/agenda/tableRounds.form.ts';
import { addTableRounds } from '#lib/agenda/tableRounds.server.ts';
import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { announceChanges } from '#lib/invitations/announce.server.ts';
import { registrationState } from '#lib/registration/registrations.server.ts';
import { readForm, valuesOf } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function managed(event: RequestEvent) {
	const gathering = found(await gatheringFor(event.locals.db, signedIn(event), event.params.id));
	return { gathering, form: await event.request.formData(), ...event.locals };
}

export const load: PageServerLoad = async (event) => {
	const { db, todayOn } = event.locals;
	const gathering = found(await gatheringFor(db, signedIn(event), event.params.id));
	const { admitted, capacity } = await registrationState(db, gathering.id, todayOn);
	return tableRoundsPage(db, gathering, admitted || capacity || 24, event.url.searchParams.get('kind'));
};

export const actions: Actions = {
	/** Counts again what has been typed; nothing is written. */
	preview: async (event) => {
		const { form } = await managed(event);
		const read = readForm(tableRoundsShape, form);
		return { issues: 'data' in read ? {} : read.issues, values: valuesOf(form) };
	},

	add: async (event) => {
		const { gathering, form, db, by } = await managed(event);
		const read = readForm(tableRoundsShape, form);
		if (!('data' in read)) return fail(400, { issues: read.issues, values: read.values });
		const answer = await addTableRounds(db, by, gathering, read.data, announceChanges);
		if (isRefused(answer)) return fail(400, { issues: tableIssues(answer), values: read.values });
		redirect(303, `/gatherings/${gathering.id}/agenda?rounds=${answer.join(',')}#at-${answer[0]}`);
	}
};
