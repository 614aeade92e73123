import { circleFor } from '#lib/circles/circles.server.ts';
import { MATRIX_BY } from '#lib/standards/matrix.ts';
import { circleMatrix } from '#lib/standards/matrices.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, todayOn } = event.locals;
	const circle = found(await circleFor(db, signedIn(event), event.params.id));
	const asked = event.url.searchParams.get('by');
	const by = MATRIX_BY.find((one) => one === asked);
	return { circle, ...(await circleMatrix(db, circle.id, todayOn, by)), width: 'wide' as const };
};
