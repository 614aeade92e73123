import { fail } from '@sveltejs/kit';
import { programmesAhead, takeTopicsBack, takeTopicsUp } from '#lib/agenda/topicItems.server.ts';
import { circleFor } from '#lib/circles/circles.server.ts';
import { topicRefusal } from '#lib/circles/refusalWords.ts';
import { parkShape, topicShape } from '#lib/circles/topic.form.ts';
import { addTopic, parkTopic, reopenTopic, topicsOf } from '#lib/circles/topics.server.ts';
import { announceChanges } from '#lib/invitations/announce.server.ts';
import { answered } from '#lib/web/answer.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function read(event: RequestEvent) {
	const { db, by, todayOn } = event.locals;
	const account = signedIn(event);
	const circle = found(await circleFor(db, account, event.params.id));
	const form = await event.request.formData();
	const ahead = await programmesAhead(db, account, circle, todayOn);
	const gathering = ahead.find(({ id }) => id === form.get('gatheringId'));
	return { account, circle, form, gathering, db, by };
}

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db, todayOn } = event.locals;
	const circle = found(await circleFor(db, account, event.params.id));
	const { searchParams } = event.url;
	const took = searchParams.get('took');
	return {
		circle,
		topics: await topicsOf(db, circle.id),
		programmes: (await programmesAhead(db, account, circle, todayOn)).map(({ id, title, dateOn }) => ({
			...{ id, title, dateOn }
		})),
		took: took === null ? undefined : { gatheringId: took, topicIds: searchParams.getAll('topic') },
		parkedId: searchParams.get('parked')
	};
};

export const actions: Actions = {
	add: async (event) => {
		const { account, circle, form, db, by } = await read(event);
		const topic = readForm(topicShape, form);
		if (!('data' in topic)) return fail(400, { issues: topic.issues, values: topic.values });
		const answer = await addTopic(db, by, circle, account.organisationId, topic.data);
		if (isRefused(answer)) return fail(403, { issues: { title: topicRefusal(answer) }, values: topic.values });
		return answered(event, { added: true });
	},

	take: async (event) => {
		const { circle, form, gathering, db, by } = await read(event);
		if (!gathering) return fail(400, { refused: topicRefusal({ refused: 'foreign_meeting' }) });
		const one = String(form.get('topicId') ?? '');
		const answer = await takeTopicsUp(db, by, circle, gathering, one ? [one] : 'all', announceChanges);
		if (isRefused(answer)) return fail(400, { refused: topicRefusal(answer) });
		const took = { gatheringId: gathering.id, topicIds: answer };
		const address = new URLSearchParams([['took', gathering.id], ...answer.map((id) => ['topic', id])]);
		return answered(event, { took }, `?${address.toString()}`);
	},

	untake: async (event) => {
		const { circle, form, gathering, db, by } = await read(event);
		const ids = String(form.get('topicIds') ?? '').split(',');
		if (gathering) await takeTopicsBack(db, by, circle, gathering, ids);
		return answered(event, { reopened: true });
	},

	park: async (event) => {
		const { circle, form, db, by } = await read(event);
		const topicId = String(form.get('topicId') ?? '');
		const park = readForm(parkShape, form);
		if (!('data' in park)) return fail(400, { park: { topicId, error: park.issues.reason, values: park.values } });
		const answer = await parkTopic(db, by, circle, park.data);
		if (isRefused(answer)) return fail(400, { park: { topicId, error: topicRefusal(answer), values: park.values } });
		return answered(event, { parkedId: topicId }, `?parked=${encodeURIComponent(topicId)}`);
	},

	reopen: async (event) => {
		const { circle, form, db, by } = await read(event);
		await reopenTopic(db, by, circle, String(form.get('topicId') ?? ''));
		return answered(event, { reopened: true });
	}
};
