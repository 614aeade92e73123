import { type Database, inTransaction } from '#lib/db/database.server.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import type { Actor } from '#lib/journal/journal.server.ts';
import { refuse } from '#lib/web/refusal.ts';
import { type BoardData, planOfPlaces } from './board.ts';
import { boardDataOf } from './boardData.server.ts';
import { comparePlans, type PlaceChange } from './comparePlans.ts';
import type { Answer, Plan, Problem, Score } from './engine/contract.ts';
import { type HeldPlace, mixProblem } from './mixProblem.ts';
import { canPropose, isBusy, type PlanRefusal, readable } from './plans.server.ts';
import { frontierInWorker } from './pool.server.ts';
import { keepRun, runFor } from './runs.server.ts';

/** Plans between "move nobody who need not" and "as good as can be again", fewest moves first. */
export type Frontier = (problem: Problem, options: { seed: number }) => Promise<Answer[]>;

const SEED = 1;
/** What may be shown of one look for changes. */
const MOST_SHOWN = 4;

/**
 * Looks for changes that give everybody a group and mend broken rules: three or four, fewest moves first.
 * A substitute is thought of in the place of the person she stands in for. Nothing is applied yet.
 * @returns ids of the stored runs
 */
export async function suggestRepairs(
	db: Database,
	by: Actor,
	gathering: Pick<Gathering, 'id'>,
	frontier: Frontier = frontierInWorker
): Promise<string[] | PlanRefusal> {
	const data = await boardDataOf(db, gathering.id);
	const refusal = canPropose(data);
	if (refusal) return refusal;
	const current = planOfPlaces(data, [...(await takenOver(db, gathering.id, data)), ...data.places]);
	const held = data.places.filter((place) => place.isHeld);
	const problem = readable({ ...mixProblem(data, held), repair: { current, price: 1 } });
	if ('refused' in problem) return problem;
	const answers = await frontier(problem, { seed: SEED }).catch((error: unknown) => {
		if (isBusy(error)) return undefined;
		throw error;
	});
	if (!answers) return refuse('busy');
	return inTransaction(db, async (trx) => {
		const runIds: string[] = [];
		for (const answer of answers) runIds.push(await keepRun(trx, by, gathering.id, problem, answer));
		return runIds;
	});
}

/** Places of people who have withdrawn, for the substitutes who come instead and sit nowhere yet. */
async function takenOver(db: Database, gatheringId: string, data: BoardData): Promise<HeldPlace[]> {
	const rows = await db
		.selectFrom('substitution')
		.innerJoin('registration', 'registration.id', 'substitution.registrationId')
		.where('gatheringId', '=', gatheringId)
		.select(['registration.id as fromId', 'substituteId'])
		.execute();
	const placed = new Set(data.places.map((place) => place.registrationId));
	return rows
		.filter(({ substituteId }) => !placed.has(substituteId))
		.flatMap(({ fromId, substituteId }) =>
			data.places
				.filter((place) => place.registrationId === fromId)
				.map(({ workshopId }) => ({ registrationId: substituteId, workshopId }))
		);
}

/** A suggested change as the page shows it. */
export interface Repair {
	runId: string;
	changes: PlaceChange[];
	score: Score;
	/** No plan is better than this one. */
	isProved: boolean;
}

/** The suggestions to be shown, as differences from the draft of now; what would change nothing is left out. */
export async function repairsFor(
	db: Database,
	gatheringId: string,
	data: BoardData,
	runIds: readonly string[]
): Promise<Repair[]> {
	const roundOf = new Map(data.workshops.map((workshop) => [workshop.id, workshop.roundId]));
	const known = new Set(data.people.map((person) => person.id));
	const repairs: Repair[] = [];
	for (const runId of runIds.slice(0, MOST_SHOWN)) {
		const run = await runFor(db, gatheringId, runId);
		if (!run) continue;
		const places = placesOf(run.answer.plan).filter((place) => known.has(place.registrationId));
		const mine = data.places.filter((place) => places.some((one) => one.registrationId === place.registrationId));
		const changes = comparePlans(mine, places, (id) => roundOf.get(id));
		repairs.push({ runId, changes, score: run.answer.score, isProved: run.answer.proved });
	}
	return repairs;
}

function placesOf(plan: Plan): HeldPlace[] {
	return Object.values(plan).flatMap((round) =>
		Object.entries(round).map(([registrationId, workshopId]) => ({ registrationId, workshopId }))
	);
}
