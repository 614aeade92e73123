import { sql } from 'kysely';
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
 * round of its topic; who led a workshop or took its minutes there did not choose it.
 */
async function lostAt(db: Database, gatheringId: string, gatherings: Counted) {
	const rows = await db
		.selectFrom('releasedPlace as place')
		.innerJoin('registration as then', 'then.id', 'place.registrationId')
		.innerJoin('registration as now', 'now.personId', 'then.personId')
		.innerJoin('workshop', 'workshop.id', 'place.workshopId')
		.innerJoin('wish', 'wish.registrationId', 'then.id')
		.innerJoin('workshop as wished', 'wished.id', 'wish.workshopId')
		.leftJoin('workshopModerator as lead', (join) =>
			join.onRef('lead.workshopId', '=', 'workshop.id').onRef('lead.personId', '=', 'then.personId')
		)
		.leftJoin('registrationWithdrawal', 'registrationWithdrawal.registrationId', 'then.id')
		.where('registrationWithdrawal.at', 'is', null)
		.where('now.gatheringId', '=', gatheringId)
		.where('planReleaseId', 'in', releasesOf(gatherings))
		.where('lead.personId', 'is', null)
		.where((eb) =>
			eb.or([eb('workshop.minuteTakerId', 'is', null), eb('workshop.minuteTakerId', '!=', eb.ref('then.personId'))])
		)
		.groupBy(['planReleaseId', 'now.id'])
		.select(({ fn }) => [
			'planReleaseId',
			'now.id as registrationId',
			sql<number>`min(case when wished.id = workshop.id or wished.topic_id = workshop.topic_id then rank end)`.as(
				'best'
			),
			fn.max('rank').as('last')
		])
		.execute();
	const lost = new Map<string, Record<string, number>>();
	for (const { planReleaseId, registrationId, best, last } of rows) {
		// Without any of her wishes all of them are lost.
		const count = best === null ? last : best - 1;
		if (count > 0) lost.set(planReleaseId, { ...lost.get(planReleaseId), [registrationId]: count });
	}
	return lost;
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
