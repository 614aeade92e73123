import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { releaseLists } from '#lib/groups/releaseLists.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db } = event.locals;
	const gathering = found(await gatheringFor(db, account, event.params.id));
	const number = /^\d{1,6}$/.test(event.params.number) ? Number(event.params.number) : 0;
	const release = found(await releaseLists(db, gathering.id, number));
	return { release, isNew: event.url.searchParams.has('new'), spine: 'short' as const };
};
