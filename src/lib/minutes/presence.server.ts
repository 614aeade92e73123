import type { Database } from '#lib/db/database.server.ts';
import type { ContentPresence } from './minutesContent.ts';
import { type Quorum, quorumOf } from './presence.ts';

/** Half of the votes, where a circle has not written down its rule. */
const USUAL_QUORUM = 50;

/** Who was there, organisations in alphabetical order. */
export async function presenceOf(db: Database, minutesId: string): Promise<ContentPresence[]> {
	const rows = await db
		.selectFrom('minutesPresence')
		.innerJoin('organisation', 'organisation.id', 'minutesPresence.organisationId')
		.select(['organisationId', 'organisation.name as organisation', 'minutesPresence.name', 'minutesPresence.kind'])
		.select('partly')
		.where('minutesId', '=', minutesId)
		.execute();
	return rows.sort((a, b) => a.organisation.localeCompare(b.organisation, 'de') || a.name.localeCompare(b.name, 'de'));
}

/** Seats of the circle on the day of the meeting, organisations in alphabetical order. */
export async function seatsOn(db: Database, circleId: string, dateOn: string) {
	const rows = await db
		.selectFrom('seat')
		.innerJoin('organisation', 'organisation.id', 'seat.organisationId')
		.leftJoin('person', 'person.id', 'seat.personId')
		.where('circleId', '=', circleId)
		.where('sinceOn', '<=', dateOn)
		.where((eb) => eb.or([eb('untilOn', 'is', null), eb('untilOn', '>=', dateOn)]))
		.select(['seat.organisationId', 'organisation.name as organisation', 'seat.kind', 'firstName', 'lastName'])
		.execute();
	return rows
		.map(({ firstName, lastName, ...row }) => ({ ...row, name: [firstName, lastName].filter(Boolean).join(' ') }))
		.sort((a, b) => a.organisation.localeCompare(b.organisation, 'de') || a.name.localeCompare(b.name, 'de'));
}

/** The quorum of a meeting by the seats of its day and the rule of its circle. */
export async function quorumOfMeeting(
	db: Database,
	meeting: { circleId: string; dateOn: string },
	presence: readonly ContentPresence[]
): Promise<Quorum> {
	const rule = await db
		.selectFrom('circleRule')
		.select('quorumPercent')
		.where('circleId', '=', meeting.circleId)
		.executeTakeFirst();
	const seats = await seatsOn(db, meeting.circleId, meeting.dateOn);
	const votingIds = seats.filter(({ kind }) => kind === 'voting').map(({ organisationId }) => organisationId);
	return quorumOf(votingIds, presence, rule?.quorumPercent ?? USUAL_QUORUM);
}
