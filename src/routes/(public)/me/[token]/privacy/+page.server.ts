import { noticeOf } from '#lib/privacy/notices.server.ts';
import { registrationByToken } from '#lib/registration/personalLinks.server.ts';
import { found } from '#lib/web/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const { gatheringId } = found(await registrationByToken(locals.db, params.token));
	return { width: 'narrow', notice: found(await noticeOf(locals.db, gatheringId)) };
};
