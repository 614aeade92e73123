import { partsOf, seriesFor } from '#lib/gatherings/series.server.ts';
import { compiledMinutesOf } from '#lib/minutes/minutesCompiled.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db } = event.locals;
	const { id, title } = found(await seriesFor(db, account, event.params.id));
	const parts = await partsOf(db, account, id);
	const readable = parts.filter((part) => part.reads).map(({ gathering }) => gathering.id);
	return {
		series: { id, title },
		hidden: parts.length - readable.length,
		...(await compiledMinutesOf(db, readable))
	};
};
