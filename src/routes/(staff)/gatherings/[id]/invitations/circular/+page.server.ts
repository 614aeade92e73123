import { fail, redirect } from '@sveltejs/kit';
import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { countSeats, writeCircular } from '#lib/invitations/circular.server.ts';
import { letterForm } from '#lib/invitations/letter.form.ts';
import { defaultLetter } from '#lib/invitations/letter.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db } = event.locals;
	const { id, title } = found(await gatheringFor(db, account, event.params.id));
	return { title, letter: defaultLetter('circular', 'de'), count: await countSeats(db, id) };
};

export const actions: Actions = {
	default: async (event) => {
		const account = signedIn(event);
		const { db, by } = event.locals;
		const { id } = found(await gatheringFor(db, account, event.params.id));
		const form = readForm(letterForm, await event.request.formData());
		if (!('data' in form)) return fail(400, { values: form.values, issues: form.issues });
		await writeCircular(db, by, id, form.data);
		redirect(303, `/gatherings/${id}/invitations?kind=circular`);
	}
};
