import type { Database } from '#lib/db/database.server.ts';
import { boardDataOf } from './boardData.server.ts';
import { releasedOf } from './groupsPage.server.ts';
import { namesOf } from './releaseLists.server.ts';
import { brokenSentences, draftMark, releasesOf } from './releases.server.ts';
import { changeWords } from './stepWords.ts';

/** What the page before a release shows: what is new, what is broken, what has been released. A fixed number of queries. */
export async function releasePageOf(db: Database, gatheringId: string) {
	const board = await boardDataOf(db, gatheringId);
	const released = await releasedOf(db, gatheringId, board);
	const changes = released?.changes ?? [];
	const names = await namesOf(
		db,
		gatheringId,
		changes.map((change) => change.registrationId)
	);
	const releases = await releasesOf(db, gatheringId);
	const known = new Set(board.people.map((person) => person.id));
	const placed = new Set(board.places.map((place) => place.registrationId).filter((id) => known.has(id))).size;
	return {
		placed,
		groups: board.workshops.length,
		rounds: new Set(board.workshops.map((workshop) => workshop.roundId)).size,
		number: (releases[0]?.number ?? 0) + 1,
		since: releases[0]?.number,
		changes: [...new Set(changes.map((change) => changeWords(change, board, names[change.registrationId])))].sort(),
		broken: placed > 0 ? brokenSentences(board) : [],
		releases,
		draft: draftMark(board)
	};
}
