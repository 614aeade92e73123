import { type Refusal, refuse } from '#lib/web/refusal.ts';
import type { BoardData } from './board.ts';
import type { Problem } from './engine/contract.ts';
import { readProblem } from './engine/validate.ts';

/** `contradiction` carries the sentence that says what does not go together. */
export type PlanRefusal =
	Refusal<'no_workshops' | 'nobody' | 'busy'> | (Refusal<'contradiction'> & { sentence: string });

/** What stops a proposal before it begins. */
export function canPropose(
	data: Pick<BoardData, 'workshops' | 'people'>
): Refusal<'no_workshops' | 'nobody'> | undefined {
	if (data.workshops.length === 0) return refuse('no_workshops');
	return data.people.length === 0 ? refuse('nobody') : undefined;
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
