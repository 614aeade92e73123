import type { Database } from '#lib/db/database.server.ts';
import type { GroupsState } from '#lib/gatherings/stations.ts';
import { brokenMusts, planOfPlaces } from './board.ts';
import { boardDataOf } from './boardData.server.ts';
import { comparePlans } from './comparePlans.ts';
import { mixProblem } from './mixProblem.ts';
import { lastReleaseOf } from './releases.server.ts';
import { scorePlan } from './engine/score.ts';

/** What the gathering's page says of its groups; a fixed number of queries. */
export async function groupsState(db: Database, gatheringId: string): Promise<GroupsState> {
	const data = await boardDataOf(db, gatheringId);
	const released = await lastReleaseOf(db, gatheringId);
	const plan = planOfPlaces(data, data.places);
	const known = new Set(data.people.map((person) => person.id));
	const places = data.places.filter((place) => known.has(place.registrationId));
	const placed = new Set(places.map((place) => place.registrationId)).size;
	const isBegun = placed > 0;
	const roundOf = new Map(data.workshops.map((workshop) => [workshop.id, workshop.roundId]));
	const changes = comparePlans(released?.places ?? [], places, (id) => roundOf.get(id));
	return {
		placed,
		unplaced: data.workshops.length > 0 ? data.people.length - placed : 0,
		brokenMusts: isBegun ? brokenMusts(scorePlan(mixProblem(data), plan)).length : 0,
		releasedNumber: released?.number ?? null,
		differsFromRelease: released !== undefined && changes.length > 0
	};
}
