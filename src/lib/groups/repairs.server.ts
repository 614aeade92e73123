import { type Database, inTransaction } from '#lib/db/database.server.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import type { Actor } from '#lib/journal/journal.server.ts';
import { type BoardData, planOfPlaces } from './board.ts';
import { boardDataOf } from './boardData.server.ts';
import { comparePlans, type PlaceChange } from './comparePlans.ts';
import type { Answer, Plan } from './engine/contract.ts';
import { type HeldPlace, mixProblem } from './mixProblem.ts';
import { ask, type Assign, canPropose, type PlanRefusal } from './plans.server.ts';
import { keepRun, runFor } from './runs.server.ts';

/** What one changed place may cost the mix: nobody else moves · a move must be worth a person · few may move for a little. */
const PRICES = [1000, 1, 0.2];
const SEED = 1;
const ITERATIONS = 400_000;

/**
 * Looks for the smallest changes that give everybody a group and mend broken rules: up to three, fewest moves first.
 * A substitute is thought of in the place of the person she stands in for. Nothing is applied yet.
 * @returns ids of the stored runs
 */
export async function suggestRepairs(
	db: Database,
	by: Actor,
	gathering: Pick<Gathering, 'id'>,
	assign?: Assign
): Promise<string[] | PlanRefusal> {
	const data = await boardDataOf(db, gathering.id);
	const refusal = canPropose(data);
	if (refusal) return refusal;
	const current = planOfPlaces(data, [...(await takenOver(db, gathering.id, data)), ...data.places]);
	const base = mixProblem(
		data,
		data.places.filter((place) => place.isHeld)
	);
	const found = new Map<string, { problem: typeof base; answer: Answer }>();
	for (const price of PRICES) {
		const problem = { ...base, repair: { current, price } };
		const answer = await ask(problem, { seed: SEED, iterations: ITERATIONS }, assign);
		if ('refused' in answer) return answer;
		const key = JSON.stringify([answer.score.musts, answer.score.moves]);
		if (!found.has(key)) found.set(key, { problem, answer });
	}
	const useful = [...found.values()].filter(({ answer }, at, all) =>
		all.every((other, i) => i >= at || isBetter(answer, other.answer))
	);
	return inTransaction(db, async (trx) => {
		const runIds: string[] = [];
		for (const { problem, answer } of useful) runIds.push(await keepRun(trx, by, gathering.id, problem, answer));
		return runIds;
	});
}

/** More moves are only worth showing when they gain something. */
function isBetter(answer: Answer, other: Answer): boolean {
	if (answer.score.musts !== other.score.musts) return answer.score.musts < other.score.musts;
	return answer.score.mix < other.score.mix - 1e-9;
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
	mix: number;
	musts: number;
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
	for (const runId of runIds.slice(0, PRICES.length)) {
		const run = await runFor(db, gatheringId, runId);
		if (!run) continue;
		const places = placesOf(run.answer.plan).filter((place) => known.has(place.registrationId));
		const mine = data.places.filter((place) => places.some((one) => one.registrationId === place.registrationId));
		const changes = comparePlans(mine, places, (id) => roundOf.get(id));
		const { mix, musts } = run.answer.score;
		repairs.push({ runId, changes, mix, musts });
	}
	return repairs;
}

function placesOf(plan: Plan): HeldPlace[] {
	return Object.values(plan).flatMap((round) =>
		Object.entries(round).map(([registrationId, workshopId]) => ({ registrationId, workshopId }))
	);
}
