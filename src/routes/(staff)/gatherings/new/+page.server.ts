import { fail, redirect } from '@sveltejs/kit';
import { circlesFor } from '#lib/circles/circles.server.ts';
import { gatheringShape } from '#lib/gatherings/gathering.form.ts';
import { createGatheringOn, openTopicFor } from '#lib/gatherings/fromTopic.server.ts';
import { gatheringIssues } from '#lib/gatherings/refusalWords.ts';
import { organisationsOf } from '#lib/people/organisations.server.ts';
import { readForm, type Values } from '#lib/web/form.ts';
import { signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db } = event.locals;
	const hosts = account.organisationId ? [account.organisationId] : [];
	const circleId = event.url.searchParams.get('circle') ?? '';
	const topic = await openTopicFor(db, account, circleId, event.url.searchParams.get('topic') ?? '');
	const about = { title: topic?.title ?? '', aims: topic?.note ?? '', topicId: topic?.id ?? '' };
	const values: Values = { kind: '', startTime: '09:00', endTime: '16:00', hosts, circleId, ...about };
	return { values, organisations: await organisationsOf(db), circles: await circlesFor(db, account) };
};

export const actions: Actions = {
	default: async (event) => {
		const account = signedIn(event);
		const { db, by } = event.locals;
		const form = readForm(gatheringShape, await event.request.formData());
		const topicId = typeof form.values.topicId === 'string' ? form.values.topicId : '';
		if (!('data' in form)) return fail(400, { issues: form.issues, values: form.values });
		const answer = await createGatheringOn(db, by, account, topicId, form.data);
		if (isRefused(answer)) return fail(400, { issues: gatheringIssues(answer), values: form.values });
		redirect(303, `/gatherings/${answer}`);
	}
};
