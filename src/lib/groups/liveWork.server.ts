import { type Database, inTransaction } from '#lib/db/database.server.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import type { Actor } from '#lib/journal/journal.server.ts';
import { type Refusal, refuse } from '#lib/web/refusal.ts';
import { type BoardData, planOfPlaces } from './board.ts';
import { boardDataOf } from './boardData.server.ts';
import type { Answer, Plan, Problem } from './engine/contract.ts';
import { scorePlan } from './engine/score.ts';
import { fingerprint } from './fingerprint.server.ts';
import type { LiveKind } from './liveRun.ts';
import { mixProblem } from './mixProblem.ts';
import { canPropose, type PlanRefusal, readable } from './plans.server.ts';
import { keepRun, nextSeed, writePlan } from './runs.server.ts';
import { longestOf } from './scoreWords.ts';
import { judge, type LastVerdict, movesBetween } from './verdict.ts';

/** What the engine is asked in a run. */
export interface LiveWork {
	kind: LiveKind;
	problem: Problem;
	seed: number;
	/** The draft at the beginning: a check looks at it. */
	draft: Plan;
}

/** Makes a run ready, or says why there cannot be one. Held places stay. */
export async function prepareWork(
	db: Database,
	gatheringId: string,
	kind: LiveKind
): Promise<LiveWork | PlanRefusal | Refusal<'no_plan'>> {
	const data = await boardDataOf(db, gatheringId);
	const refusal = canPropose(data);
	if (refusal) return refusal;
	const draft = planOfPlaces(data, data.places);
	if (kind === 'prove' && Object.values(draft).every((round) => Object.keys(round).length === 0))
		return refuse('no_plan');
	const problem = readable(mixProblem(data, heldOf(data)));
	if ('refused' in problem) return problem;
	return { kind, problem, seed: await nextSeed(db, gatheringId), draft };
}

const heldOf = (data: BoardData) => data.places.filter((place) => place.isHeld);

/** Makes the plan of a run the draft: run, places and step are written in one transaction. */
export function finishProposal(
	db: Database,
	by: Actor,
	gathering: Pick<Gathering, 'id'>,
	{ problem }: LiveWork,
	answer: Answer
): Promise<string> {
	return inTransaction(db, async (trx) => {
		const data = await boardDataOf(trx, gathering.id);
		const runId = await keepRun(trx, by, gathering.id, problem, answer);
		await writePlan(trx, by, gathering, keepHeld(answer.plan, data), { runId, verb: 'proposed' });
		return runId;
	});
}

/** Who was held while the run worked stays where she is held. */
export function keepHeld(plan: Plan, data: BoardData): Plan {
	const roundOf = new Map(data.workshops.map((workshop) => [workshop.id, workshop.roundId]));
	const kept: Plan = Object.fromEntries(Object.entries(plan).map(([round, places]) => [round, { ...places }]));
	for (const { registrationId, workshopId } of heldOf(data)) {
		const round = kept[roundOf.get(workshopId) ?? ''];
		if (round) round[registrationId] = workshopId;
	}
	return kept;
}

/** Keeps the run of a check and says what it has shown; the draft stays as it is. */
export function finishProof(
	db: Database,
	by: Actor,
	gathering: Pick<Gathering, 'id'>,
	{ problem, draft }: LiveWork,
	answer: Answer
): Promise<LastVerdict> {
	const verdict = judge(problem, draft, answer);
	return inTransaction(db, async (trx) => ({
		...verdict,
		runId: await keepRun(trx, by, gathering.id, problem, answer),
		at: by.at,
		byName: by.name,
		before: plainScore(problem, draft),
		after: answer.score,
		moves: movesBetween(draft, answer.plan),
		longest: longestOf(problem),
		draft: markOf(problem, draft)
	}));
}

function plainScore(problem: Problem, plan: Plan) {
	const { musts, mix, wishes, moves } = scorePlan(problem, plan);
	return { musts, mix, wishes, moves };
}

/** A mark of a draft and of everything that decides about it: the verdict of a check holds as long as it is the same. */
export function draftMarkOf(data: BoardData): string {
	return markOf(mixProblem(data, heldOf(data)), planOfPlaces(data, data.places));
}

function markOf(problem: Problem, draft: Plan): string {
	return fingerprint({ problem, draft });
}
