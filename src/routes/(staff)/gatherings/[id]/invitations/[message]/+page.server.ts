import { fail } from '@sveltejs/kit';
import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { readCalendarPart } from '#lib/invitations/calendarContent.ts';
import { messageFormOf } from '#lib/invitations/letter.form.ts';
import { canSendMail } from '#lib/invitations/mailSettings.server.ts';
import { messageParts } from '#lib/invitations/messageParts.server.ts';
import { messageIn } from '#lib/invitations/messages.server.ts';
import {
	type ActRefusal,
	clearMessage,
	discardMessage,
	editMessage,
	handOver,
	retryMessage,
	type Target
} from '#lib/invitations/outboxActs.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The message's address within a gathering which this account manages. */
async function targetOf(event: RequestEvent): Promise<Target> {
	const gathering = found(await gatheringFor(event.locals.db, signedIn(event), event.params.id));
	const id = Number(event.params.message);
	return { gatheringId: gathering.id, id: Number.isSafeInteger(id) ? id : 0 };
}

export const load: PageServerLoad = async (event) => {
	const { gatheringId, id } = await targetOf(event as unknown as RequestEvent);
	const { db, now } = event.locals;
	const message = found(await messageIn(db, gatheringId, id, now));
	const dates = [{ number: null, calendar: message.calendar }, ...(await messageParts(db, id))];
	const parts = dates
		.map(({ number, calendar }) => ({ number, part: readCalendarPart(calendar) }))
		.filter(({ part }) => part !== null);
	const { title } = found(await gatheringFor(db, signedIn(event), gatheringId));
	return { title, message, parts, canSend: canSendMail() };
};

function answered(answer: ActRefusal | undefined, done: string) {
	if (!answer) return { done };
	return fail(answer.refused === 'unknown' ? 404 : 409, { refused: answer.refused });
}

export const actions: Actions = {
	save: async (event) => {
		const target = await targetOf(event);
		const shape = messageFormOf(await messageParts(event.locals.db, target.id));
		const form = readForm(shape, await event.request.formData());
		if (!('data' in form)) return fail(400, { values: form.values, issues: form.issues });
		return answered(await editMessage(event.locals.db, event.locals.by, target, form.data), 'saved');
	},

	send: async (event) =>
		answered(await clearMessage(event.locals.db, event.locals.by, await targetOf(event)), 'cleared'),

	discard: async (event) =>
		answered(await discardMessage(event.locals.db, event.locals.by, await targetOf(event)), 'discarded'),

	retry: async (event) =>
		answered(await retryMessage(event.locals.db, event.locals.by, await targetOf(event)), 'retry'),

	handed: async (event) => answered(await handOver(event.locals.db, event.locals.by, await targetOf(event)), 'handed')
};
