import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { journalOfGathering } from '#lib/journal/journal.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	const gathering = found(await gatheringFor(db, signedIn(event), event.params.id));
	const lines = await journalOfGathering(db, gathering.id, 200);
	return { lines: lines.map(({ id, at, byName, verb }) => ({ id, at, byName, verb })) };
};
