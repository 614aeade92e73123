import { workshopsOf } from '#lib/agenda/workshops.server.ts';
import type { Workshop } from '#lib/agenda/workshop.ts';
import type { Database } from '#lib/db/database.server.ts';
import { roomsOf } from '#lib/gatherings/rooms.server.ts';
import { teamOf } from '#lib/gatherings/team.server.ts';
import { participantsOf } from '#lib/registration/participants.server.ts';
import type { Participant } from '#lib/registration/participant.ts';
import type { BoardData, BoardPerson, BoardWorkshop, Place } from './board.ts';
import { earlierOf } from './metBefore.server.ts';
import { mixOf, pairsOf } from './mixes.server.ts';

/** Round of workshops that are not in the programme yet, when no other is. */
const ONLY_ROUND = 'r1';

/** Everything the board is made of, in a fixed number of queries however many people and groups there are. */
export async function boardDataOf(db: Database, gatheringId: string): Promise<BoardData> {
	const participants = await participantsOf(db, gatheringId);
	const workshops = await workshopsOf(db, gatheringId);
	const rooms = await roomsOf(db, gatheringId);
	const desk = new Set(
		(await teamOf(db, gatheringId)).filter(({ task }) => task === 'desk').map(({ personId }) => personId)
	);
	const capacities = new Map(rooms.map((room) => [room.id, room.capacity]));
	const atDesk = participants.filter((person) => desk.has(person.personId));
	return {
		people: participants.filter((person) => !desk.has(person.personId)).map(boardPerson),
		workshops: boardWorkshops(workshops, capacities),
		pairs: await pairsOf(db, gatheringId),
		settings: await mixOf(db, gatheringId),
		earlier: await earlierOf(db, gatheringId),
		places: await placesOf(db, gatheringId),
		desk: atDesk.map((person) => ({ id: person.registrationId, name: `${person.firstName} ${person.lastName}` })),
		waiting: await waitingOf(db, gatheringId)
	};
}

function boardPerson(person: Participant): BoardPerson {
	const {
		registrationId: id,
		personId,
		firstName,
		lastName,
		organisationId,
		organisationName,
		organisationShortName
	} = person;
	const { organisationKind, side, unit, level, isNewcomer, wishes } = person;
	return {
		...{ id, personId, firstName, lastName, organisationId, organisationName, organisationShortName },
		...{ organisationKind, side, unit, level, isNewcomer, wishes }
	};
}

/** Workshops by time and number. Those without a place in the programme belong to the first round. */
function boardWorkshops(workshops: Workshop[], capacities: Map<string, number | null>): BoardWorkshop[] {
	const inOrder = workshops.toSorted(
		(a, b) => (a.startTime ?? '').localeCompare(b.startTime ?? '') || a.number - b.number
	);
	const first = inOrder.find((workshop) => workshop.agendaItemId !== null)?.agendaItemId ?? ONLY_ROUND;
	return inOrder.map(({ id, topicId, number, title, theme, startTime, roomName, minSize, ...workshop }) => ({
		...{ id, topicId, number, title, theme, startTime, roomName, minSize },
		roundId: workshop.agendaItemId ?? first,
		maxSize: Math.min(workshop.maxSize, capacities.get(workshop.roomId ?? '') ?? workshop.maxSize),
		leadIds: workshop.moderators.map((moderator) => moderator.id),
		minutesId: workshop.minuteTaker?.id ?? null
	}));
}

/** The draft: who sits where, and whether the place is held. */
export async function placesOf(db: Database, gatheringId: string): Promise<Place[]> {
	const rows = await db
		.selectFrom('place')
		.innerJoin('registration', 'registration.id', 'place.registrationId')
		.where('gatheringId', '=', gatheringId)
		.select(['registrationId', 'workshopId', 'isHeld'])
		.orderBy('registrationId')
		.execute();
	return rows.map((row) => ({ ...row, isHeld: row.isHeld === 1 }));
}

async function waitingOf(db: Database, gatheringId: string) {
	const rows = await db
		.selectFrom('registration')
		.innerJoin('person', 'person.id', 'registration.personId')
		.leftJoin('admission', 'admission.registrationId', 'registration.id')
		.leftJoin('registrationWithdrawal', 'registrationWithdrawal.registrationId', 'registration.id')
		.where('gatheringId', '=', gatheringId)
		.where('admission.at', 'is', null)
		.where('registrationWithdrawal.at', 'is', null)
		.orderBy('ordinal')
		.select(['registration.id', 'firstName', 'lastName'])
		.execute();
	return rows.map(({ id, firstName, lastName }) => ({ id, name: `${firstName} ${lastName}` }));
}
