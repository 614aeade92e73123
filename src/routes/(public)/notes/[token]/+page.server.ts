import { openFindingLink } from '#lib/minutes/findingLinks.server.ts';
import { linkActor } from '#lib/minutes/findingLinkWords.ts';
import { findingPage } from '#lib/minutes/findingPage.server.ts';
import { berlinDay } from '#lib/time/berlin.ts';
import { found } from '#lib/web/guard.server.ts';
import { findingActs } from '../../../findingActs.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function opened({ params, locals }: RequestEvent) {
	const { workshop } = found(await openFindingLink(locals.db, params.token, locals.now));
	return { workshop: found(workshop), by: linkActor('', locals.now) };
}

export const load: PageServerLoad = async ({ params, locals }) => {
	const { gathering, workshop, expiresAt } = found(await openFindingLink(locals.db, params.token, locals.now));
	const { title, dateOn } = gathering;
	return {
		width: 'wide',
		todayOn: locals.todayOn,
		occasion: { title, dateOn, endsOn: berlinDay(expiresAt) },
		page: await findingPage(locals.db, found(workshop), 'link')
	};
};

const acts = findingActs(opened);

export const actions: Actions = {
	add: acts.add,
	change: acts.change,
	remove: acts.remove,
	restore: acts.restore,
	settle: acts.settle,
	photo: acts.photo,
	removePhoto: acts.removePhoto
};
