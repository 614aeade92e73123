import { fail, redirect } from '@sveltejs/kit';
import { organisationsOf } from '#lib/people/organisations.server.ts';
import { contactShape } from '#lib/standards/contact.form.ts';
import { contactsOf, saveContact } from '#lib/standards/contacts.server.ts';
import { draftedFor } from '#lib/standards/standards.server.ts';
import { currentVersion } from '#lib/standards/versions.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	const standard = found(await draftedFor(db, signedIn(event), event.params.id));
	const contacts = await contactsOf(db, standard.id);
	const isNew = event.params.contact === 'new';
	const contact = isNew ? undefined : found(contacts.find(({ id }) => id === event.params.contact));
	return {
		...{ standard, contact, organisations: await organisationsOf(db) },
		steps: (await currentVersion(db, standard.id))?.text.steps ?? []
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { db, by } = event.locals;
		const standard = found(await draftedFor(db, signedIn(event), event.params.id));
		const form = readForm(contactShape, await event.request.formData());
		if (!('data' in form)) return fail(400, { issues: form.issues, values: form.values, refused: undefined });
		const id = event.params.contact === 'new' ? null : event.params.contact;
		const answer = await saveContact(db, by, standard, { ...form.data, id });
		if (isRefused(answer)) return fail(409, { issues: {}, values: form.values, refused: answer.refused });
		redirect(303, `/standards/${standard.id}/contacts#contact-${answer}`);
	}
};
