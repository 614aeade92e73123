import { fail } from '@sveltejs/kit';
import { seatEndShape, seatShape, seatTermShape } from '#lib/circles/circle.form.ts';
import { circleFor } from '#lib/circles/circles.server.ts';
import { personChoices } from '#lib/circles/personChoices.server.ts';
import { seatIssues } from '#lib/circles/refusalWords.ts';
import { addSeat, endSeat, resumeSeat, seatsOf, setTerm } from '#lib/circles/seats.server.ts';
import { doubleVoices } from '#lib/circles/votingOrganisation.ts';
import { votingSeatsOf } from '#lib/circles/votingSeats.server.ts';
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
	const { db, todayOn } = event.locals;
	const circle = found(await circleFor(db, signedIn(event), event.params.id));
	const voices = await votingSeatsOf(db, circle.id, todayOn);
	return {
		circle,
		seats: await seatsOf(db, circle.id),
		voices: voices.length,
		double: doubleVoices(voices).map(({ name }) => name),
		organisations: circle.manages ? await organisationsOf(db) : [],
		people: circle.manages ? [...(await personChoices(db)).keys()] : [],
		endedId: event.url.searchParams.get('ended')
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
		if (!('data' in seat)) return fail(400, {});
		const { seatId } = seat.data;
		await endSeat(db, by, circle, seatId, todayOn);
		return answered(event, { endedId: seatId }, `?ended=${encodeURIComponent(seatId)}`);
	},

	resume: async (event) => {
		const { circle, form, db, by } = await read(event);
		const seat = readForm(seatEndShape, form);
		if ('data' in seat) await resumeSeat(db, by, circle, seat.data.seatId);
		return answered(event, { resumed: true });
	},

	term: async (event) => {
		const { circle, form, db, by } = await read(event);
		const term = readForm(seatTermShape, form);
		const seatId = String(form.get('seatId') ?? '');
		if (!('data' in term)) return fail(400, { term: { seatId, issues: term.issues, values: term.values } });
		const answer = await setTerm(db, by, circle, term.data);
		if (isRefused(answer)) return fail(400, { term: { seatId, issues: seatIssues(answer), values: term.values } });
		return answered(event, { termSet: true });
	}
};
