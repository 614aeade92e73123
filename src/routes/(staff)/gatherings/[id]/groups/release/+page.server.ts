import { fail, redirect } from '@sveltejs/kit';
import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { releaseForm } from '#lib/groups/mix.form.ts';
import { refusalWords } from '#lib/groups/refusalWords.ts';
import { releasePageOf } from '#lib/groups/releasePage.server.ts';
import { releasePlan } from '#lib/groups/releases.server.ts';
import { announceChanges } from '#lib/invitations/announce.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db } = event.locals;
	const gathering = found(await gatheringFor(db, account, event.params.id));
	return { page: await releasePageOf(db, gathering.id), spine: 'short' as const };
};

export const actions: Actions = {
	default: async (event) => {
		const account = signedIn(event);
		const { db, by } = event.locals;
		const gathering = found(await gatheringFor(db, account, event.params.id));
		const form = readForm(releaseForm, await event.request.formData());
		if (!('data' in form)) return fail(400, { reason: form.issues.reason ?? '', sentence: '', values: form.values });
		const answer = await releasePlan(db, by, gathering, form.data, announceChanges);
		if (isRefused(answer)) {
			const sentence = refusalWords(answer);
			const isReason = answer.refused === 'reason';
			return fail(400, { reason: isReason ? sentence : '', sentence: isReason ? '' : sentence, values: form.values });
		}
		redirect(303, `/gatherings/${gathering.id}/groups/releases/${answer.number}?new`);
	}
};
