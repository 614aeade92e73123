import { assignGroups, type AssignOptions } from '#lib/groups/engine/assign.ts';
import type { Answer, Problem } from '#lib/groups/engine/contract.ts';
import { fingerprint } from '#lib/groups/fingerprint.server.ts';

export type WorkerTask = { problem: Problem; options: Pick<AssignOptions, 'seed' | 'iterations' | 'seconds'> };

/** Runs in a thread of its own: plain Node loads this file from its source, so it imports nothing of SvelteKit. */
export default function work({ problem, options }: WorkerTask): Answer {
	const now = () => performance.now();
	return assignGroups(problem, { ...options, now, inputHash: fingerprint(problem) });
}
