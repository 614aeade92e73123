import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { messageIn } from '#lib/invitations/messages.server.ts';
import { outgoingMessage } from '#lib/invitations/outbox.server.ts';
import { emlOf } from '#lib/invitations/outgoing.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { attachment } from '#lib/web/headers.ts';
import type { RequestHandler } from './$types';

/** A message as a file for a mail program. POST, because it makes a new personal link. */
export const POST: RequestHandler = async (event) => {
	const account = signedIn(event);
	const { db, now } = event.locals;
	const gathering = found(await gatheringFor(db, account, event.params.id));
	const { id } = found(await messageIn(db, gathering.id, Number(event.params.message) || 0, now));
	const message = await outgoingMessage(db, id, now);
	return new Response(new Uint8Array(await emlOf(message)), {
		headers: {
			'content-type': 'message/rfc822',
			'content-disposition': attachment(`${message.toName} ${message.subject}.eml`),
			'cache-control': 'no-store'
		}
	});
};
