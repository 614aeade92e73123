import { noticeOf } from '#lib/privacy/notices.server.ts';
import { publicPage } from '#lib/registration/pages.server.ts';
import { found } from '#lib/web/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const { gathering } = found(await publicPage(locals.db, params.token, locals.todayOn));
	return { width: 'narrow', notice: found(await noticeOf(locals.db, gathering.id)) };
};
