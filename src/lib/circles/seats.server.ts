import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { newId } from '#lib/db/ids.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { addDays } from '#lib/time/berlin.ts';
import { refuse, type Refusal } from '#lib/web/refusal.ts';
import type { SeatInput } from './circle.form.ts';
import { type Circle, isTaken, type Seat, type SeatKind } from './circle.ts';
import { chosenIds } from './personChoice.ts';
import { personChoices } from './personChoices.server.ts';

/** Seats of a circle, organisations in alphabetical order, those that ended too. */
export async function seatsOf(db: Database, circleId: string): Promise<Seat[]> {
	const rows = await db
		.selectFrom('seat')
		.innerJoin('organisation', 'organisation.id', 'seat.organisationId')
		.leftJoin('person', 'person.id', 'seat.personId')
		.where('circleId', '=', circleId)
		.select(['seat.id', 'seat.organisationId', 'organisation.name as organisationName', 'seat.kind'])
		.select(['sinceOn', 'untilOn', 'termEndsOn', 'firstName', 'lastName'])
		.execute();
	rows.sort((a, b) => a.organisationName.localeCompare(b.organisationName, 'de') || a.sinceOn.localeCompare(b.sinceOn));
	return rows.map(({ firstName, lastName, ...row }) => ({
		...row,
		personName: [firstName, lastName].filter(Boolean).join(' ')
	}));
}

/** The organisations that sit in a circle on a day, each once. */
export async function seatedIds(db: Database, circleId: string, onDay: string): Promise<string[]> {
	const seats = (await seatsOf(db, circleId)).filter((seat) => isTaken(seat, onDay));
	return [...new Set(seats.map(({ organisationId }) => organisationId))];
}

/** Writes a seat down; the caller has checked who may. */
export async function insertSeat(
	trx: Trx,
	by: Actor,
	circleId: string,
	seat: { organisationId: string; personId: string | null; kind: SeatKind; sinceOn: string; termEndsOn: string | null }
): Promise<string> {
	const id = newId();
	await trx
		.insertInto('seat')
		.values({ ...seat, id, circleId, untilOn: null })
		.execute();
	await journal(trx, by, { verb: 'seat.taken', thing: `seat:${id}`, particulars: { circleId, kind: seat.kind } });
	return id;
}

/** Adds a seat. A person named must belong to the organisation; for a department also somebody of the whole may sit. */
export function addSeat(
	db: Database,
	by: Actor,
	circle: Circle,
	input: SeatInput
): Promise<
	string | Refusal<'not_allowed' | 'term' | 'unknown_organisation' | 'unknown_person' | 'other_organisation'>
> {
	return inTransaction(db, async (trx) => {
		if (!circle.manages) return refuse('not_allowed');
		const { organisationId, kind, sinceOn, termEndsOn } = input;
		if (termEndsOn !== null && termEndsOn < sinceOn) return refuse('term');
		const found = await trx
			.selectFrom('organisation')
			.select(['id', 'partOfId'])
			.where('id', '=', organisationId)
			.executeTakeFirst();
		if (!found) return refuse('unknown_organisation');
		const named = chosenIds(await personChoices(trx), [input.person]);
		if ('unknown' in named) return refuse('unknown_person');
		const personId = named.ids[0] ?? null;
		if (personId) {
			const person = await trx
				.selectFrom('person')
				.select('organisationId')
				.where('id', '=', personId)
				.executeTakeFirst();
			const houses = [found.id, found.partOfId];
			if (!person?.organisationId || !houses.includes(person.organisationId)) return refuse('other_organisation');
		}
		return insertSeat(trx, by, circle.id, { organisationId, personId, kind, sinceOn, termEndsOn });
	});
}

/** Ends a seat with yesterday: it stays on record. A seat that begins later is taken off the list. */
export function endSeat(
	db: Database,
	by: Actor,
	circle: Circle,
	seatId: string,
	todayOn: string
): Promise<true | Refusal<'not_allowed' | 'gone'>> {
	return inTransaction(db, async (trx) => {
		if (!circle.manages) return refuse('not_allowed');
		const seat = (await seatsOf(trx, circle.id)).find(({ id }) => id === seatId);
		if (!seat || seat.untilOn !== null) return refuse('gone');
		const untilOn = addDays(todayOn, -1);
		if (seat.sinceOn > untilOn) await trx.deleteFrom('seat').where('id', '=', seatId).execute();
		else await trx.updateTable('seat').set({ untilOn }).where('id', '=', seatId).execute();
		await journal(trx, by, { verb: 'seat.ended', thing: `seat:${seatId}`, particulars: { circleId: circle.id } });
		return true;
	});
}

/** Takes back the end of a seat: whoever sat there sits there again. */
export function resumeSeat(
	db: Database,
	by: Actor,
	circle: Circle,
	seatId: string
): Promise<true | Refusal<'not_allowed' | 'gone'>> {
	return inTransaction(db, async (trx) => {
		if (!circle.manages) return refuse('not_allowed');
		const seat = (await seatsOf(trx, circle.id)).find(({ id }) => id === seatId);
		if (!seat || seat.untilOn === null) return refuse('gone');
		await trx.updateTable('seat').set({ untilOn: null }).where('id', '=', seatId).execute();
		await journal(trx, by, { verb: 'seat.resumed', thing: `seat:${seatId}`, particulars: { circleId: circle.id } });
		return true;
	});
}

/** Sets until when somebody was chosen for a seat. The seat itself ends only when somebody ends it. */
export function setTerm(
	db: Database,
	by: Actor,
	circle: Circle,
	input: { seatId: string; termEndsOn: string | null }
): Promise<true | Refusal<'not_allowed' | 'gone' | 'term'>> {
	return inTransaction(db, async (trx) => {
		if (!circle.manages) return refuse('not_allowed');
		const { seatId, termEndsOn } = input;
		const seat = (await seatsOf(trx, circle.id)).find(({ id }) => id === seatId);
		if (!seat || seat.untilOn !== null) return refuse('gone');
		if (termEndsOn !== null && termEndsOn < seat.sinceOn) return refuse('term');
		await trx.updateTable('seat').set({ termEndsOn }).where('id', '=', seatId).execute();
		await journal(trx, by, { verb: 'seat.term_set', thing: `seat:${seatId}`, particulars: { termEndsOn } });
		return true;
	});
}
