import type { Database } from '#lib/db/database.server.ts';
import { type EarlierGathering, shareOf } from './mixRounds.ts';

/** So many earlier gatherings of the circle count; what is longer ago is forgotten. */
const COUNTED = 3;

/**
 * The newest earlier gatherings of the same circle whose groups have been released, with those of their people who take
 * part in this one. Three queries by index; they read as much as these gatherings are large, however old the circle is.
 */
export async function earlierOf(db: Database, gatheringId: string): Promise<EarlierGathering[]> {
	const gatherings = await countedFor(db, gatheringId);
	const lost = await lostAt(db, gatheringId, gatherings);
	const places = await db
		.selectFrom('releasedPlace')
		.innerJoin('registration as then', 'then.id', 'releasedPlace.registrationId')
		.innerJoin('registration as now', 'now.personId', 'then.personId')
		.leftJoin('registrationWithdrawal', 'registrationWithdrawal.registrationId', 'then.id')
		.where('now.gatheringId', '=', gatheringId)
		.where('registrationWithdrawal.at', 'is', null)
		.where('planReleaseId', 'in', releasesOf(gatherings))
		.select(['planReleaseId', 'workshopId', 'now.id as registrationId'])
		.orderBy('workshopId')
		.orderBy('now.id')
		.execute();
	const byRelease = Map.groupBy(places, (place) => place.planReleaseId);
	return gatherings.map(({ releaseId, ...gathering }, age) => {
		const tables = Map.groupBy(byRelease.get(releaseId ?? '') ?? [], (place) => place.workshopId);
		const groups = [...tables.values()].map((list) => list.map(({ registrationId }) => registrationId));
		return {
			...gathering,
			share: shareOf(age),
			groups: groups.filter(({ length }) => length > 1),
			lost: lost.get(releaseId ?? '') ?? {}
		};
	});
}

type Counted = Awaited<ReturnType<typeof countedFor>>;
const releasesOf = (gatherings: Counted): string[] => gatherings.map(({ releaseId }) => releaseId ?? '');

/**
 * By release and registration of now: how many wishes stood before the best one that somebody got. A wish means every
 * round of its topic. Whoever led a workshop there or took its minutes had no choice, and a substitute no wishes of her own.
 */
async function lostAt(db: Database, gatheringId: string, gatherings: Counted) {
	const rows = await db
		.selectFrom('releasedPlace as place')
		.innerJoin('registration as then', 'then.id', 'place.registrationId')
		.innerJoin('registration as now', 'now.personId', 'then.personId')
		.innerJoin('workshop', 'workshop.id', 'place.workshopId')
		.innerJoin('wish', 'wish.registrationId', 'then.id')
		.innerJoin('workshop as wished', 'wished.id', 'wish.workshopId')
		.leftJoin('registrationWithdrawal', 'registrationWithdrawal.registrationId', 'then.id')
		.leftJoin('substitution', 'substitution.substituteId', 'then.id')
		.where('now.gatheringId', '=', gatheringId)
		.where('planReleaseId', 'in', releasesOf(gatherings))
		.where('registrationWithdrawal.at', 'is', null)
		.where('substitution.at', 'is', null)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('workshop as led')
						.leftJoin('workshopModerator as lead', 'lead.workshopId', 'led.id')
						.whereRef('led.gatheringId', '=', 'then.gatheringId')
						.where((eb) =>
							eb.or([
								eb('lead.personId', '=', eb.ref('then.personId')),
								eb('led.minuteTakerId', '=', eb.ref('then.personId'))
							])
						)
						.select('led.id')
				)
			)
		)
		.select(['planReleaseId', 'now.id as registrationId', 'wish.rank'])
		.select(({ eb }) =>
			eb
				.or([eb('wished.id', '=', eb.ref('workshop.id')), eb('wished.topicId', '=', eb.ref('workshop.topicId'))])
				.as('isGranted')
		)
		.execute();
	const lost = new Map<string, Record<string, number>>();
	for (const [planReleaseId, ofRelease] of Map.groupBy(rows, (row) => row.planReleaseId)) {
		const counts = [...Map.groupBy(ofRelease, (row) => row.registrationId)].map(
			([id, wishes]) => [id, wishesBefore(wishes)] as const
		);
		lost.set(planReleaseId, Object.fromEntries(counts.filter(([, count]) => count > 0)));
	}
	return lost;
}

/** Wishes before the first one that was granted; all of them if none was. A workshop that was taken out left no wish. */
function wishesBefore(wishes: readonly { rank: number; isGranted: unknown }[]): number {
	const granted = wishes.filter(({ isGranted }) => isGranted).map(({ rank }) => rank);
	const best = Math.min(...granted, Infinity);
	return new Set(wishes.map(({ rank }) => rank).filter((rank) => rank < best)).size;
}

/** The counted gatherings, the newest first; cancelled ones brought nobody together. */
function countedFor(db: Database, gatheringId: string) {
	return db
		.selectFrom('gathering as now')
		.innerJoin('gathering as then', 'then.circleId', 'now.circleId')
		.leftJoin('gatheringCancellation', 'gatheringCancellation.gatheringId', 'then.id')
		.where('now.id', '=', gatheringId)
		.where('gatheringCancellation.at', 'is', null)
		.where((eb) =>
			eb.or([
				eb('then.dateOn', '<', eb.ref('now.dateOn')),
				eb.and([eb('then.dateOn', '=', eb.ref('now.dateOn')), eb('then.startTime', '<', eb.ref('now.startTime'))])
			])
		)
		.select((eb) => [
			'then.id',
			'then.title',
			'then.dateOn',
			eb
				.selectFrom('planRelease')
				.whereRef('planRelease.gatheringId', '=', 'then.id')
				.orderBy('number', 'desc')
				.limit(1)
				.select('planRelease.id')
				.as('releaseId')
		])
		.where(({ exists, selectFrom }) =>
			exists(selectFrom('planRelease').whereRef('planRelease.gatheringId', '=', 'then.id').select('planRelease.id'))
		)
		.orderBy('then.dateOn', 'desc')
		.orderBy('then.startTime', 'desc')
		.limit(COUNTED)
		.execute();
}
