import { sql } from 'kysely';
import type { Database } from '#lib/db/database.server.ts';
import type { SideLetter } from '#lib/people/side.ts';
import { type BoardData, layBoard, type Place, placesOfPlan } from './board.ts';
import { boardDataOf } from './boardData.server.ts';
import { comparePlans, type PlaceChange } from './comparePlans.ts';
import type { Score } from './engine/contract.ts';
import { runFor } from './runs.server.ts';
import { longestOf } from './scoreWords.ts';
import { shownWishes } from './wishedRounds.ts';

/** A stored run in the choice. */
export interface ListedRun {
	id: string;
	at: string;
	byName: string;
	seed: number;
	score: Score;
	isRepair: boolean;
}

/** One of the two plans, measured by the people and rules of now. */
export interface ComparedSide {
	/** null: the draft as it is. */
	runId: string | null;
	score: Score;
	/** People without a place in some round. */
	unplaced: number;
	/** Counts of the sides by workshop. */
	counts: Record<string, Record<SideLetter, number>>;
}

export interface Comparison {
	sides: [ComparedSide, ComparedSide];
	/** Who sits elsewhere, from the first plan to the second. */
	changes: PlaceChange[];
	longest: number;
}

/** The draft instead of a run. */
export const NOW = 'now';
const MOST_RUNS = 30;

/** The runs of a gathering, newest first. */
async function runsOf(db: Database, gatheringId: string): Promise<ListedRun[]> {
	const rows = await db
		.selectFrom('planRun')
		.where('gatheringId', '=', gatheringId)
		.select(['id', 'at', 'byName', 'seed'])
		.select(sql<string>`answer -> '$.score'`.as('score'))
		.select(sql<number>`problem -> '$.repair' is not null`.as('isRepair'))
		.orderBy('at', 'desc')
		.orderBy('id')
		.limit(MOST_RUNS)
		.execute();
	return rows.map((row) => ({ ...row, score: JSON.parse(row.score) as Score, isRepair: row.isRepair === 1 }));
}

/** Two plans side by side and the runs to choose from; without a choice the draft beside the newest run. */
export async function comparePageOf(db: Database, gatheringId: string, wanted: { a: string | null; b: string | null }) {
	const data = await boardDataOf(db, gatheringId);
	const runs = await runsOf(db, gatheringId);
	const chosen = { a: wanted.a ?? NOW, b: wanted.b ?? runs[0]?.id ?? NOW };
	const [a, b] = [await placesFor(db, gatheringId, data, chosen.a), await placesFor(db, gatheringId, data, chosen.b)];
	const comparison = a && b && chosen.a !== chosen.b ? compare(data, chosen, a, b) : undefined;
	const concerned = new Set(comparison?.changes.map((change) => change.registrationId));
	const people = data.people.filter((person) => concerned.has(person.id));
	return { runs, chosen, people, workshops: data.workshops, comparison };
}

/** The places of a run or of the draft; undefined when there is no such run. Who has left is left out. */
async function placesFor(db: Database, gatheringId: string, data: BoardData, id: string): Promise<Place[] | undefined> {
	const known = new Set(data.people.map((person) => person.id));
	const run = id === NOW ? undefined : await runFor(db, gatheringId, id);
	if (id !== NOW && !run) return undefined;
	const places = run ? placesOfPlan(run.answer.plan, data.places) : data.places;
	return places.filter((place) => known.has(place.registrationId));
}

function compare(data: BoardData, chosen: { a: string; b: string }, a: Place[], b: Place[]): Comparison {
	const roundOf = new Map(data.workshops.map((workshop) => [workshop.id, workshop.roundId]));
	return {
		sides: [sideOf(data, chosen.a, a), sideOf(data, chosen.b, b)],
		changes: comparePlans(a, b, (id) => roundOf.get(id)),
		longest: longestOf(data)
	};
}

function sideOf(data: BoardData, id: string, places: Place[]): ComparedSide {
	const rounds = [...new Set(data.workshops.map((workshop) => workshop.roundId))];
	const boards = rounds.map((roundId) => layBoard({ ...data, places }, roundId));
	const columns = boards.flatMap((board) => board.columns);
	const [first] = boards;
	const { musts = 0, mix = 0, moves = 0 } = first?.score ?? {};
	const wishes = first ? shownWishes(first.problem, first.score.wishes, first.plan) : [];
	return {
		runId: id === NOW ? null : id,
		score: { musts, mix, wishes, moves },
		unplaced: new Set(boards.flatMap((board) => board.unplaced.map((person) => person.id))).size,
		counts: Object.fromEntries(columns.map(({ workshop, counts }) => [workshop.id, counts]))
	};
}
