import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { comparePageOf } from '#lib/groups/comparePage.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db } = event.locals;
	const gathering = found(await gatheringFor(db, account, event.params.id));
	const { searchParams } = event.url;
	const wanted = { a: searchParams.get('a'), b: searchParams.get('b') };
	return { page: await comparePageOf(db, gathering.id, wanted), spine: 'short' as const };
};
