import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { listFile } from '#lib/registration/listFile.server.ts';
import { registrationsOf } from '#lib/registration/lists.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { attachment } from '#lib/web/headers.ts';
import type { RequestHandler } from './$types';

/** The list of registrations for a spreadsheet; needs and food are never in it. */
export const GET: RequestHandler = async (event) => {
	const account = signedIn(event);
	const gathering = found(await gatheringFor(event.locals.db, account, event.params.id));
	const rows = await registrationsOf(event.locals.db, gathering.id);
	return new Response(listFile(rows), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': attachment(`${m.registration_list_title()} ${gathering.title} ${gathering.dateOn}.csv`)
		}
	});
};
