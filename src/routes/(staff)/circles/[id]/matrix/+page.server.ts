import { circleFor } from '#lib/circles/circles.server.ts';
import { circleMatrix } from '#lib/standards/matrices.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, todayOn } = event.locals;
	const circle = found(await circleFor(db, signedIn(event), event.params.id));
	const by = event.url.searchParams.get('by') === 'organisation' ? 'organisation' : 'kind';
	return { circle, by, matrix: await circleMatrix(db, circle.id, todayOn, by), width: 'wide' as const };
};
