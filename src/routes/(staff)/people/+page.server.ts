import { waitingImports } from '#lib/people/listImports.server.ts';
import { personsFor } from '#lib/people/persons.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const words = (event.url.searchParams.get('q') ?? '').trim().slice(0, 100);
	const page = Number(event.url.searchParams.get('page') ?? 1);
	const persons = found(await personsFor(event.locals.db, account, { words, page }));
	return { words, persons, waiting: await waitingImports(event.locals.db, account) };
};
