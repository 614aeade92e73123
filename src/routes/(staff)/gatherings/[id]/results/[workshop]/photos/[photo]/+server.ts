import { workshopsOf } from '#lib/agenda/workshops.server.ts';
import { readableGatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { photoAnswer } from '#lib/minutes/photos.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { db } = event.locals;
	const gathering = found(await readableGatheringFor(db, signedIn(event), event.params.id));
	const workshop = found((await workshopsOf(db, gathering.id)).find(({ id }) => id === event.params.workshop));
	return found(await photoAnswer(db, workshop.id, event.params.photo));
};
