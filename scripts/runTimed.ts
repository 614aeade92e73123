/** The whole engine with its prover in a second thread, within a ceiling of seconds for all of it together. */
import type { Answer, Problem } from '#lib/groups/engine/contract.ts';
import { runEngine, type EngineOptions } from '#lib/groups/engine/engine.ts';
import type { Prover, Report } from '#lib/groups/engine/prover.ts';
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
	const timed = proverUntil(prover, end, () => void Atomics.store(halt, 0, 1));
	const budget = proof ? { proof, isHalted: () => now() >= end } : seconds === undefined ? {} : { seconds };
	try {
		return await runEngine(problem, { ...rest, ...budget, now }, timed);
	} finally {
		await prover.end();
	}
}

/** Part of the time that is left to end in good order after the call to halt. */
const ORDERLY = 0.05;

/**
 * A prover that knows nothing more once the time is over, or when its thread breaks down (for want of memory, say): 0 is
 * a bound of every mix, and no plan is named. The plan found so far is worth having all the same.
 */
function proverUntil(prover: Prover, end: number, halt: () => void): Prover {
	let isBroken = false;
	const orElse = async <Found>(ask: () => Promise<Found>, unknown: () => Found): Promise<Found> => {
		if (isBroken) return unknown();
		const timers: NodeJS.Timeout[] = [];
		const left = Math.max(0, end - now());
		const late = new Promise<Found>((resolve) => {
			if (left === Infinity) return;
			timers.push(
				setTimeout(halt, left * (1 - ORDERLY)),
				setTimeout(() => resolve(unknown()), left)
			);
		});
		try {
			return await Promise.race([ask(), late]);
		} catch (error) {
			isBroken = true;
			process.stderr.write(`the prover broke down: ${String(error)}\n`);
			return unknown();
		} finally {
			for (const timer of timers) clearTimeout(timer);
		}
	};
	return {
		relax: () => orElse(prover.relax, () => ({ bound: 0 })),
		seat: () => orElse(prover.seat, () => null),
		contradiction: () => orElse(prover.contradiction, () => undefined),
		prove(place, onReport) {
			let last: Report = { proof: { isFeasible: true }, place };
			const ask = () => prover.prove(place, (known) => onReport((last = known)));
			return orElse(ask, () => last);
		},
		end: prover.end
	};
}
