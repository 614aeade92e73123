import { fail, redirect } from '@sveltejs/kit';
import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { headShape, presenceRows, readPresence } from '#lib/minutes/minutes.form.ts';
import { correctHead, headOf } from '#lib/minutes/minutesHead.server.ts';
import { refusalSentence } from '#lib/minutes/minutesRefusals.ts';
import { minutesState } from '#lib/minutes/minutesState.server.ts';
import { presenceToEdit } from '#lib/minutes/presence.server.ts';
import { organisationsOf } from '#lib/people/organisations.server.ts';
import { readForm, valuesOf } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	const gathering = found(await gatheringFor(db, signedIn(event), event.params.id));
	const { state } = await minutesState(db, gathering.id);
	const isShut = state === 'none' || state === 'final';
	// A refused form keeps what was typed, whatever has become of the minutes meanwhile.
	if (isShut && event.request.method === 'GET') redirect(303, `/gatherings/${gathering.id}/minutes`);
	const head = found(await headOf(db, gathering.id));
	return {
		head,
		isDraft: state === 'draft',
		rows: await presenceToEdit(db, gathering, head.id),
		organisations: await organisationsOf(db)
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { db, by } = event.locals;
		const gathering = found(await gatheringFor(db, signedIn(event), event.params.id));
		const form = await event.request.formData();
		const rows = presenceRows(valuesOf(form));
		const presence = readPresence(rows);
		const head = readForm(headShape, form);
		const wrong = 'row' in presence ? presence : undefined;
		const issues = 'issues' in head ? head.issues : {};
		if (wrong || !('data' in head)) return fail(400, { values: head.values, rows, wrong, issues });
		const answer = await correctHead(db, by, gathering.id, head.data, 'rows' in presence ? presence.rows : []);
		if (isRefused(answer)) {
			return fail(400, { values: head.values, rows, wrong, issues: { form: refusalSentence(answer) } });
		}
		redirect(303, `/gatherings/${gathering.id}/minutes`);
	}
};
