import { fail, redirect } from '@sveltejs/kit';
import { removedFrom } from '#lib/gatherings/removed.ts';
import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { newItemShape, readItemTexts, removedItemShape } from '#lib/minutes/minutes.form.ts';
import { addMinutesItem, itemsToEdit, restoreMinutesItem, saveItems } from '#lib/minutes/minutesItems.server.ts';
import { actOnItem } from '#lib/minutes/minutesItemAct.server.ts';
import { partsOfMeeting } from '#lib/minutes/minutesItemParts.server.ts';
import { refusalSentence } from '#lib/minutes/minutesRefusals.ts';
import { minutesState } from '#lib/minutes/minutesState.server.ts';
import { berlinTime } from '#lib/time/berlin.ts';
import { clock } from '#lib/time/wording.ts';
import { answered } from '#lib/web/answer.server.ts';
import { readForm, valuesOf } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function managed(event: RequestEvent) {
	const gathering = found(await gatheringFor(event.locals.db, signedIn(event), event.params.id));
	return { gathering, form: await event.request.formData(), ...event.locals };
}

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	const gathering = found(await gatheringFor(db, signedIn(event), event.params.id));
	const { state } = await minutesState(db, gathering.id);
	const isShut = state !== 'draft';
	// A refused form keeps what was typed, whatever has become of the minutes meanwhile.
	if (isShut && event.request.method === 'GET') redirect(303, `/gatherings/${gathering.id}/minutes`);
	const items = await itemsToEdit(db, gathering.id);
	// Without a script the press on the button comes back to this address.
	const savedAt = event.url.searchParams.has('saved') ? clock(berlinTime(event.locals.now)) : null;
	return { items, parts: await partsOfMeeting(db, items), savedAt };
};

export const actions: Actions = {
	save: async (event) => {
		const { gathering, form, db, by } = await managed(event);
		const values = valuesOf(form);
		const { inputs, issues } = readItemTexts(values);
		const saved = await saveItems(db, by, gathering.id, inputs);
		if (isRefused(saved)) return fail(409, { values, issues: { form: refusalSentence(saved) } });
		const { conflicts, revisions } = saved;
		if (conflicts.length + Object.keys(issues).length > 0) return fail(409, { values, issues, conflicts, revisions });
		const act = await actOnItem(db, by, gathering.id, String(values.then ?? ''));
		if (isRefused(act)) return fail(409, { issues: { form: refusalSentence(act) } });
		if (act && 'removed' in act) return { removed: act.removed };
		return answered(event, { saved: true, revisions }, act ? `#item-${act.movedId}` : '?saved');
	},

	add: async (event) => {
		const { gathering, form, db, by } = await managed(event);
		const read = readForm(newItemShape, form);
		if (!('data' in read)) return fail(400, { about: 'add', issues: read.issues, values: read.values });
		const answer = await addMinutesItem(db, by, gathering.id, read.data);
		const issues = isRefused(answer) && { form: refusalSentence(answer) };
		if (issues) return fail(409, { issues });
		return answered(event, { added: true }, `#item-${String(answer)}`);
	},

	restore: async (event) => {
		const { gathering, form, db, by } = await managed(event);
		const removed = removedFrom(removedItemShape, form);
		if (removed) await restoreMinutesItem(db, by, gathering.id, removed);
		return answered(event, { restored: true });
	}
};
