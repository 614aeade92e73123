import { fail, redirect } from '@sveltejs/kit';
import { itemPage } from '#lib/agenda/agendaPage.server.ts';
import { itemShape } from '#lib/agenda/agendaItem.form.ts';
import { correctItem } from '#lib/agenda/items.server.ts';
import { itemIssues } from '#lib/agenda/refusalWords.ts';
import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { announceChanges } from '#lib/invitations/announce.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const gathering = found(await gatheringFor(event.locals.db, signedIn(event), event.params.id));
	return found(await itemPage(event.locals.db, gathering, event.params.item));
};

export const actions: Actions = {
	default: async (event) => {
		const { db, by } = event.locals;
		const gathering = found(await gatheringFor(db, signedIn(event), event.params.id));
		const form = readForm(itemShape, await event.request.formData());
		if (!('data' in form)) return fail(400, { issues: form.issues, values: form.values });
		const answer = await correctItem(db, by, gathering, event.params.item, form.data, announceChanges);
		if (isRefused(answer)) return fail(400, { issues: itemIssues(answer), values: form.values });
		redirect(303, `/gatherings/${gathering.id}/agenda#at-${event.params.item}`);
	}
};
