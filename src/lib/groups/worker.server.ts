import type { MessagePort } from 'node:worker_threads';
import type { Answer, Problem, Progress } from '#lib/groups/engine/contract.ts';
import { repairFrontier } from '#lib/groups/engine/frontier.ts';
import { runTimed, type TimedOptions } from '#lib/groups/engine/runTimed.server.ts';
import { fingerprint } from '#lib/groups/fingerprint.server.ts';

export type WorkerTask = {
	problem: Problem;
	options: Pick<TimedOptions, 'seed' | 'iterations' | 'seconds' | 'proof' | 'start'>;
	/** Reports go here; not used without it. */
	port?: MessagePort;
	/** One number shared with the caller; not 0 = end soon with the best so far. */
	halt?: Int32Array;
};

/** Runs in a thread of its own: plain Node loads this file from its source, so it imports nothing of SvelteKit. */
export default async function work({ problem, options, port, halt }: WorkerTask): Promise<Answer> {
	const onProgress = port && ((progress: Progress) => port.postMessage(progress));
	const inputHash = fingerprint(problem);
	try {
		return await runTimed(problem, { ...options, inputHash, ...(onProgress ? { onProgress } : {}) }, halt);
	} finally {
		port?.close();
	}
}

/** The plans between "move nobody" and "best again". */
export function frontier({ problem, options, halt }: Omit<WorkerTask, 'port'>): Answer[] {
	return repairFrontier(problem, {
		...options,
		now: () => performance.now(),
		inputHash: fingerprint(problem),
		isHalted: () => halt !== undefined && Atomics.load(halt, 0) !== 0
	});
}

/** Does nothing: by then the thread has loaded the engine. */
export function wake(): void {}
