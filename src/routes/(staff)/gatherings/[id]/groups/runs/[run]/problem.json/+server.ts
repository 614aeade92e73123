import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { withoutNames } from '#lib/groups/problemFile.ts';
import { runFor } from '#lib/groups/runs.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { attachment } from '#lib/web/headers.ts';
import type { RequestHandler } from './$types';

/** What a run was asked, without the names of people: `npm run assign` answers it again. */
export const GET: RequestHandler = async (event) => {
	const account = signedIn(event);
	const gathering = found(await gatheringFor(event.locals.db, account, event.params.id));
	const run = found(await runFor(event.locals.db, gathering.id, event.params.run));
	return new Response(withoutNames(run.problem), {
		headers: {
			'content-type': 'application/json',
			'content-disposition': attachment(`${gathering.title} ${run.at.slice(0, 10)} ${run.seed}.json`)
		}
	});
};
