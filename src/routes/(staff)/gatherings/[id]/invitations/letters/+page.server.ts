import { fail } from '@sveltejs/kit';
import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { reminderForm } from '#lib/invitations/letter.form.ts';
import { letterOverview } from '#lib/invitations/letterPages.server.ts';
import { addReminder, remindersOf, removeReminder } from '#lib/invitations/reminders.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db } = event.locals;
	const { id, title } = found(await gatheringFor(db, account, event.params.id));
	return { title, letters: await letterOverview(db, id, getLocale()), reminders: await remindersOf(db, id) };
};

export const actions: Actions = {
	add: async (event) => {
		const account = signedIn(event);
		const { db, by } = event.locals;
		const gathering = found(await gatheringFor(db, account, event.params.id));
		const form = readForm(reminderForm, await event.request.formData());
		if (!('data' in form)) return fail(400, { values: form.values, issues: form.issues });
		const answer = await addReminder(db, by, gathering, form.data.daysBefore);
		if (!answer) return {};
		const why = answer.refused === 'past' ? m.invitations_reminder_past() : m.invitations_reminder_twice();
		return fail(400, { values: form.values, issues: { daysBefore: why } });
	},

	remove: async (event) => {
		const account = signedIn(event);
		const { db, by } = event.locals;
		const gathering = found(await gatheringFor(db, account, event.params.id));
		const form = readForm(reminderForm, await event.request.formData());
		if ('data' in form) await removeReminder(db, by, gathering.id, form.data.daysBefore);
	}
};
