import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { Piscina } from 'piscina';
import type { Answer, Problem } from './engine/contract.ts';
import type { WorkerTask } from './worker.server.ts';

let pool: Piscina<WorkerTask, Answer> | undefined;

/** Threads start with the first plan and end when idle; in development at once, so that an edit is seen. */
function startPool(): Piscina<WorkerTask, Answer> {
	return new Piscina<WorkerTask, Answer>({
		filename: resolve(process.env.APP_ROOT ?? process.cwd(), 'src/lib/groups/worker.server.ts'),
		minThreads: 0,
		maxThreads: Math.max(1, availableParallelism() - 1),
		maxQueue: 32,
		idleTimeout: process.env.NODE_ENV === 'production' ? 30_000 : 0,
		resourceLimits: { maxOldGenerationSizeMb: 512 }
	});
}

/**
 * Proposes a plan in a thread of its own. `problem` must have passed `readProblem`.
 * @param options seed, budget in iterations or seconds, and a signal that ends the work
 * @throws when the signal ends it or more than 32 plans are waiting
 */
export function assignInWorker(
	problem: Problem,
	{ signal, ...options }: WorkerTask['options'] & { signal?: AbortSignal }
): Promise<Answer> {
	pool ??= startPool();
	return pool.run({ problem, options }, signal ? { signal } : {});
}

/** Ends all threads; the next plan starts new ones. */
export async function closePool(): Promise<void> {
	await pool?.destroy();
	pool = undefined;
}
