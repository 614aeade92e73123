import { workshopsOf } from '#lib/agenda/workshops.server.ts';
import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { findingPage } from '#lib/minutes/findingPage.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { findingActs } from '../../../../../findingActs.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function opened(event: RequestEvent) {
	const { db, by } = event.locals;
	const gathering = found(await gatheringFor(db, signedIn(event), event.params.id));
	const workshops = await workshopsOf(db, gathering.id);
	return { workshop: found(workshops.find(({ id }) => id === event.params.workshop)), by };
}

export const load: PageServerLoad = async (event) => {
	const { workshop } = await opened(event as RequestEvent);
	const { db, todayOn } = event.locals;
	return { width: 'wide', todayOn, page: await findingPage(db, workshop, 'staff') };
};

const acts = findingActs(opened);

export const actions: Actions = {
	add: acts.add,
	change: acts.change,
	remove: acts.remove,
	restore: acts.restore,
	settle: acts.settle,
	photo: acts.photo,
	removePhoto: acts.removePhoto
};
