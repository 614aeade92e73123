import { fail, redirect } from '@sveltejs/kit';
import { attempt } from '#lib/accounts/throttle.server.ts';
import { placeOfGathering } from '#lib/gatherings/series.server.ts';
import { releasedPlacesOf } from '#lib/groups/releases.server.ts';
import { announceChanges } from '#lib/invitations/announce.server.ts';
import { noticeOf } from '#lib/privacy/notices.server.ts';
import { ballotChoices } from '#lib/registration/ballot.ts';
import { mayChangeWishes } from '#lib/registration/door.ts';
import { occasionOf, selfActor } from '#lib/registration/occasion.ts';
import { ballotOf, personalPage } from '#lib/registration/pages.server.ts';
import {
	registrationByToken,
	replacePersonalLinks,
	revokePersonalLinks
} from '#lib/registration/personalLinks.server.ts';
import { otherPartsOf } from '#lib/registration/seriesPage.server.ts';
import { takeBackWithdrawal, withdraw } from '#lib/registration/withdrawals.server.ts';
import { found } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const { registration, gathering, window, door, isPlaceFree, isAwaited } = found(
		await personalPage(locals.db, params.token, locals.todayOn)
	);
	const workshops = await ballotOf(locals.db, gathering.id);
	const places = registration.standing === 'seat' ? await releasedPlacesOf(locals.db, gathering.id) : [];
	const own = new Set(
		places.filter((place) => place.registrationId === registration.id).map((place) => place.workshopId)
	);
	return {
		width: 'narrow',
		registration,
		groups: workshops.filter(({ id }) => own.has(id)),
		occasion: occasionOf(gathering),
		onlineUrl: registration.standing === 'seat' ? gathering.onlineUrl : '',
		door,
		isPlaceFree,
		isAwaited,
		mayWish: mayChangeWishes(window, gathering, locals.todayOn),
		series: await placeOfGathering(locals.db, gathering.id),
		otherParts: await otherPartsOf(locals.db, registration),
		workshops: window && window.wishCount > 0 && ballotChoices(workshops).length > 0 ? workshops : [],
		notice: found(await noticeOf(locals.db, gathering.id))
	};
};

export const actions: Actions = {
	withdraw: async ({ params, locals }) => {
		const { id } = found(await registrationByToken(locals.db, params.token));
		const answer = await withdraw(locals.db, selfActor(locals.now), id, '', announceChanges);
		return { done: isRefused(answer) ? 'nothing' : 'withdrawn' };
	},

	back: async ({ params, locals }) => {
		const { id } = found(await registrationByToken(locals.db, params.token));
		const answer = await takeBackWithdrawal(locals.db, selfActor(locals.now), id, announceChanges);
		return { done: isRefused(answer) ? 'nothing' : 'back' };
	},

	link: async ({ params, locals }) => {
		const entry = found(await registrationByToken(locals.db, params.token));
		if (!(await attempt(locals.db, 'new-link', entry.id, 3, locals.now))) return fail(429, { done: 'too_often' });
		await replacePersonalLinks(locals.db, selfActor(locals.now), entry, announceChanges);
		redirect(303, `/me/${params.token}/replaced?mailed`);
	},

	revoke: async ({ params, locals }) => {
		const entry = found(await registrationByToken(locals.db, params.token));
		await revokePersonalLinks(locals.db, selfActor(locals.now), entry);
		redirect(303, `/me/${params.token}/replaced`);
	}
};
