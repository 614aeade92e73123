import { fail, redirect } from '@sveltejs/kit';
import { circleFor } from '#lib/circles/circles.server.ts';
import { groupShape } from '#lib/circles/mandate.form.ts';
import { personChoices } from '#lib/circles/personChoices.server.ts';
import { groupIssues } from '#lib/circles/refusalWords.ts';
import { causeOf, decisionsForMandates, setUpSmallGroup } from '#lib/circles/smallGroups.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function managedCircle(event: RequestEvent) {
	const circle = await circleFor(event.locals.db, signedIn(event), event.params.id);
	return found(circle?.manages ? circle : undefined);
}

export const load: PageServerLoad = async (event) => {
	const circle = await managedCircle(event as RequestEvent);
	const { db } = event.locals;
	const { searchParams } = event.url;
	const asked = {
		decisionId: searchParams.get('decision') || null,
		findingId: searchParams.get('finding') || null
	};
	const { decision, finding } = await causeOf(db, circle.id, asked);
	return {
		circle,
		decision,
		decisions: decision ? [] : await decisionsForMandates(db, circle.id),
		finding,
		values: {
			...{ decisionId: decision?.id ?? '', findingId: finding?.id ?? '' },
			...{ name: '', text: finding?.text ?? '', reportDueOn: '' }
		},
		people: [...(await personChoices(db)).keys()]
	};
};

export const actions: Actions = {
	default: async (event) => {
		const circle = await managedCircle(event);
		const { db, by } = event.locals;
		const form = readForm(groupShape, await event.request.formData());
		if (!('data' in form)) return fail(400, form);
		const answer = await setUpSmallGroup(db, by, circle, form.data);
		if (isRefused(answer)) return fail(400, { issues: groupIssues(answer, 'members'), values: form.values });
		redirect(303, `/circles/${answer}/mandate`);
	}
};
