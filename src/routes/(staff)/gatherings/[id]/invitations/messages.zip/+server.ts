import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { openMessagesZip } from '#lib/invitations/handing.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { attachment } from '#lib/web/headers.ts';
import type { RequestHandler } from './$types';

/** All messages that have not left, as files. POST, because each gets a new personal link. */
export const POST: RequestHandler = async (event) => {
	const account = signedIn(event);
	const { db, now } = event.locals;
	const gathering = found(await gatheringFor(db, account, event.params.id));
	return new Response(new Uint8Array(await openMessagesZip(db, gathering.id, now)), {
		headers: {
			'content-type': 'application/zip',
			'content-disposition': attachment(`${m.invitations_title()} ${gathering.title}.zip`),
			'cache-control': 'no-store'
		}
	});
};
