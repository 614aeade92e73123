import { openFindingLink } from '#lib/minutes/findingLinks.server.ts';
import { linkActor } from '#lib/minutes/findingLinkWords.ts';
import { found } from '#lib/web/guard.server.ts';
import { receiveFindings, tellFindings } from '../../../../findingActs.server.ts';
import type { RequestEvent, RequestHandler } from './$types';

async function workshopOf({ params, locals }: RequestEvent) {
	return found(found(await openFindingLink(locals.db, params.token, locals.now)).workshop);
}

export const GET: RequestHandler = async (event) => tellFindings(event, await workshopOf(event));

export const POST: RequestHandler = (event) =>
	receiveFindings(event, async (name) => ({
		workshop: await workshopOf(event),
		by: linkActor(name, event.locals.now)
	}));
