import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { Answer, Problem, Progress } from './engine/contract.ts';
import { halted } from './engine/halt.ts';
import type { WorkerTask } from './worker.server.ts';

let pool: Piscina<WorkerTask, Answer> | undefined;

/** Threads start with the first plan and end when idle; in development at once, so that an edit is seen. */
function startPool(): Piscina<WorkerTask, Answer> {
	return new Piscina<WorkerTask, Answer>({
		filename: resolve(process.env.APP_ROOT ?? process.cwd(), 'src/lib/groups/worker.server.ts'),
		minThreads: 0,
		maxThreads: Math.max(1, availableParallelism() - 1),
		maxQueue: 32,
		idleTimeout: process.env.NODE_ENV === 'production' ? 300_000 : 0,
		resourceLimits: { maxOldGenerationSizeMb: 1024 }
	});
}

/** A run at work: its answer, and a way to end it early with the best plan so far. */
export type Running = { answer: Promise<Answer>; halt: () => void };

/**
 * Starts a run in a thread of its own. `problem` must have passed `readProblem`.
 * @param options seed; budget in iterations or seconds; `proof` to prove the plan as well; `start` a plan to begin with
 * @param onProgress called about four times a second while the run works
 * @returns at once; `answer` rejects when more than 32 plans are waiting
 */
export function startEngine(
	problem: Problem,
	options: WorkerTask['options'],
	onProgress?: (progress: Progress) => void
): Running {
	pool ??= startPool();
	const halt = new Int32Array(new SharedArrayBuffer(4));
	const stop = () => halted(halt);
	if (!onProgress) return { answer: pool.run({ problem, options, halt }), halt: stop };
	const { port1, port2 } = new MessageChannel();
	port1.on('message', onProgress);
	const answer = pool.run({ problem, options, halt, port: port2 }, { transferList: [port2] });
	return { answer: answer.finally(() => port1.close()), halt: stop };
}

/** Wakes a thread, so that the first plan does not have to wait for one. */
export function wakePool(): void {
	pool ??= startPool();
	if (pool.threads.length === 0) void pool.run(null as never, { name: 'wake' }).catch(() => undefined);
}

/** Starts a run and waits for its answer. */
export function assignInWorker(problem: Problem, options: WorkerTask['options']): Promise<Answer> {
	return startEngine(problem, options).answer;
}

/**
 * Three or four plans from "move nobody who need not" to "as good as can be again", fewest moves first.
 * `problem.repair.current` is the plan as it is.
 */
export function frontierInWorker(problem: Problem, options: WorkerTask['options']): Promise<Answer[]> {
	pool ??= startPool();
	return pool.run({ problem, options }, { name: 'frontier' }) as unknown as Promise<Answer[]>;
}

/** Ends all threads; the next plan starts new ones. */
export async function closePool(): Promise<void> {
	await pool?.destroy();
	pool = undefined;
}
