import { organisationsFor } from '#lib/people/organisations.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const words = (event.url.searchParams.get('q') ?? '').trim().slice(0, 100);
	return { words, ...found(await organisationsFor(event.locals.db, account, words)) };
};
