import { ownData } from '#lib/registration/ownData.server.ts';
import { ballotOf, personalPage } from '#lib/registration/pages.server.ts';
import { found } from '#lib/web/guard.server.ts';
import { attachment } from '#lib/web/headers.ts';
import type { RequestHandler } from './$types';

/** Everything stored of the person behind the link, as a file to keep. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const { registration, gathering } = found(await personalPage(locals.db, params.token, locals.todayOn));
	const workshops = await ballotOf(locals.db, gathering.id);
	const titles = new Map(workshops.map(({ id, title }) => [id, title]));
	const { title, dateOn } = gathering;
	const data = { gathering: { title, dateOn }, ...(await ownData(locals.db, registration, titles)) };
	return new Response(`${JSON.stringify(data, null, '\t')}\n`, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': attachment(`${title} ${dateOn}.json`),
			'cache-control': 'no-store'
		}
	});
};
