import type { Trx } from '#lib/db/database.server.ts';
import type { Actor } from '#lib/journal/journal.server.ts';
import { berlinDay } from '#lib/time/berlin.ts';
import type { Announce } from './announce.ts';
import { type Gathering, isOver } from './gathering.ts';

/** Registrations which the last released plan has placed in one of these workshops: only they know of the place. */
export async function registrationsPlacedIn(trx: Trx, gatheringId: string, workshopIds: string[]): Promise<string[]> {
	if (workshopIds.length === 0) return [];
	const rows = await trx
		.selectFrom('releasedPlace')
		.innerJoin('planRelease', 'planRelease.id', 'releasedPlace.planReleaseId')
		.leftJoin('registrationWithdrawal', 'registrationWithdrawal.registrationId', 'releasedPlace.registrationId')
		.where('planRelease.gatheringId', '=', gatheringId)
		.where('planRelease.number', '=', (eb) =>
			eb
				.selectFrom('planRelease as last')
				.where('last.gatheringId', '=', gatheringId)
				.select(({ fn }) => fn.max('last.number').as('number'))
		)
		.where('releasedPlace.workshopId', 'in', workshopIds)
		.where('registrationWithdrawal.registrationId', 'is', null)
		.select('releasedPlace.registrationId')
		.distinct()
		.execute();
	return rows.map((row) => row.registrationId);
}

/** Tells these registrations of a change, unless there is nobody to tell or nothing ahead any more. */
export async function announceTo(
	trx: Trx,
	by: Actor,
	gathering: Gathering,
	registrationIds: string[],
	announce: Announce
): Promise<void> {
	if (registrationIds.length === 0 || gathering.isCancelled || isOver(gathering, berlinDay(by.at))) return;
	await announce(trx, { gatheringId: gathering.id, registrationIds, occasion: 'changed', at: by.at });
}
