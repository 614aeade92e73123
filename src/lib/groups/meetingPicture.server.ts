import { sql } from 'kysely';
import type { Database } from '#lib/db/database.server.ts';
import { sideName, sideOf, SIDES } from '#lib/people/side.ts';
import { m } from '#lib/paraglide/messages.js';
import { type PicturedSeat, pictureByOrganisations, pictureBySides } from './meetingPicture.ts';

/** So many of the newest gatherings are drawn; what is longer ago is forgotten. */
const DRAWN = 6;

/** A gathering whose released groups are in the picture. */
export interface PicturedGathering {
	id: string;
	title: string;
	dateOn: string;
}

/**
 * The released places of a circle's newest gatherings up to today, for the picture of who has met whom. Two queries by
 * index; they read as much as these gatherings are large.
 */
export async function picturedSeats(
	db: Database,
	circleId: string,
	todayOn: string
): Promise<{ gatherings: PicturedGathering[]; seats: PicturedSeat[] }> {
	const drawn = await drawnGatherings(db, circleId, todayOn);
	const releaseIds = drawn.map(({ releaseId }) => releaseId ?? '');
	const rows = await seatRows(db, releaseIds);
	const seats = rows.map(({ ownSide, organisationSide, ...seat }) => ({
		...seat,
		side: sideOf(ownSide, organisationSide)
	}));
	return { gatherings: drawn.map(({ releaseId: _, ...gathering }) => gathering), seats };
}

/** Who has met whom in a circle, by sides and by organisations; undefined before any group has met. */
export async function meetingPicture(db: Database, circleId: string, todayOn: string) {
	const { gatherings, seats } = await picturedSeats(db, circleId, todayOn);
	if (seats.length === 0) return undefined;
	return {
		gatherings,
		sides: pictureBySides(
			seats,
			SIDES.map((id) => ({ id, name: sideName(id) }))
		),
		organisations: pictureByOrganisations(seats, m.circles_met_others())
	};
}

function drawnGatherings(db: Database, circleId: string, todayOn: string) {
	return db
		.selectFrom('gathering')
		.leftJoin('gatheringCancellation', 'gatheringCancellation.gatheringId', 'gathering.id')
		.where('circleId', '=', circleId)
		.where('dateOn', '<=', todayOn)
		.where('gatheringCancellation.at', 'is', null)
		.where(({ exists, selectFrom }) =>
			exists(
				selectFrom('planRelease').whereRef('planRelease.gatheringId', '=', 'gathering.id').select('planRelease.id')
			)
		)
		.select((eb) => [
			'gathering.id',
			'title',
			'dateOn',
			eb
				.selectFrom('planRelease')
				.whereRef('planRelease.gatheringId', '=', 'gathering.id')
				.orderBy('number', 'desc')
				.limit(1)
				.select('planRelease.id')
				.as('releaseId')
		])
		.orderBy('dateOn', 'desc')
		.orderBy('startTime', 'desc')
		.limit(DRAWN)
		.execute();
}

function seatRows(db: Database, releaseIds: readonly string[]) {
	return db
		.selectFrom('releasedPlace')
		.innerJoin('registration', 'registration.id', 'releasedPlace.registrationId')
		.innerJoin('person', 'person.id', 'registration.personId')
		.leftJoin('organisation', 'organisation.id', 'person.organisationId')
		.leftJoin('registrationWithdrawal', 'registrationWithdrawal.registrationId', 'registration.id')
		.where('planReleaseId', 'in', releaseIds)
		.where('registrationWithdrawal.at', 'is', null)
		.select(['registration.gatheringId', 'workshopId', 'registration.personId', 'organisation.id as organisationId'])
		.select(['person.side as ownSide', 'organisation.side as organisationSide'])
		.select(sql<string>`coalesce(organisation.short_name, registration.organisation_name)`.as('organisationName'))
		.execute();
}
