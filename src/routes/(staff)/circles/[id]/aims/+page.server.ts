import { fail } from '@sveltejs/kit';
import { aimShape, readingShape } from '#lib/circles/aim.form.ts';
import { addAim, addReading, aimsOf, correctAim, removeAim, removeReading } from '#lib/circles/aims.server.ts';
import { circleFor } from '#lib/circles/circles.server.ts';
import { aimIssues } from '#lib/circles/refusalWords.ts';
import { answered } from '#lib/web/answer.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function read(event: RequestEvent) {
	const { db, by } = event.locals;
	const circle = found(await circleFor(db, signedIn(event), event.params.id));
	const form = await event.request.formData();
	return { circle, form, aimId: String(form.get('aimId') ?? ''), db, by };
}

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	const circle = found(await circleFor(db, signedIn(event), event.params.id));
	return { circle, aims: await aimsOf(db, circle.id) };
};

export const actions: Actions = {
	add: async (event) => {
		const { circle, form, db, by } = await read(event);
		const aim = readForm(aimShape, form);
		if (!('data' in aim)) return fail(400, { add: aim });
		const answer = await addAim(db, by, circle, aim.data);
		if (isRefused(answer)) return fail(403, { add: { issues: aimIssues(answer, 'text'), values: aim.values } });
		return answered(event, { added: true }, `#aim-${answer}`);
	},

	correct: async (event) => {
		const { circle, form, aimId, db, by } = await read(event);
		const aim = readForm(aimShape, form);
		if (!('data' in aim)) return fail(400, { aimId, correct: aim });
		const answer = await correctAim(db, by, circle, aimId, aim.data);
		if (isRefused(answer))
			return fail(400, { aimId, correct: { issues: aimIssues(answer, 'text'), values: aim.values } });
		return answered(event, { corrected: true }, `#aim-${aimId}`);
	},

	remove: async (event) => {
		const { circle, aimId, db, by } = await read(event);
		const aim = await removeAim(db, by, circle, aimId);
		return isRefused(aim) ? fail(409, {}) : { removedAim: { ...aim, dueOn: aim.dueOn ?? '' } };
	},

	read: async (event) => {
		const { circle, form, aimId, db, by } = await read(event);
		const reading = readForm(readingShape, form);
		if (!('data' in reading)) return fail(400, { aimId, read: reading });
		const answer = await addReading(db, by, circle, reading.data);
		if (isRefused(answer))
			return fail(400, { aimId, read: { issues: aimIssues(answer, 'value'), values: reading.values } });
		return answered(event, { isRead: true }, `#aim-${aimId}`);
	},

	unread: async (event) => {
		const { circle, form, db, by } = await read(event);
		const removed = await removeReading(db, by, circle, String(form.get('readingId') ?? ''));
		return isRefused(removed) ? fail(400, {}) : { removed };
	}
};
