import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { numberWord } from './boardLabels.ts';
import type { Problem, Score } from './engine/contract.ts';
import type { LiveRun } from './liveRun.ts';
import { differenceWords } from './compareWords.ts';
import { capital } from './priceWords.ts';
import { longestOf, profileWords } from './scoreWords.ts';
import { type LastVerdict, percentOf } from './verdict.ts';
import { shownWishes } from './wishedRounds.ts';

const PHASES: Record<LiveRun['phase'], () => string> = {
	search: m.groups_live_search,
	bound: m.groups_live_bound,
	proof: m.groups_live_proof
};

/** What the run is doing: „Sucht bessere Gruppen …“ */
export function phaseWords({ phase, isHalted }: Pick<LiveRun, 'phase' | 'isHalted'>): string {
	return isHalted ? m.groups_live_halting() : PHASES[phase]();
}

/** „3 von höchstens 5 Sekunden“ */
export function timeWords(milliseconds: number, seconds: number): string {
	return m.groups_live_time({ count: Math.min(seconds, Math.floor(milliseconds / 1000)), all: seconds });
}

/** What the best plan so far is worth, and how far it can be from the best there is. */
export function standWords({ score, bound }: Pick<LiveRun, 'score' | 'bound'>, problem: Problem): string[] {
	if (!score) return [];
	const wishes = profileWords(shownWishes(problem, score.wishes), longestOf(problem));
	const musts =
		score.musts > 0 ? [m.groups_live_musts({ count: score.musts, words: capital(numberWord(score.musts)) })] : [];
	return [...musts, mixStand(score, bound.mix), wishes].filter(Boolean);
}

function mixStand(score: Score, bound: number | 'optimal' | null): string {
	const count = score.mix.toLocaleString(getLocale(), { maximumFractionDigits: 1 });
	const mix = m.groups_live_mix({ count, amount: score.mix });
	if (score.musts > 0 || bound === null) return `${mix} ${m.groups_live_unknown()}`;
	const percent = bound === 'optimal' ? 0 : percentOf(score.mix, bound);
	return `${mix} ${percent <= 0 ? m.groups_live_reached() : m.groups_live_gap({ percent: percentText(percent) })}`;
}

function percentText(percent: number): string {
	return percent.toLocaleString(getLocale(), { maximumFractionDigits: percent < 10 ? 1 : 0 });
}

/** What a check has shown, in plain words: first how good the draft is, then what stays open. */
export function verdictWords(verdict: LastVerdict): string[] {
	const { kind, percent, places } = verdict;
	if (kind === 'better') return [m.groups_verdict_better(), betterWords(verdict)];
	if (kind === 'broken') return [m.groups_verdict_broken()];
	if (kind === 'best') return [m.groups_verdict_best()];
	const wishes = places === null ? m.groups_verdict_wishes_open() : placesWords(places);
	if (kind === 'mixBest') return [m.groups_verdict_mix_best(), wishes];
	if (kind === 'open') return [m.groups_verdict_open()];
	return [m.groups_verdict_near({ percent: percentText(percent ?? 0) })];
}

function placesWords(places: number): string {
	return places === 0 ? '' : m.groups_verdict_wishes_near({ count: places, words: numberWord(places) });
}

/** What a better plan would bring, and how many people it would move. */
function betterWords({ before, after, moves, longest }: LastVerdict): string {
	const gain = m.groups_price_sentence({ text: capital(differenceWords(before, after, longest)) });
	return `${gain} ${m.groups_verdict_moves({ count: moves })}`;
}
