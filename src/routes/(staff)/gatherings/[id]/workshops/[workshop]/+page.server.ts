import { fail, redirect } from '@sveltejs/kit';
import { workshopPage } from '#lib/agenda/agendaPage.server.ts';
import { workshopIssues } from '#lib/agenda/refusalWords.ts';
import { caseShape, workshopShape } from '#lib/agenda/workshop.form.ts';
import { correctWorkshop, dropCase, writeCase } from '#lib/agenda/workshopChanges.server.ts';
import { workshopsOf } from '#lib/agenda/workshops.server.ts';
import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { announceChanges } from '#lib/invitations/announce.server.ts';
import { answered } from '#lib/web/answer.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function managed(event: RequestEvent) {
	const { db, by } = event.locals;
	const gathering = found(await gatheringFor(db, signedIn(event), event.params.id));
	const workshops = await workshopsOf(db, gathering.id);
	const workshop = found(workshops.find(({ id }) => id === event.params.workshop));
	return { gathering, workshop, db, by, form: await event.request.formData() };
}

export const load: PageServerLoad = async (event) => {
	const gathering = found(await gatheringFor(event.locals.db, signedIn(event), event.params.id));
	return found(await workshopPage(event.locals.db, gathering, event.params.workshop));
};

export const actions: Actions = {
	save: async (event) => {
		const { gathering, workshop, form, db, by } = await managed(event);
		const read = readForm(workshopShape, form);
		if (!('data' in read)) return fail(400, { issues: read.issues, values: read.values });
		const answer = await correctWorkshop(db, by, gathering, workshop, read.data, announceChanges);
		if (isRefused(answer)) return fail(400, { issues: workshopIssues(answer), values: read.values });
		redirect(303, `/gatherings/${gathering.id}/agenda#at-${workshop.id}`);
	},

	writeCase: async (event) => {
		const { gathering, workshop, form, db, by } = await managed(event);
		const read = readForm(caseShape, form);
		if (!('data' in read)) return fail(400, { caseIssues: read.issues, caseValues: read.values });
		await writeCase(db, by, gathering, workshop, read.data);
		return answered(event, { caseKept: true }, '#case');
	},

	dropCase: async (event) => {
		const { gathering, workshop, db, by } = await managed(event);
		await dropCase(db, by, gathering, workshop);
		return { caseDropped: workshop.case };
	}
};
