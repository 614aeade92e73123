import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { handAllOver } from '#lib/invitations/handing.server.ts';
import { HELD_KINDS, type MessageKind, OUTBOX_KINDS } from '#lib/invitations/letter.ts';
import { canSendMail } from '#lib/invitations/mailSettings.server.ts';
import { countHeld, countMessages, listMessages } from '#lib/invitations/messages.server.ts';
import { type MessageState, STATES } from '#lib/invitations/messageState.ts';
import { clearHeld, discardHeld } from '#lib/invitations/outboxActs.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const PAGE_SIZE = 100;

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db, now } = event.locals;
	const gathering = found(await gatheringFor(db, account, event.params.id));
	const ask = event.url.searchParams;
	const filter = {
		state: STATES.find((state) => state === ask.get('state')) ?? null,
		kind: OUTBOX_KINDS.find((kind) => kind === ask.get('kind')) ?? null
	} satisfies { state: MessageState | null; kind: MessageKind | null };
	const page = Math.max(1, Math.trunc(Number(ask.get('page'))) || 1);
	const from = (page - 1) * PAGE_SIZE;
	return {
		title: gathering.title,
		filter,
		page: { number: page, from, size: PAGE_SIZE },
		counts: await countMessages(db, gathering.id, now),
		held: await countHeld(db, gathering.id),
		list: await listMessages(db, gathering.id, filter, { from, size: PAGE_SIZE }, now),
		canSend: canSendMail()
	};
};

async function heldKind(event: RequestEvent): Promise<{ id: string; kind: MessageKind }> {
	const gathering = found(await gatheringFor(event.locals.db, signedIn(event), event.params.id));
	const asked = (await event.request.formData()).get('kind');
	return { id: gathering.id, kind: found(HELD_KINDS.find((kind) => kind === asked)) };
}

export const actions: Actions = {
	send: async (event) => {
		const { id, kind } = await heldKind(event);
		return { sent: await clearHeld(event.locals.db, event.locals.by, id, kind) };
	},

	handed: async (event) => {
		const gathering = found(await gatheringFor(event.locals.db, signedIn(event), event.params.id));
		return { handed: await handAllOver(event.locals.db, event.locals.by, gathering.id) };
	},

	discard: async (event) => {
		const { id, kind } = await heldKind(event);
		return { discarded: await discardHeld(event.locals.db, event.locals.by, id, kind) };
	}
};
