import { circleFor } from '#lib/circles/circles.server.ts';
import { decisionsOfCircle } from '#lib/minutes/register.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	const circle = found(await circleFor(db, signedIn(event), event.params.id));
	return { circle, decisions: await decisionsOfCircle(db, circle.id) };
};
