import { fail } from '@sveltejs/kit';
import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { announceChanges } from '#lib/invitations/announce.server.ts';
import { missingInNotice } from '#lib/privacy/notice.ts';
import { noticeForm } from '#lib/privacy/notice.form.ts';
import { noticeOf, saveNotice } from '#lib/privacy/notices.server.ts';
import { proposeWindow } from '#lib/registration/door.ts';
import { countSeats } from '#lib/registration/seats.server.ts';
import { windowFormUntil } from '#lib/registration/window.form.ts';
import { saveWindow, windowOf } from '#lib/registration/windows.server.ts';
import { answered } from '#lib/web/answer.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db, todayOn } = event.locals;
	const gathering = found(await gatheringFor(db, account, event.params.id));
	const window = await windowOf(db, gathering.id);
	const notice = found(await noticeOf(db, gathering.id));
	return {
		title: gathering.title,
		window: window ?? proposeWindow(gathering, todayOn),
		link: window ? new URL(`/register/${window.token}`, event.url.origin).href : null,
		count: await countSeats(db, gathering.id),
		notice,
		missing: missingInNotice(notice),
		isSaved: event.url.searchParams.has('saved')
	};
};

export const actions: Actions = {
	window: async (event) => {
		const account = signedIn(event);
		const { db, by } = event.locals;
		const gathering = found(await gatheringFor(db, account, event.params.id));
		const form = readForm(windowFormUntil(gathering.dateOn), await event.request.formData());
		if (!('data' in form)) return fail(400, { part: 'window', values: form.values, issues: form.issues });
		await saveWindow(db, by, gathering.id, form.data, announceChanges);
		return answered(event, { saved: 'window' }, '?saved=window');
	},

	notice: async (event) => {
		const account = signedIn(event);
		const { db, by } = event.locals;
		const gathering = found(await gatheringFor(db, account, event.params.id));
		const form = readForm(noticeForm, await event.request.formData());
		if (!('data' in form)) return fail(400, { part: 'notice', values: form.values, issues: form.issues });
		await saveNotice(db, by, gathering.id, form.data);
		return answered(event, { saved: 'notice' }, '?saved=notice');
	}
};
