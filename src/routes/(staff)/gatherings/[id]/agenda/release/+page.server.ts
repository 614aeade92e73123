import { fail, redirect } from '@sveltejs/kit';
import { releaseAgenda } from '#lib/agenda/agenda.server.ts';
import { releasePage } from '#lib/agenda/agendaPage.server.ts';
import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { registrationState } from '#lib/registration/registrations.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, todayOn } = event.locals;
	const gathering = found(await gatheringFor(db, signedIn(event), event.params.id));
	const { admitted } = await registrationState(db, gathering.id, todayOn);
	return releasePage(db, gathering, admitted);
};

export const actions: Actions = {
	default: async (event) => {
		const { db, by } = event.locals;
		const gathering = found(await gatheringFor(db, signedIn(event), event.params.id));
		const answer = await releaseAgenda(db, by, gathering);
		if (isRefused(answer)) return fail(409, { refused: answer.refused });
		redirect(303, `/gatherings/${gathering.id}/agenda`);
	}
};
