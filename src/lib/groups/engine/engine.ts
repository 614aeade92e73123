import { assignGroups, type AssignOptions } from './assign.ts';
import type { Answer, Plan, Problem, Progress } from './contract.ts';

export type EngineOptions = Omit<AssignOptions, 'onProgress'> & {
	/** Also prove how good the plan is, tier by tier, and better it where the proof finds a better one. */
	proof?: boolean;
	/** A plan to begin with. */
	start?: Plan;
	/** True = end soon with the best so far. */
	isHalted?: () => boolean;
	onProgress?: (progress: Progress) => void;
};

/** The whole engine: search, bounds and, where asked for, proof. */
export async function runEngine(problem: Problem, options: EngineOptions): Promise<Answer> {
	const { onProgress: _, ...rest } = options;
	return assignGroups(problem, rest);
}
