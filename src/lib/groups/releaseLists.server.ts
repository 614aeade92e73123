import { sql } from 'kysely';
import type { Database } from '#lib/db/database.server.ts';
import { sideOf, sideLetter, type SideLetter } from '#lib/people/side.ts';
import { byLastName } from '#lib/registration/participant.ts';
import { type Release, releaseFor } from './releases.server.ts';

/** One person on a printed list. */
export interface ListedSeat {
	registrationId: string;
	firstName: string;
	lastName: string;
	organisation: string;
	letter: SideLetter;
	duty: 'lead' | 'minutes' | null;
}

/** One group of a released plan, by name as people look for themselves. */
export interface GroupList {
	workshopId: string;
	number: number;
	title: string;
	roomName: string | null;
	/** Its round: item of the programme, when, and what for; null while it has no time. */
	roundId: string | null;
	roundTitle: string | null;
	roundKind: string | null;
	startTime: string | null;
	lengthMin: number | null;
	seats: ListedSeat[];
}

/** A released plan as lists for the wall; undefined when there is no such release. Four queries. */
export async function releaseLists(
	db: Database,
	gatheringId: string,
	number: number
): Promise<(Omit<Release, 'places'> & { groups: GroupList[]; isLast: boolean }) | undefined> {
	const release = await releaseFor(db, gatheringId, number);
	if (!release) return undefined;
	const last = await releaseFor(db, gatheringId);
	const rows = await seatRows(db, release.id);
	const { id, releasedAt, releasedBy, reason, broken } = release;
	const groups = [...Map.groupBy(rows, (row) => row.workshopId).values()]
		.map(groupOf)
		.sort((a, b) => (a.startTime ?? '').localeCompare(b.startTime ?? '') || a.number - b.number);
	return { id, number, releasedAt, releasedBy, reason, broken, groups, isLast: last?.number === number };
}

function seatRows(db: Database, releaseId: string) {
	return db
		.selectFrom('releasedPlace')
		.innerJoin('registration', 'registration.id', 'releasedPlace.registrationId')
		.innerJoin('person', 'person.id', 'registration.personId')
		.innerJoin('workshop', 'workshop.id', 'releasedPlace.workshopId')
		.leftJoin('organisation', 'organisation.id', 'person.organisationId')
		.leftJoin('room', 'room.id', 'workshop.roomId')
		.leftJoin('agendaItem', 'agendaItem.id', 'workshop.agendaItemId')
		.where('planReleaseId', '=', releaseId)
		.select(['registrationId', 'workshopId', 'firstName', 'lastName', 'workshop.number', 'workshop.title'])
		.select(['agendaItemId as roundId', 'agendaItem.title as roundTitle', 'agendaItem.kind as roundKind'])
		.select(['startTime', 'lengthMin'])
		.select(['room.name as roomName', 'person.side as ownSide', 'organisation.side as organisationSide'])
		.select((eb) => [
			sql<string>`coalesce(organisation.name, registration.organisation_name)`.as('organisation'),
			sql<number>`workshop.minute_taker_id is person.id`.as('writes'),
			eb
				.exists(
					eb
						.selectFrom('workshopModerator')
						.whereRef('workshopModerator.workshopId', '=', 'workshop.id')
						.whereRef('workshopModerator.personId', '=', 'person.id')
						.select('personId')
				)
				.as('leads')
		])
		.execute();
}
type Row = Awaited<ReturnType<typeof seatRows>>[number];

function groupOf(rows: Row[]): GroupList {
	const [first] = rows as [Row];
	const { workshopId, number, title, roomName, roundId, roundTitle, roundKind, startTime, lengthMin } = first;
	const seats = rows
		.toSorted(byLastName)
		.map(
			({
				registrationId,
				firstName,
				lastName,
				organisation,
				ownSide,
				organisationSide,
				leads,
				writes
			}): ListedSeat => ({
				...{ registrationId, firstName, lastName, organisation },
				letter: sideLetter(sideOf(ownSide, organisationSide)),
				duty: leads ? 'lead' : writes ? 'minutes' : null
			})
		);
	const round = { roundId, roundTitle, roundKind, startTime, lengthMin };
	return { workshopId, number, title, roomName, ...round, seats };
}

/** Names of registrations, also of those who have withdrawn. */
export async function namesOf(
	db: Database,
	gatheringId: string,
	ids: readonly string[]
): Promise<Record<string, string>> {
	const rows = await db
		.selectFrom('registration')
		.innerJoin('person', 'person.id', 'registration.personId')
		.where('gatheringId', '=', gatheringId)
		.where('registration.id', 'in', ids)
		.select(['registration.id', 'firstName', 'lastName'])
		.execute();
	return Object.fromEntries(rows.map(({ id, firstName, lastName }) => [id, `${firstName} ${lastName}`]));
}
