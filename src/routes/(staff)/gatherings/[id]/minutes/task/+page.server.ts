import { fail, redirect } from '@sveltejs/kit';
import { personChoices } from '#lib/circles/personChoices.server.ts';
import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { itemsToEdit } from '#lib/minutes/minutesItems.server.ts';
import { refusalSentence } from '#lib/minutes/minutesRefusals.ts';
import { minutesState } from '#lib/minutes/minutesState.server.ts';
import { taskShape } from '#lib/minutes/task.form.ts';
import { taskIssues } from '#lib/minutes/taskIssues.ts';
import { addTask } from '#lib/minutes/tasks.server.ts';
import { organisationsOf } from '#lib/people/organisations.server.ts';
import { readForm } from '#lib/web/form.ts';
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
	const items = await itemsToEdit(db, gathering.id);
	return {
		items: items.map(({ id, title }) => ({ id, title })),
		itemId: event.url.searchParams.get('item') ?? '',
		organisations: await organisationsOf(db),
		people: [...(await personChoices(db)).keys()]
	};
};

export const actions: Actions = {
	default: async (event) => {
		const account = signedIn(event);
		const { db, by } = event.locals;
		const gathering = found(await gatheringFor(db, account, event.params.id));
		const form = readForm(taskShape, await event.request.formData());
		if (!('data' in form)) return fail(400, { issues: form.issues, values: form.values });
		const { state } = await minutesState(db, gathering.id);
		if (state === 'final') {
			return fail(400, { issues: { form: refusalSentence({ refused: 'final' }) }, values: form.values });
		}
		const place = (await itemsToEdit(db, gathering.id)).findIndex(({ id }) => id === form.data.minutesItemId);
		const { circleId } = gathering;
		const input = { ...form.data, circleId, gatheringId: gathering.id, decisionId: null };
		const answer = place < 0 ? { refused: 'gone' } : await addTask(db, by, account, input);
		if (isRefused(answer)) return fail(400, { issues: taskIssues(answer), values: form.values });
		redirect(303, `/gatherings/${gathering.id}/minutes#top-${place + 1}`);
	}
};
