import { publicReport } from '#lib/papers/reports.server.ts';
import { found } from '#lib/web/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, url }) => ({
	report: found(await publicReport(locals.db, params.slug)),
	address: url.origin + url.pathname
});
