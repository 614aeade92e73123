import { partsOf, seriesFor } from '#lib/gatherings/series.server.ts';
import { packForSeries } from '#lib/minutes/pack.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db, now } = event.locals;
	const { id, title } = found(await seriesFor(db, account, event.params.id));
	const parts = await partsOf(db, account, id);
	const readable = parts.filter((part) => part.reads);
	return {
		series: { id, title },
		parts: readable,
		hidden: parts.length - readable.length,
		pack: await packForSeries(db, readable, now)
	};
};
