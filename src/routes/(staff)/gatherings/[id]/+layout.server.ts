import { gatheringFor, readableGatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { wayOf } from '../states.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
	const account = signedIn(event);
	const { db, todayOn } = event.locals;
	const gathering = found(await readableGatheringFor(db, account, event.params.id));
	const manages = (await gatheringFor(db, account, gathering.id)) !== undefined;
	const way = manages ? await wayOf(db, gathering, todayOn) : undefined;
	return { gathering, manages, stations: way?.stations, step: way?.step };
};
