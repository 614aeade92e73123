import { aheadAndPast } from '#lib/gatherings/comingUp.ts';
import { gatheringsFor } from '#lib/gatherings/gatherings.server.ts';
import { seriesListFor } from '#lib/gatherings/series.server.ts';
import { signedIn } from '#lib/web/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const all = await gatheringsFor(event.locals.db, account);
	const mayOrganize = account.isAdministrator || account.organisationId !== null;
	const series = await seriesListFor(event.locals.db, account, event.locals.todayOn);
	return { ...aheadAndPast(all, event.locals.todayOn), series, mayOrganize };
};
