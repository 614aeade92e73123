import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { announceChanges } from '#lib/invitations/announce.server.ts';
import { registrationIn } from '#lib/registration/details.server.ts';
import { entryIn } from '#lib/registration/entries.server.ts';
import { ballotOf } from '#lib/registration/pages.server.ts';
import { replacePersonalLinks } from '#lib/registration/personalLinks.server.ts';
import { countSeats, freeSeats } from '#lib/registration/seats.server.ts';
import { admitByOffice, takeBackWithdrawal, withdraw } from '#lib/registration/withdrawals.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db } = event.locals;
	const gathering = found(await gatheringFor(db, account, event.params.id));
	const count = await countSeats(db, gathering.id);
	return {
		title: gathering.title,
		registration: found(await registrationIn(db, gathering.id, event.params.registration)),
		workshops: await ballotOf(db, gathering.id),
		count,
		isPlaceFree: freeSeats(count) > 0 && count.waiting === 0,
		isAdded: event.url.searchParams.has('added')
	};
};

async function entryOf(event: RequestEvent) {
	const account = signedIn(event);
	const gathering = found(await gatheringFor(event.locals.db, account, event.params.id));
	return found(await entryIn(event.locals.db, gathering.id, event.params.registration));
}

export const actions: Actions = {
	withdraw: async (event) => {
		const { id } = await entryOf(event);
		const reason = String((await event.request.formData()).get('reason') ?? '').slice(0, 300);
		const answer = await withdraw(event.locals.db, event.locals.by, id, reason.trim(), announceChanges);
		return { done: isRefused(answer) ? 'nothing' : 'withdrawn' };
	},
	back: async (event) => {
		const { id } = await entryOf(event);
		const answer = await takeBackWithdrawal(event.locals.db, event.locals.by, id, announceChanges);
		return { done: isRefused(answer) ? 'nothing' : 'back' };
	},
	admit: async (event) => {
		const { id } = await entryOf(event);
		const answer = await admitByOffice(event.locals.db, event.locals.by, id, announceChanges);
		return { done: isRefused(answer) ? 'nothing' : 'admitted' };
	},
	link: async (event) => {
		const entry = await entryOf(event);
		await replacePersonalLinks(event.locals.db, event.locals.by, entry, announceChanges);
		return { done: 'link' };
	}
};
