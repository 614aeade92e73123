import type { Database, Trx } from '#lib/db/database.server.ts';
import type { Actor } from '#lib/journal/journal.server.ts';

/** What was done to the draft. */
export type StepVerb = 'moved' | 'swapped' | 'exchanged' | 'held' | 'let_go' | 'taken_out' | 'proposed' | 'repaired';

/** The places of one registration before a step; all rounds. */
export interface PlacesBefore {
	registrationId: string;
	places: { workshopId: string; isHeld: 0 | 1 }[];
}

/** One change of the draft, as the page tells it and undo takes it back. */
export interface Step {
	id: number;
	at: string;
	byName: string;
	verb: StepVerb;
	registrationId: string | null;
	runId: string | null;
	before: PlacesBefore[];
}

/** The last change of the draft that can be taken back. */
export async function lastStepOf(db: Database, gatheringId: string): Promise<Step | undefined> {
	const row = await db
		.selectFrom('draftStep')
		.select(['id', 'at', 'byName', 'verb', 'registrationId', 'runId', 'before'])
		.where('gatheringId', '=', gatheringId)
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row && { ...row, verb: row.verb as StepVerb, before: JSON.parse(row.before) as PlacesBefore[] };
}

/** The places of these registrations as they are, for taking a change back. */
export async function placesBefore(trx: Trx, registrationIds: readonly string[]): Promise<PlacesBefore[]> {
	const rows = await trx
		.selectFrom('place')
		.select(['registrationId', 'workshopId', 'isHeld'])
		.where('registrationId', 'in', registrationIds)
		.orderBy('workshopId')
		.execute();
	const byId = Map.groupBy(rows, (row) => row.registrationId);
	return registrationIds.map((registrationId) => ({
		registrationId,
		places: (byId.get(registrationId) ?? []).map(({ workshopId, isHeld }) => ({ workshopId, isHeld }))
	}));
}

/** Writes the places of these registrations anew; places in workshops that are gone are left out. */
export async function replacePlaces(trx: Trx, gatheringId: string, all: readonly PlacesBefore[]): Promise<void> {
	const workshops = await trx.selectFrom('workshop').select('id').where('gatheringId', '=', gatheringId).execute();
	const known = new Set(workshops.map(({ id }) => id));
	const rows = all.flatMap(({ registrationId, places }) =>
		places.filter(({ workshopId }) => known.has(workshopId)).map((place) => ({ registrationId, ...place }))
	);
	await trx
		.deleteFrom('place')
		.where(
			'registrationId',
			'in',
			all.map(({ registrationId }) => registrationId)
		)
		.execute();
	if (rows.length > 0) await trx.insertInto('place').values(rows).execute();
}

export async function addStep(
	trx: Trx,
	by: Actor,
	gatheringId: string,
	step: Pick<Step, 'verb' | 'before'> & { registrationId?: string; runId?: string }
): Promise<void> {
	await trx
		.insertInto('draftStep')
		.values({
			gatheringId,
			at: by.at,
			byName: by.name,
			verb: step.verb,
			registrationId: step.registrationId ?? null,
			runId: step.runId ?? null,
			before: JSON.stringify(step.before)
		})
		.execute();
}
