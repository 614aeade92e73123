import type { Database } from '#lib/db/database.server.ts';

/**
 * By release and registration of this gathering: how many wishes stood before the best one that somebody got there, only
 * where it is not 0. A wish means every round of its topic. Whoever led a workshop there or took its minutes had no choice,
 * and a substitute no wishes of her own. One query by index.
 */
export async function lostWishesOf(
	db: Database,
	gatheringId: string,
	releaseIds: readonly string[]
): Promise<Map<string, Record<string, number>>> {
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
		.where('planReleaseId', 'in', releaseIds)
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
