import { fail } from '@sveltejs/kit';
import { seatEndShape, seatShape } from '#lib/circles/circle.form.ts';
import { circleFor } from '#lib/circles/circles.server.ts';
import { personChoices } from '#lib/circles/personChoices.server.ts';
import { seatIssues } from '#lib/circles/refusalWords.ts';
import { addSeat, endSeat, seatsOf } from '#lib/circles/seats.server.ts';
import { gatheringsOfCircle } from '#lib/gatherings/gatherings.server.ts';
import { circleLoop } from '#lib/loop/circlePage.server.ts';
import { meetingPicture } from '#lib/groups/meetingPicture.server.ts';
import { organisationsOf } from '#lib/people/organisations.server.ts';
import { answered } from '#lib/web/answer.server.ts';
import { readForm } from '#lib/web/form.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function read(event: RequestEvent) {
	const { db, by, todayOn } = event.locals;
	const circle = found(await circleFor(db, signedIn(event), event.params.id));
	return { circle, form: await event.request.formData(), db, by, todayOn };
}

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db } = event.locals;
	const circle = found(await circleFor(db, account, event.params.id));
	return {
		circle,
		ownId: account.organisationId,
		loop: await circleLoop(db, circle.id, event.locals.todayOn),
		seats: await seatsOf(db, circle.id),
		gatherings: await gatheringsOfCircle(db, account, circle.id),
		met: await meetingPicture(db, circle.id, event.locals.todayOn),
		organisations: circle.manages ? await organisationsOf(db) : [],
		people: circle.manages ? [...(await personChoices(db)).keys()] : []
	};
};

export const actions: Actions = {
	add: async (event) => {
		const { circle, form, db, by } = await read(event);
		const seat = readForm(seatShape, form);
		if (!('data' in seat)) return fail(400, { issues: seat.issues, values: seat.values });
		const answer = await addSeat(db, by, circle, seat.data);
		if (isRefused(answer)) return fail(400, { issues: seatIssues(answer), values: seat.values });
		return answered(event, { added: true });
	},

	end: async (event) => {
		const { circle, form, db, by, todayOn } = await read(event);
		const seat = readForm(seatEndShape, form);
		if ('data' in seat) await endSeat(db, by, circle, seat.data.seatId, todayOn);
		return answered(event, { ended: true });
	}
};
