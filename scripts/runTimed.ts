/** The whole engine with its prover in a second thread, within a ceiling of seconds for all of it together. */
import type { Answer, Problem } from '#lib/groups/engine/contract.ts';
import { runEngine, type EngineOptions } from '#lib/groups/engine/engine.ts';
import type { Prover } from '#lib/groups/engine/prover.ts';
import { proverInThread } from '#lib/groups/engine/proverClient.server.ts';

export type TimedOptions = Pick<
	EngineOptions,
	'seed' | 'seconds' | 'iterations' | 'proof' | 'onProgress' | 'inputHash'
>;

const now = (): number => performance.now();

/** With `proof` the search gets its usual budget and the proof the rest of the seconds, else the search gets all. */
export async function runTimed(problem: Problem, options: TimedOptions): Promise<Answer> {
	const { seconds, proof, ...rest } = options;
	const halt = new Int32Array(new SharedArrayBuffer(4));
	const end = now() + (seconds ?? Infinity) * 1000;
	const prover = proverInThread(problem, options.seed, halt);
	const timed = seconds === undefined ? prover : proverUntil(prover, end, () => void Atomics.store(halt, 0, 1));
	const budget = proof ? { proof, isHalted: () => now() >= end } : seconds === undefined ? {} : { seconds };
	try {
		return await runEngine(problem, { ...rest, ...budget, now }, timed);
	} finally {
		await prover.end();
	}
}

/** Part of the time that is left to end in good order after the call to halt. */
const ORDERLY = 0.05;

/** A prover that knows nothing more once the time is over: 0 is a bound of every mix, and no plan is named. */
function proverUntil(prover: Prover, end: number, halt: () => void): Prover {
	const orElse = async <Found>(asked: Promise<Found>, unknown: Found): Promise<Found> => {
		const left = Math.max(0, end - now());
		const timers = [setTimeout(halt, left * (1 - ORDERLY))];
		const late = new Promise<Found>((resolve) => timers.push(setTimeout(resolve, left, unknown)));
		try {
			return await Promise.race([asked, late]);
		} finally {
			for (const timer of timers) clearTimeout(timer);
		}
	};
	return {
		relax: () => orElse(prover.relax(), { bound: 0 }),
		seat: () => orElse(prover.seat(), null),
		contradiction: () => orElse(prover.contradiction(), undefined),
		prove: (place, onReport) => {
			let last = { proof: { isFeasible: true }, place };
			const report = prover.prove(place, (known) => onReport((last = known)));
			return orElse(report, last).then((found) => (found.place === place ? last : found));
		},
		end: () => prover.end()
	};
}
