import { standardPage } from '#lib/standards/standardPage.server.ts';
import { standardFor } from '#lib/standards/standards.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	const standard = found(await standardFor(db, signedIn(event), event.params.id));
	return { standard, ...(await standardPage(db, standard, event.locals.todayOn)) };
};
