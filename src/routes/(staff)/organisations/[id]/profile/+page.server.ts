import { redirect } from '@sveltejs/kit';
import { mergedInto } from '#lib/people/merges.server.ts';
import { profileFor } from '#lib/people/profiles.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db } = event.locals;
	const organisation = await profileFor(db, account, event.params.id);
	const movedTo = organisation ? undefined : await mergedInto(db, 'organisation', event.params.id);
	if (movedTo) redirect(303, `/organisations/${movedTo}/profile`);
	return { organisation: found(organisation), isSaved: event.url.searchParams.has('saved') };
};
