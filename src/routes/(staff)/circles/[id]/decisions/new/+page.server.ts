import { fail, redirect } from '@sveltejs/kit';
import { ruleSentence } from '#lib/circles/circleRule.ts';
import { ruleOf } from '#lib/circles/circleRules.server.ts';
import { circleFor } from '#lib/circles/circles.server.ts';
import { decisionShape } from '#lib/minutes/decision.form.ts';
import { proposeDecision } from '#lib/minutes/decisions.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** What the question hangs on, carried in the address. */
const CARRIED = ['gatheringId', 'minutesItemId', 'findingId', 'standardId', 'versionId'] as const;

async function managedCircle(event: RequestEvent) {
	const circle = await circleFor(event.locals.db, signedIn(event), event.params.id);
	return found(circle?.manages ? circle : undefined);
}

export const load: PageServerLoad = async (event) => {
	const circle = await managedCircle(event as RequestEvent);
	const { searchParams } = event.url;
	const rule = await ruleOf(event.locals.db, circle.id);
	return {
		circle,
		rule: ruleSentence(rule),
		values: {
			method: rule.method,
			...Object.fromEntries(CARRIED.map((name) => [name, searchParams.get(name) ?? ''])),
			title: searchParams.get('title') ?? '',
			wording: searchParams.get('wording') ?? ''
		}
	};
};

export const actions: Actions = {
	default: async (event) => {
		const circle = await managedCircle(event);
		const { db, by } = event.locals;
		const form = readForm(decisionShape, await event.request.formData());
		if (!('data' in form)) return fail(400, form);
		const answer = await proposeDecision(db, by, circle, form.data);
		if (isRefused(answer)) {
			const issues =
				answer.refused === 'past_deadline'
					? { votesUntilOn: m.decisions_error_past() }
					: { title: m.decisions_error_foreign() };
			return fail(400, { issues, values: form.values });
		}
		redirect(303, `/decisions/${answer}`);
	}
};
