import { fail, redirect } from '@sveltejs/kit';
import { circlesFor } from '#lib/circles/circles.server.ts';
import { gatheringShape, teamShape, valuesOfGathering } from '#lib/gatherings/gathering.form.ts';
import { correctGathering } from '#lib/gatherings/gatheringChanges.server.ts';
import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { gatheringIssues } from '#lib/gatherings/refusalWords.ts';
import { addTeamMember, removeTeamMember, teamCandidates, teamOf } from '#lib/gatherings/team.server.ts';
import { announceChanges } from '#lib/invitations/announce.server.ts';
import { organisationsOf } from '#lib/people/organisations.server.ts';
import { answered } from '#lib/web/answer.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function managed(event: RequestEvent) {
	return found(await gatheringFor(event.locals.db, signedIn(event), event.params.id));
}

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db } = event.locals;
	const gathering = found(await gatheringFor(db, account, event.params.id));
	return {
		values: valuesOfGathering(gathering),
		organisations: await organisationsOf(db),
		circles: await circlesFor(db, account),
		team: await teamOf(db, gathering.id),
		candidates: await teamCandidates(db, gathering),
		isCopy: event.url.searchParams.has('copied')
	};
};

export const actions: Actions = {
	save: async (event) => {
		const gathering = await managed(event);
		const form = readForm(gatheringShape, await event.request.formData());
		if (!('data' in form)) return fail(400, { issues: form.issues, values: form.values });
		const answer = await correctGathering(event.locals.db, event.locals.by, gathering, form.data, announceChanges);
		if (isRefused(answer)) return fail(400, { issues: gatheringIssues(answer), values: form.values });
		redirect(303, `/gatherings/${gathering.id}`);
	},

	join: async (event) => {
		const gathering = await managed(event);
		const form = readForm(teamShape, await event.request.formData());
		if (!('data' in form)) return fail(400, { teamIssues: form.issues });
		await addTeamMember(event.locals.db, event.locals.by, gathering, form.data);
		return answered(event, { team: 'joined' }, '#team');
	},

	leave: async (event) => {
		const gathering = await managed(event);
		const personId = String((await event.request.formData()).get('personId') ?? '');
		await removeTeamMember(event.locals.db, event.locals.by, gathering, personId);
		return answered(event, { team: 'left' }, '#team');
	}
};
