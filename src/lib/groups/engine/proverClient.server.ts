import { Worker } from 'node:worker_threads';
import type { Contradiction, Problem } from './contract.ts';
import type { Prover, Relaxed, Report } from './prover.ts';
import type { Question, Reply, ThreadTask } from './proverThread.server.ts';

type Waiting = {
	resolve: (answer: unknown) => void;
	reject: (error: unknown) => void;
	onReport?: (report: Report) => void;
};

/**
 * A prover in a thread of its own, so that it works beside the search. The thread begins with the first question: loading
 * it would hold up the first plan. `halt`: not 0 = end soon.
 */
export function proverInThread(problem: Problem, seed: number, halt?: Int32Array): Prover {
	const complete = new Int32Array(new SharedArrayBuffer(4));
	const waiting = new Map<number, Waiting>();
	let worker: Worker | undefined;
	let count = 0;
	function begin(): Worker {
		const workerData: ThreadTask = { problem, seed, complete, ...(halt ? { halt } : {}) };
		const thread = new Worker(new URL('./proverThread.server.ts', import.meta.url), { workerData });
		thread.on('message', (reply: Reply) => {
			const asked = waiting.get(reply.id);
			if ('report' in reply) asked?.onReport?.(reply.report);
			else {
				waiting.delete(reply.id);
				if (waiting.size === 0) thread.unref();
				asked?.resolve(reply.answer);
			}
		});
		thread.on('error', (error) => {
			for (const asked of waiting.values()) asked.reject(error);
			waiting.clear();
		});
		return thread;
	}
	type Ask = Question extends infer One ? (One extends Question ? Omit<One, 'id'> : never) : never;
	const ask = <Answer>(question: Ask, onReport?: (report: Report) => void) =>
		new Promise<Answer>((resolve, reject) => {
			const id = ++count;
			waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, ...(onReport ? { onReport } : {}) });
			worker ??= begin();
			worker.ref();
			worker.postMessage({ id, ...question });
		});
	return {
		relax: () => ask<Relaxed | undefined>({ ask: 'relax' }),
		guide: (mix) => ask<Int32Array | undefined>({ ask: 'guide', mix }),
		seat: () => ask<Int32Array | undefined | null>({ ask: 'seat' }),
		contradiction: () => ask<Contradiction | undefined>({ ask: 'contradiction' }),
		prove: (place, onReport, onlyQuick = false) => ask<Report>({ ask: 'prove', place, onlyQuick }, onReport),
		isComplete: () => Atomics.load(complete, 0) !== 0,
		// An answer that comes while it ends would let go of the thread, and nobody would wait for its end.
		end: async () => void (await worker?.removeAllListeners('message').terminate())
	};
}
