import { standardsFor } from '#lib/standards/standards.server.ts';
import { signedIn } from '#lib/web/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const words = (event.url.searchParams.get('q') ?? '').trim().slice(0, 100);
	const { db } = event.locals;
	const all = await standardsFor(db, account);
	const standards = words ? await standardsFor(db, account, { words }) : all;
	return { words, standards, total: all.length, mayBegin: account.isAdministrator || account.organizes };
};
