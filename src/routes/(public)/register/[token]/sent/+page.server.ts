import { canSendMail } from '#lib/invitations/accountMail.server.ts';
import { occasionOf } from '#lib/registration/occasion.ts';
import { publicPage } from '#lib/registration/pages.server.ts';
import { found } from '#lib/web/guard.server.ts';
import type { PageServerLoad } from './$types';

/** The same page for new and for known people: it tells nobody who is registered. */
export const load: PageServerLoad = async ({ params, locals }) => {
	const { gathering } = found(await publicPage(locals.db, params.token, locals.todayOn));
	return { width: 'narrow', occasion: occasionOf(gathering), canSendMail: canSendMail() };
};
