import { circleFor } from '#lib/circles/circles.server.ts';
import { handbookContent } from '#lib/standards/handbooks.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, todayOn } = event.locals;
	const circle = found(await circleFor(db, signedIn(event), event.params.id));
	const asked = event.url.searchParams.get('on') ?? '';
	const onDay = /^\d{4}-\d\d-\d\d$/.test(asked) && !Number.isNaN(Date.parse(asked)) ? asked : todayOn;
	return { circle, handbook: found(await handbookContent(db, circle.id, onDay)) };
};
