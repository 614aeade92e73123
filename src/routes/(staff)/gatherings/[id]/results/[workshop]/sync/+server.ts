import { workshopsOf } from '#lib/agenda/workshops.server.ts';
import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { receiveFindings, tellFindings } from '../../../../../../findingActs.server.ts';
import type { RequestEvent, RequestHandler } from './$types';

async function workshopOf(event: RequestEvent) {
	const gathering = found(await gatheringFor(event.locals.db, signedIn(event), event.params.id));
	const workshops = await workshopsOf(event.locals.db, gathering.id);
	return found(workshops.find(({ id }) => id === event.params.workshop));
}

export const GET: RequestHandler = async (event) => tellFindings(event, await workshopOf(event));

export const POST: RequestHandler = (event) =>
	receiveFindings(event, async () => ({ workshop: await workshopOf(event), by: event.locals.by }));
