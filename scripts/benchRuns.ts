/** One case of the engine's bench: a problem, solved with several budgets and seeds, beside its targets. */
import type { Answer, Problem } from '#lib/groups/engine/contract.ts';
import type { EngineOptions } from '#lib/groups/engine/engine.ts';
import { median } from './benchFigures.ts';
import { runTimed } from '#lib/groups/engine/runTimed.server.ts';

/** A budget, and what it is to reach. */
export type Step = {
	name: string;
	options: Pick<EngineOptions, 'seconds' | 'iterations' | 'proof'>;
	/** A long step is run with one seed only. */
	once?: boolean;
	target?: string;
	meets?: (seen: Seen) => boolean;
};
export type Outcome = { seed: number; answer: Answer; ms: number; firstMs: number | null };
/** All seeds of one step. `bound` is the best one of the whole case: it holds for every plan of the problem. */
export type Seen = {
	outcomes: Outcome[];
	bound: number | null;
	gap: number | null;
	ms: number;
	firstMs: number | null;
};
export type Row = {
	case: string;
	step: string;
	seeds: string;
	mix: string;
	wishes: string;
	bound: string;
	gap: string;
	ms: string;
	firstMs: string;
	target: string;
	met: boolean | null;
};
export type Case = { name: string; measure: (seeds: number[]) => Promise<Row[]> };

export const now = (): number => performance.now();

export async function runOnce(problem: Problem, options: Step['options'], seed: number): Promise<Outcome> {
	const started = now();
	let firstMs: number | null = null;
	const answer = await runTimed(problem, {
		...options,
		seed,
		onProgress: ({ score }) => {
			if (score.musts === 0) firstMs ??= now() - started;
		}
	});
	const ms = now() - started;
	return { seed, answer, ms, firstMs: firstMs ?? (answer.score.musts === 0 ? ms : null) };
}

/** The part of the mix above the bound. */
export function gapOf(mix: number, bound: number): number {
	return mix <= bound + 1e-7 ? 0 : (mix - bound) / mix;
}

const boundOf = ({ bound, score }: Answer): number | null => (bound.mix === 'optimal' ? score.mix : bound.mix);

/** Runs the steps one after the other; the bound that any of them found serves all. */
export function stepwise(name: string, problem: () => Problem | Promise<Problem>, steps: Step[]): Case {
	const measure = async (seeds: number[]) => {
		const instance = await problem();
		const done: { step: Step; outcomes: Outcome[] }[] = [];
		for (const step of steps) {
			const outcomes: Outcome[] = [];
			for (const seed of step.once ? seeds.slice(0, 1) : seeds)
				outcomes.push(await runOnce(instance, step.options, seed));
			done.push({ step, outcomes });
		}
		const bounds = done.flatMap(({ outcomes }) => outcomes.flatMap(({ answer }) => boundOf(answer) ?? []));
		const bound = bounds.length > 0 ? Math.max(...bounds) : null;
		const isMixed = instance.order[0] !== 'wishes';
		return done.map(({ step, outcomes }) => rowOf(name, step, seenOf(outcomes, bound), isMixed));
	};
	return { name, measure };
}

function seenOf(outcomes: Outcome[], bound: number | null): Seen {
	const firsts = outcomes.flatMap(({ firstMs }) => firstMs ?? []);
	return {
		outcomes,
		bound,
		gap: bound === null ? null : median(outcomes.map(({ answer }) => gapOf(answer.score.mix, bound))),
		ms: median(outcomes.map(({ ms }) => ms)),
		firstMs: firsts.length === outcomes.length ? median(firsts) : null
	};
}

export const percent = (part: number | null): string => (part === null ? '–' : `${(part * 100).toFixed(2)} %`);
export const round = (ms: number | null): string => (ms === null ? '–' : ms.toFixed(0));

function rowOf(name: string, step: Step, seen: Seen, isMixed: boolean): Row {
	const { outcomes, bound } = seen;
	const middle = outcomes.toSorted((a, b) => a.answer.score.mix - b.answer.score.mix)[outcomes.length >> 1]!.answer;
	const { mix, wishes, musts } = middle.score;
	const proved = outcomes.filter(({ answer }) => answer.proved).length;
	const profile = middle.bound.wishes;
	const ofWishes = `wishes ${typeof profile === 'string' ? profile : (profile?.join('/') ?? '–')}`;
	return {
		case: name,
		step: step.name,
		seeds: String(outcomes.length),
		mix: musts > 0 ? `${mix} (${musts} musts broken)` : String(mix),
		wishes: wishes.join('/') || '–',
		bound: `${isMixed ? (bound ?? '–') : ofWishes}${proved > 0 ? ` (proved ${proved} of ${outcomes.length})` : ''}`,
		gap: isMixed ? percent(seen.gap) : '–',
		ms: round(seen.ms),
		firstMs: round(seen.firstMs),
		target: step.target ?? '',
		met: step.meets ? isSound(seen) && step.meets(seen) : null
	};
}

/** A bound above a plan that exists would be a lie, whatever else is reached. */
function isSound({ outcomes, bound }: Seen): boolean {
	return bound === null || outcomes.every(({ answer }) => answer.score.musts > 0 || bound <= answer.score.mix + 1e-6);
}
