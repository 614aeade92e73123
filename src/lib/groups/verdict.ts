import type { Answer, Bound, Plan, Problem, Score } from './engine/contract.ts';
import { compareScores, scorePlan } from './engine/score.ts';
import { placesAway } from './qualityWords.ts';

/**
 * What a check has shown of a draft. `best`: no plan is better · `mixBest`: none has a better mix · `near`: none is better
 * than the bound · `open`: no bound was found · `better`: a better plan was found · `broken`: musts are broken.
 */
export interface Verdict {
	kind: 'best' | 'mixBest' | 'near' | 'open' | 'better' | 'broken';
	/** At most so many per cent of the mix could be saved. */
	percent: number | null;
	/** At most so many places short of the best wishes. */
	places: number | null;
}

/** A verdict with the run that gave it and what it speaks of. */
export interface LastVerdict extends Verdict {
	runId: string;
	at: string;
	byName: string;
	/** The draft that was looked at. */
	before: Score;
	after: Score;
	/** How many people would sit elsewhere. */
	moves: number;
	/** Ranks that people have named at most. */
	longest: number;
	/** Mark of the draft that was looked at. */
	draft: string;
}

const CLOSE = 1e-6;

/** Judges a draft by the answer of a run that began with it. */
export function judge(problem: Problem, draft: Plan, answer: Pick<Answer, 'score' | 'bound' | 'proved'>): Verdict {
	const before = scorePlan(problem, draft);
	const none = { percent: null, places: null };
	if (compareScores(problem, answer.score, before) < 0) return { kind: 'better', ...none };
	if (before.musts > 0) return { kind: 'broken', ...none };
	if (answer.proved) return { kind: 'best', percent: 0, places: 0 };
	const places = wishGap(answer.score, answer.bound);
	if (answer.bound.mix === 'optimal') return { kind: 'mixBest', percent: 0, places };
	if (answer.bound.mix === null) return { kind: 'open', percent: null, places };
	if (before.mix - answer.bound.mix < CLOSE) return { kind: 'mixBest', percent: 0, places };
	return { kind: 'near', percent: percentOf(before.mix, answer.bound.mix), places };
}

/** (value − bound) ÷ value in per cent, rounded up to tenths: never promises more than was shown. */
export function percentOf(value: number, bound: number): number {
	const share = value <= bound ? 0 : (value - bound) / value;
	return share === 0 ? 0 : Math.ceil(share * 1000 - CLOSE) / 10;
}

function wishGap(score: Score, bound: Bound): number | null {
	if (bound.wishes === 'optimal') return 0;
	return bound.wishes === null ? null : placesAway(bound.wishes, score.wishes);
}

/** People who sit elsewhere in another plan. */
export function movesBetween(before: Plan, after: Plan): number {
	return Object.entries(after).reduce(
		(sum, [round, places]) =>
			sum + Object.entries(places).filter(([id, group]) => before[round]?.[id] !== group).length,
		0
	);
}
