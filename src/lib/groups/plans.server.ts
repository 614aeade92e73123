import { type Database, inTransaction } from '#lib/db/database.server.ts';
import type { Gathering } from '#lib/gatherings/gathering.ts';
import type { Actor } from '#lib/journal/journal.server.ts';
import { type Refusal, refuse } from '#lib/web/refusal.ts';
import type { BoardData } from './board.ts';
import { boardDataOf } from './boardData.server.ts';
import type { Answer, Problem } from './engine/contract.ts';
import { mixProblem } from './mixProblem.ts';
import { assignInWorker } from './pool.server.ts';
import { keepRun, nextSeed, writePlan } from './runs.server.ts';
import { readProblem } from './engine/validate.ts';

/** `contradiction` carries the sentence that says what does not go together. */
export type PlanRefusal =
	Refusal<'no_workshops' | 'nobody' | 'busy'> | (Refusal<'contradiction'> & { sentence: string });

export type Assign = (problem: Problem, options: { seed: number; iterations?: number }) => Promise<Answer>;

/** What stops a proposal before it begins. */
export function canPropose(
	data: Pick<BoardData, 'workshops' | 'people'>
): Refusal<'no_workshops' | 'nobody'> | undefined {
	if (data.workshops.length === 0) return refuse('no_workshops');
	return data.people.length === 0 ? refuse('nobody') : undefined;
}

/** Asks the engine; a full queue and a contradiction are expected, everything else is thrown. */
export async function ask(
	problem: Problem,
	options: { seed: number; iterations?: number },
	assign: Assign = assignInWorker
): Promise<Answer | PlanRefusal> {
	const read = readProblem(problem);
	if ('error' in read) return { refused: 'contradiction', sentence: read.error.sentence };
	try {
		return await assign(read.problem, options);
	} catch (error) {
		if (error instanceof Error && /queue|limit/i.test(error.message)) return refuse('busy');
		throw error;
	}
}

/**
 * Proposes a plan and makes it the draft. The engine works outside of any transaction; run, places and step are written in one.
 * @param keepHeld held places stay; the others are mixed anew
 * @returns the id of the stored run
 */
export async function proposePlan(
	db: Database,
	by: Actor,
	gathering: Pick<Gathering, 'id'>,
	{ seed, keepHeld = true }: { seed?: number; keepHeld?: boolean } = {},
	assign?: Assign
): Promise<{ runId: string } | PlanRefusal> {
	const data = await boardDataOf(db, gathering.id);
	const refusal = canPropose(data);
	if (refusal) return refusal;
	const problem = mixProblem(data, keepHeld ? data.places.filter((place) => place.isHeld) : []);
	const answer = await ask(problem, { seed: seed ?? (await nextSeed(db, gathering.id)) }, assign);
	if ('refused' in answer) return answer;
	return inTransaction(db, async (trx) => {
		const runId = await keepRun(trx, by, gathering.id, problem, answer);
		await writePlan(trx, by, gathering, answer.plan, { runId, verb: 'proposed' });
		return { runId };
	});
}
