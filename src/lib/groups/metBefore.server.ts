import type { Database } from '#lib/db/database.server.ts';
import { lostWishesOf } from './lostWishes.server.ts';
import { type EarlierGathering, shareOf } from './mixRounds.ts';

/** So many earlier gatherings of the circle count; what is longer ago is forgotten. */
const COUNTED = 3;

/**
 * The newest earlier gatherings of the same circle whose groups have been released, with those of their people who take
 * part in this one. Three queries by index; they read as much as these gatherings are large, however old the circle is.
 */
export async function earlierOf(db: Database, gatheringId: string): Promise<EarlierGathering[]> {
	const gatherings = await countedFor(db, gatheringId);
	const releaseIds = gatherings.map(({ releaseId }) => releaseId ?? '');
	const lost = await lostWishesOf(db, gatheringId, releaseIds);
	const places = await db
		.selectFrom('releasedPlace')
		.innerJoin('registration as then', 'then.id', 'releasedPlace.registrationId')
		.innerJoin('registration as now', 'now.personId', 'then.personId')
		.leftJoin('registrationWithdrawal', 'registrationWithdrawal.registrationId', 'then.id')
		.where('now.gatheringId', '=', gatheringId)
		.where('registrationWithdrawal.at', 'is', null)
		.where('planReleaseId', 'in', releaseIds)
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
