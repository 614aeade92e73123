import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { liveStream } from '#lib/groups/liveStream.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import type { RequestHandler } from './$types';

/** The run at work as Server-Sent Events, for everybody who may see the groups. */
export const GET: RequestHandler = async (event) => {
	const account = signedIn(event);
	const gathering = found(await gatheringFor(event.locals.db, account, event.params.id));
	return new Response(liveStream(gathering.id), {
		headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }
	});
};
