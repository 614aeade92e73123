import { fail, redirect } from '@sveltejs/kit';
import { organisationsOf } from '#lib/people/organisations.server.ts';
import { saveTypedSection } from '#lib/standards/saveSection.server.ts';
import { sectionPage } from '#lib/standards/sectionPage.server.ts';
import { isEditable } from '#lib/standards/sections.ts';
import { draftedFor } from '#lib/standards/standards.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function section(event: Pick<RequestEvent, 'locals' | 'params' | 'url' | 'request'>) {
	const standard = found(await draftedFor(event.locals.db, signedIn(event), event.params.id));
	const name = event.params.section;
	return found(isEditable(name) && name !== 'steps' ? { standard, name } : undefined);
}

export const load: PageServerLoad = async (event) => {
	const { standard, name } = await section(event);
	const { db, todayOn } = event.locals;
	const page = await sectionPage(db, standard, name, todayOn);
	return { standard, section: name, organisations: await organisationsOf(db), ...page };
};

export const actions: Actions = {
	default: async (event) => {
		const { standard, name } = await section(event);
		const { db, by } = event.locals;
		const answer = await saveTypedSection(db, by, standard, name, await event.request.formData());
		if (answer !== true) return fail(answer.refused === undefined ? 400 : 409, answer);
		redirect(303, `/standards/${standard.id}#section-${name}`);
	}
};
