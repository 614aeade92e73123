import { fail } from '@sveltejs/kit';
import { gatheringFor, readableGatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { announceChanges } from '#lib/invitations/announce.server.ts';
import { packFor } from '#lib/minutes/pack.server.ts';
import { forwardPack, meetingsAhead } from '#lib/minutes/packForward.server.ts';
import { answered } from '#lib/web/answer.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db, now, todayOn } = event.locals;
	const gathering = found(await readableGatheringFor(db, account, event.params.id));
	return {
		pack: await packFor(db, gathering.id, now),
		meetings: await meetingsAhead(db, account, gathering, todayOn),
		doneIn: event.url.searchParams.get('done')
	};
};

export const actions: Actions = {
	forward: async (event) => {
		const account = signedIn(event);
		const { db, by } = event.locals;
		const gathering = found(await gatheringFor(db, account, event.params.id));
		const meetingId = String((await event.request.formData()).get('meetingId') ?? '');
		const address = `${event.url.origin}/gatherings/${gathering.id}/pack`;
		const answer = await forwardPack(db, by, account, gathering, { meetingId, address }, announceChanges);
		if (isRefused(answer)) return fail(409, { refused: answer.refused, meetingId });
		return answered(event, { doneIn: meetingId }, `?done=${encodeURIComponent(meetingId)}#forward`);
	}
};
