import { circleFor } from '#lib/circles/circles.server.ts';
import { seatedIds } from '#lib/circles/seats.server.ts';
import { profileSides } from '#lib/people/profileSides.server.ts';
import { signedIn } from '#lib/web/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db, todayOn } = event.locals;
	const query = event.url.searchParams;
	const of = query.getAll('of').filter(Boolean);
	const circle = await circleFor(db, account, query.get('circle') ?? '');
	const members = circle && (await seatedIds(db, circle.id, todayOn));
	return {
		...(await profileSides(db, account, of, members)),
		circle: circle && { id: circle.id, name: circle.name },
		isAsked: of.length > 0,
		ownId: account.organisationId,
		width: 'wide' as const
	};
};
