import { fail, redirect } from '@sveltejs/kit';
import { draftOf } from '#lib/agenda/agenda.server.ts';
import { copyAgenda } from '#lib/agenda/copyAgenda.server.ts';
import { cancellationShape, copyShape } from '#lib/gatherings/gathering.form.ts';
import { cancelGathering, copyGathering } from '#lib/gatherings/gatheringChanges.server.ts';
import { cancellationOf, gatheringFor, readableGatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { placeOfGathering } from '#lib/gatherings/series.server.ts';
import { teamOf } from '#lib/gatherings/team.server.ts';
import { announceChanges } from '#lib/invitations/announce.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db } = event.locals;
	const gathering = found(await readableGatheringFor(db, account, event.params.id));
	return {
		series: await placeOfGathering(db, gathering.id),
		team: await teamOf(db, gathering.id),
		programme: await draftOf(db, gathering),
		cancellation: await cancellationOf(db, gathering.id)
	};
};

export const actions: Actions = {
	copy: async (event) => {
		const account = signedIn(event);
		const { db, by } = event.locals;
		const gathering = found(await gatheringFor(db, account, event.params.id));
		const form = readForm(copyShape, await event.request.formData());
		if (!('data' in form)) return fail(400, { about: 'copy', issues: form.issues, values: form.values });
		const id = await copyGathering(db, by, account, gathering, form.data.dateOn, copyAgenda);
		redirect(303, `/gatherings/${id}/edit?copied`);
	},

	cancel: async (event) => {
		const account = signedIn(event);
		const { db, by } = event.locals;
		const gathering = found(await gatheringFor(db, account, event.params.id));
		const form = readForm(cancellationShape, await event.request.formData());
		if (!('data' in form)) return fail(400, { about: 'cancel', issues: form.issues, values: form.values });
		await cancelGathering(db, by, gathering, form.data.reason, announceChanges);
		redirect(303, `/gatherings/${gathering.id}`);
	}
};
