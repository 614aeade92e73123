import { canSendMail } from '#lib/invitations/accountMail.server.ts';
import { seriesOccasion } from '#lib/registration/seriesOccasion.ts';
import { publicSeries } from '#lib/registration/seriesPage.server.ts';
import { found } from '#lib/web/guard.server.ts';
import type { PageServerLoad } from './$types';

/** The same page for new and for known people: it tells nobody who is registered. */
export const load: PageServerLoad = async ({ params, locals }) => {
	const series = found(await publicSeries(locals.db, params.token, locals.todayOn));
	return { width: 'narrow', occasion: seriesOccasion(series), canSendMail: canSendMail() };
};
