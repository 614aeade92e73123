import { ruleOf } from '#lib/circles/circleRules.server.ts';
import { votingSeatsOf } from '#lib/circles/votingSeats.server.ts';
import type { Database } from '#lib/db/database.server.ts';
import type { PresenceRow } from './minutes.form.ts';
import type { ContentPresence } from './minutesContent.ts';
import { type Quorum, quorumOf } from './presence.ts';

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
	const { quorumPercent } = await ruleOf(db, meeting.circleId);
	const voting = await votingSeatsOf(db, meeting.circleId, meeting.dateOn);
	return quorumOf(
		voting.map(({ organisationId }) => organisationId),
		presence,
		quorumPercent
	);
}

/** Rows added for those who have no seat. */
const FREE_ROWS = 3;

/** The presence list as its form shows it: who is listed, seats not listed yet, and some empty rows. */
export async function presenceToEdit(
	db: Database,
	meeting: { circleId: string | null; dateOn: string },
	minutesId: string
): Promise<PresenceRow[]> {
	const listed = await presenceOf(db, minutesId);
	const keys = new Set(listed.map(({ organisationId, name }) => `${organisationId}\n${name}`));
	const seats = await seatsOn(db, meeting.circleId ?? '', meeting.dateOn);
	const unlisted = seats
		.filter(({ organisationId, name }) => !keys.has(`${organisationId}\n${name}`))
		.map(({ organisationId, organisation, name }) => ({ organisationId, organisation, name, kind: '', partly: '' }));
	const rows = [
		...new Map([...listed, ...unlisted].map((row) => [`${row.organisationId}\n${row.name}`, row])).values()
	];
	rows.sort((a, b) => a.organisation.localeCompare(b.organisation, 'de') || a.name.localeCompare(b.name, 'de'));
	const empty = { organisationId: '', name: '', kind: 'guest', partly: '' };
	const filled = rows.map(({ organisationId, name, kind, partly }) => ({ organisationId, name, kind, partly }));
	return [...filled, ...Array.from({ length: FREE_ROWS }, () => empty)];
}
