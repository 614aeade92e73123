import { fail, redirect } from '@sveltejs/kit';
import { newWorkshopPage } from '#lib/agenda/agendaPage.server.ts';
import { workshopIssues } from '#lib/agenda/refusalWords.ts';
import { workshopShape } from '#lib/agenda/workshop.form.ts';
import { addWorkshop } from '#lib/agenda/workshopChanges.server.ts';
import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const gathering = found(await gatheringFor(event.locals.db, signedIn(event), event.params.id));
	return newWorkshopPage(event.locals.db, gathering);
};

export const actions: Actions = {
	default: async (event) => {
		const { db, by } = event.locals;
		const gathering = found(await gatheringFor(db, signedIn(event), event.params.id));
		const form = readForm(workshopShape, await event.request.formData());
		if (!('data' in form)) return fail(400, { issues: form.issues, values: form.values });
		const answer = await addWorkshop(db, by, gathering, form.data);
		if (isRefused(answer)) return fail(400, { issues: workshopIssues(answer), values: form.values });
		redirect(303, `/gatherings/${gathering.id}/workshops/${answer}#case`);
	}
};
