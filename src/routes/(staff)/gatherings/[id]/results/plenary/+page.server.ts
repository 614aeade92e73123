import { readableGatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { plenaryPage } from '#lib/minutes/findingPages.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const gathering = found(await readableGatheringFor(event.locals.db, signedIn(event), event.params.id));
	return { width: 'wide', ...(await plenaryPage(event.locals.db, gathering)) };
};
