import { circleFor } from '#lib/circles/circles.server.ts';
import { gatheringsOfCircle } from '#lib/gatherings/gatherings.server.ts';
import { seriesListFor } from '#lib/gatherings/series.server.ts';
import { circleLoop } from '#lib/loop/circlePage.server.ts';
import { meetingPicture } from '#lib/groups/meetingPicture.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db } = event.locals;
	const circle = found(await circleFor(db, account, event.params.id));
	return {
		circle,
		ownId: account.organisationId,
		loop: await circleLoop(db, circle.id, event.locals.todayOn),
		series: await seriesListFor(db, account, event.locals.todayOn, circle.id),
		gatherings: await gatheringsOfCircle(db, account, circle.id),
		met: await meetingPicture(db, circle.id, event.locals.todayOn)
	};
};
