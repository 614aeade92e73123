import { sideBySide } from '#lib/standards/sideBySides.server.ts';
import { signedIn } from '#lib/web/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const query = event.url.searchParams;
	const [a, b] = [query.get('a') ?? '', query.get('b') ?? ''];
	return { ...(await sideBySide(event.locals.db, account, a, b, event.locals.todayOn)), a, b };
};
