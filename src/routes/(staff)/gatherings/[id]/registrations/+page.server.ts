import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { doorOf } from '#lib/registration/door.ts';
import { countSides, listPage, organisationChoices, possibleDoubles, readQuestion } from '#lib/registration/list.ts';
import { registrationsOf } from '#lib/registration/lists.server.ts';
import { registrationState } from '#lib/registration/registrations.server.ts';
import { windowOf } from '#lib/registration/windows.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db, todayOn } = event.locals;
	const gathering = found(await gatheringFor(db, account, event.params.id));
	const question = readQuestion(event.url.searchParams);
	const rows = await registrationsOf(db, gathering.id);
	const window = await windowOf(db, gathering.id);
	const doubles = possibleDoubles(rows);
	const page = listPage(rows, question);
	return {
		title: gathering.title,
		question,
		page,
		state: await registrationState(db, gathering.id, todayOn),
		sides: countSides(rows),
		organisations: organisationChoices(rows),
		doubles: page.rows.filter(({ id }) => doubles.includes(id)).map(({ id }) => id),
		doubleCount: doubles.length,
		door: doorOf(window, gathering, todayOn),
		link: window ? new URL(`/register/${window.token}`, event.url.origin).href : null
	};
};
