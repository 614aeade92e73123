import { type Refusal, refuse } from '#lib/web/refusal.ts';
import type { BoardData } from './board.ts';
import type { Answer, Problem } from './engine/contract.ts';
import { assignInWorker } from './pool.server.ts';
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
	const read = readable(problem);
	if ('refused' in read) return read;
	try {
		return await assign(read, options);
	} catch (error) {
		if (isBusy(error)) return refuse('busy');
		throw error;
	}
}

/** The problem as the engine takes it, or the sentence that says what in it does not go together. */
export function readable(problem: Problem): Problem | PlanRefusal {
	const read = readProblem(problem);
	return 'error' in read ? { refused: 'contradiction', sentence: read.error.sentence } : read.problem;
}

/** More plans wait than the pool takes. */
export function isBusy(error: unknown): boolean {
	return error instanceof Error && /task queue/i.test(error.message);
}
