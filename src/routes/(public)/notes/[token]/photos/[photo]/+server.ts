import { openFindingLink } from '#lib/minutes/findingLinks.server.ts';
import { photoAnswer } from '#lib/minutes/photos.server.ts';
import { found } from '#lib/web/guard.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals }) => {
	const workshop = found(found(await openFindingLink(locals.db, params.token, locals.now)).workshop);
	return found(await photoAnswer(locals.db, workshop.id, params.photo));
};
