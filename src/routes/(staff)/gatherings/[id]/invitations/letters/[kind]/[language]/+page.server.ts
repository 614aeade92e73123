import { fail } from '@sveltejs/kit';
import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { letterForm } from '#lib/invitations/letter.form.ts';
import { LETTER_KINDS } from '#lib/invitations/letter.ts';
import { letterPage } from '#lib/invitations/letterPages.server.ts';
import { resetLetter, saveLetter } from '#lib/invitations/rewriting.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

function letterOf(params: { kind: string; language: string }) {
	return {
		kind: found(LETTER_KINDS.find((kind) => kind === params.kind)),
		language: found((['de', 'en'] as const).find((language) => language === params.language))
	};
}

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db, todayOn } = event.locals;
	const { id, title } = found(await gatheringFor(db, account, event.params.id));
	const which = letterOf(event.params);
	return { title, ...which, ...(await letterPage(db, id, which, todayOn)) };
};

export const actions: Actions = {
	save: async (event) => {
		const account = signedIn(event);
		const { db, by } = event.locals;
		const { id } = found(await gatheringFor(db, account, event.params.id));
		const form = readForm(letterForm, await event.request.formData());
		if (!('data' in form)) return fail(400, { values: form.values, issues: form.issues });
		return { rewritten: await saveLetter(db, by, id, { ...letterOf(event.params), ...form.data }) };
	},

	reset: async (event) => {
		const account = signedIn(event);
		const { db, by } = event.locals;
		const { id } = found(await gatheringFor(db, account, event.params.id));
		return { rewritten: await resetLetter(db, by, id, letterOf(event.params)) };
	}
};
