import type { Database } from '#lib/db/database.server.ts';
import type { BoardData } from './board.ts';
import { boardDataOf } from './boardData.server.ts';
import { comparePlans, countPeople, sortChanges } from './comparePlans.ts';
import type { LiveRun } from './liveRun.ts';
import { liveRunOf } from './liveRuns.server.ts';
import { draftMarkOf } from './liveWork.server.ts';
import { lastReleaseOf } from './releases.server.ts';
import { repairsFor } from './repairs.server.ts';
import { lastRunOf } from './runs.server.ts';
import { lastStepOf } from './steps.server.ts';
import type { ShownStep } from './stepWords.ts';

/** Everything the page of the groups shows, in a fixed number of queries however many people there are. */
export async function groupsPageOf(db: Database, gatheringId: string, repairIds: readonly string[] = []) {
	const board = await boardDataOf(db, gatheringId);
	const run = await lastRunOf(db, gatheringId, board);
	const step = await lastStepOf(db, gatheringId);
	const shown: ShownStep | undefined = step && {
		id: step.id,
		verb: step.verb,
		registrationId: step.registrationId,
		otherId: step.before.find((one) => one.registrationId !== step.registrationId)?.registrationId ?? null,
		count: step.before.length
	};
	const known = new Set(board.people.map((person) => person.id));
	const released = await releasedOf(db, gatheringId, board);
	const repairs = await repairsFor(db, gatheringId, board, repairIds);
	// Places of those who have left stay stored (a substitute may take one over), but nobody sees them.
	const places = board.places.filter((place) => known.has(place.registrationId));
	return { board: { ...board, places }, run, live: liveNews(gatheringId, board), step: shown, released, repairs };
}

/** The run at work, or the last one as long as it is news; its plan comes with the stream. */
function liveNews(gatheringId: string, board: BoardData): LiveRun | undefined {
	const live = liveRunOf(gatheringId);
	if (!live) return undefined;
	const { plan: _, ...run } = live;
	if (run.state === 'working' || run.state === 'failed') return run;
	return run.verdict?.draft === draftMarkOf(board) ? run : undefined;
}

/** The last release and what differs from it now; people by name also when they have left. */
export async function releasedOf(db: Database, gatheringId: string, board: BoardData) {
	const release = await lastReleaseOf(db, gatheringId);
	if (!release) return undefined;
	const roundOf = new Map(board.workshops.map((workshop) => [workshop.id, workshop.roundId]));
	const known = new Set(board.people.map((person) => person.id));
	const now = board.places.filter((place) => known.has(place.registrationId));
	const changes = comparePlans(release.places, now, (id) => roundOf.get(id));
	const { moved, added, gone } = sortChanges(changes);
	const { number, releasedAt } = release;
	return { number, releasedAt, changes, moved: countPeople(moved), added: countPeople(added), gone: countPeople(gone) };
}
