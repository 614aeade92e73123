import { entryFile } from '#lib/invitations/feeds.server.ts';
import { registrationByToken } from '#lib/registration/personalLinks.server.ts';
import { found } from '#lib/web/guard.server.ts';
import { attachment } from '#lib/web/headers.ts';
import type { RequestHandler } from './$types';

/** Her own date as a file for a calendar. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const { id } = found(await registrationByToken(locals.db, params.token));
	const text = found(await entryFile(locals.db, id));
	return new Response(text, {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': attachment('termin.ics'),
			'cache-control': 'private, no-store'
		}
	});
};
