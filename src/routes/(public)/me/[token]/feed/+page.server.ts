import { createFeed, feedMadeAt, revokeFeed } from '#lib/invitations/feeds.server.ts';
import { selfActor } from '#lib/registration/occasion.ts';
import { registrationByToken } from '#lib/registration/personalLinks.server.ts';
import { found } from '#lib/web/guard.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const { id, standing } = found(await registrationByToken(locals.db, params.token));
	return { width: 'narrow', madeAt: (await feedMadeAt(locals.db, id)) ?? null, hasSeat: standing === 'seat' };
};

export const actions: Actions = {
	create: async ({ params, locals, url }) => {
		const entry = found(await registrationByToken(locals.db, params.token));
		const token = await createFeed(locals.db, selfActor(locals.now), entry);
		return { link: `${url.origin}/calendar/${token}.ics` };
	},

	revoke: async ({ params, locals }) => {
		const entry = found(await registrationByToken(locals.db, params.token));
		await revokeFeed(locals.db, selfActor(locals.now), entry);
		return { revoked: true };
	}
};
