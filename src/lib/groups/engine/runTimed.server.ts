import type { Answer, Problem } from './contract.ts';
import { halted } from './halt.ts';
import { runEngine, type EngineOptions } from './engine.ts';
import type { Prover, Report } from './prover.ts';
import { proverInThread } from './proverClient.server.ts';

export type TimedOptions = Pick<
	EngineOptions,
	'seed' | 'seconds' | 'iterations' | 'proof' | 'start' | 'onProgress' | 'inputHash'
>;

const now = (): number => performance.now();
/** Seconds of a proof that nobody has limited. */
const PATIENCE = 120;

/**
 * The whole engine with its prover in a second thread, within a ceiling of seconds for all of it together. With `proof`
 * the search gets its usual budget and the proof the rest of the seconds, else, also with a quick one, the search gets all.
 * @param halt one number shared with the caller; not 0 (and a notification) = end soon with the best so far
 */
export async function runTimed(
	problem: Problem,
	options: TimedOptions,
	halt: Int32Array = new Int32Array(new SharedArrayBuffer(4))
): Promise<Answer> {
	const { seconds, proof, ...rest } = options;
	const end = now() + (seconds ?? PATIENCE) * 1000;
	const prover = proverInThread(problem, options.seed, halt);
	const timed = proverUntil(prover, end, halt);
	const isHalted = () => Atomics.load(halt, 0) !== 0 || (seconds !== undefined && now() >= end);
	const budget = proof === true || seconds === undefined ? {} : { seconds };
	try {
		return await runEngine(problem, { ...rest, ...budget, ...(proof ? { proof } : {}), now, isHalted }, timed);
	} finally {
		await timed.end();
	}
}

/** Part of the time that is left to end in good order after the call to halt. */
const ORDERLY = 0.05;

/**
 * A prover that knows nothing more once the time is over, once it is halted, or when its thread breaks down (for want of
 * memory, say): 0 is a bound of every mix, and no plan is named. The plan found so far is worth having all the same.
 */
function proverUntil(prover: Prover, end: number, halt: Int32Array): Prover {
	let isBroken = false;
	const over = Promise.withResolvers<void>();
	const orElse = async <Found>(ask: () => Promise<Found>, unknown: () => Found): Promise<Found> => {
		if (isBroken || Atomics.load(halt, 0) !== 0) return unknown();
		const left = Math.max(0, end - now());
		const timers: NodeJS.Timeout[] = [];
		const after = (part: number) => new Promise<void>((resolve) => timers.push(setTimeout(resolve, left * part)));
		void after(1 - ORDERLY).then(() => halted(halt));
		// Told to end, the prover ends in good order where it can; a relaxation cannot be interrupted.
		const grace = halting(halt).then(() => new Promise<void>((resolve) => timers.push(setTimeout(resolve, 300))));
		const late = Promise.race([after(1), grace]).then(unknown);
		try {
			return await Promise.race([ask(), late, over.promise.then(unknown)]);
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
		guide: (mix) =>
			orElse(
				() => prover.guide(mix),
				() => undefined
			),
		seat: () => orElse(prover.seat, () => null),
		contradiction: () => orElse(prover.contradiction, () => undefined),
		isComplete: prover.isComplete,
		prove(place, onReport, onlyQuick) {
			let last: Report = { proof: { isFeasible: true }, place };
			const ask = () => prover.prove(place, (known) => onReport((last = known)), onlyQuick);
			return orElse(ask, () => last);
		},
		async end() {
			over.resolve();
			await prover.end();
		}
	};
}

/** Resolves once it is told to end. */
async function halting(halt: Int32Array): Promise<void> {
	const waiting = Atomics.waitAsync(halt, 0, 0);
	if (waiting.async) await waiting.value;
}
