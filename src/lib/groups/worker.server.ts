import type { MessagePort } from 'node:worker_threads';
import type { Answer, Problem, Progress } from '#lib/groups/engine/contract.ts';
import { runEngine, type EngineOptions } from '#lib/groups/engine/engine.ts';
import { repairFrontier } from '#lib/groups/engine/frontier.ts';
import { proverInThread } from '#lib/groups/engine/proverClient.server.ts';
import { fingerprint } from '#lib/groups/fingerprint.server.ts';

export type WorkerTask = {
	problem: Problem;
	options: Pick<EngineOptions, 'seed' | 'iterations' | 'seconds' | 'proof' | 'start'>;
	/** Reports go here; not used without it. */
	port?: MessagePort;
	/** One number shared with the caller; not 0 = end soon with the best so far. */
	halt?: Int32Array;
};

/** Runs in a thread of its own: plain Node loads this file from its source, so it imports nothing of SvelteKit. */
export default async function work({ problem, options, port, halt }: WorkerTask): Promise<Answer> {
	const prover = proverInThread(problem, options.seed, halt);
	try {
		return await runEngine(
			problem,
			{
				...options,
				now: () => performance.now(),
				inputHash: fingerprint(problem),
				isHalted: () => halt !== undefined && Atomics.load(halt, 0) !== 0,
				...(port ? { onProgress: (progress: Progress) => port.postMessage(progress) } : {})
			},
			prover
		);
	} finally {
		port?.close();
		await prover.end();
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
