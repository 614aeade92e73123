import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { type Board, brokenMusts } from './board.ts';
import { joinNames, numberWord } from './boardLabels.ts';
import type { Bound, Contradiction, Score } from './engine/contract.ts';
import { shownWishes } from './wishedRounds.ts';

/** What a proposal proved for people, groups, rules and held places as they are now. */
export interface LastRun {
	at: string;
	seed: number;
	score: Score;
	bound: Bound;
	/** Why the musts cannot all hold. */
	contradiction?: Contradiction;
}

export interface Quality {
	/** "106 Personen in fünf Gruppen." */
	size: string;
	/** How far the mix is from the best possible. */
	mix: string;
	/** How far the wishes are from the best possible; empty when nobody wished or nothing is known. */
	wishes: string;
	/** Broken musts as a sentence; empty when there is none. */
	broken: string;
	/** The first group with a broken must. */
	brokenNumber: number | null;
}

const CLOSE = 1e-6;
/** Places up to which a bound is worth telling. */
const NEAR = 5;

export function qualityOf(board: Board, run: LastRun | undefined): Quality {
	const seated = board.columns.reduce((sum, column) => sum + column.seats.length, 0);
	const musts = brokenMusts(board.score);
	const column = board.columns.find(({ broken }) => broken.some((breach) => breach.must && breach.rule !== 'place'));
	return {
		size: m.groups_quality_size({ count: seated, groups: numberWord(board.columns.length) }),
		mix: mixQuality(board, run),
		wishes: wishQuality(board, run),
		broken:
			musts.length > 0 ? m.groups_quality_broken({ count: musts.length, words: capitalNumber(musts.length) }) : '',
		brokenNumber: column?.workshop.number ?? null
	};
}

function capitalNumber(count: number): string {
	const word = numberWord(count);
	return word.charAt(0).toLocaleUpperCase() + word.slice(1);
}

function mixQuality(board: Board, run: LastRun | undefined): string {
	const bound = mixBound(board, run);
	const { mix } = board.score;
	const uneven = board.score.broken.filter((breach) => !breach.must && breach.rule === 'balance').length;
	if (board.score.musts === 0 && bound !== null) {
		if (mix - bound < CLOSE) return m.groups_quality_best();
		const amount = Math.round((mix - bound) * 10) / 10;
		return m.groups_quality_near({ points: amount.toLocaleString(getLocale()), amount });
	}
	return uneven === 0 ? m.groups_quality_even() : m.groups_quality_uneven({ count: uneven, words: numberWord(uneven) });
}

/** No plan for this very problem has a smaller mix. With wishes first the bound holds only for their profile. */
function mixBound(board: Board, run: LastRun | undefined): number | null {
	if (!run) return null;
	if (board.data.settings.wishes === 'before' && !isSame(run.score.wishes, board.score.wishes)) return null;
	return run.bound.mix === 'optimal' ? run.score.mix : run.bound.mix;
}

function wishQuality(board: Board, run: LastRun | undefined): string {
	const { wishes, mix, musts } = board.score;
	if (board.data.settings.wishes === 'off' || wishes.length === 0) return '';
	const counted = m.groups_quality_wishes({
		first: wishes[0] ?? 0,
		all: shownWishes(board.problem, wishes, board.plan).reduce((sum, count) => sum + count, 0)
	});
	const isComparable =
		run !== undefined &&
		musts === 0 &&
		(board.data.settings.wishes === 'before' || Math.abs(mix - run.score.mix) < CLOSE);
	if (!isComparable || run.bound.wishes === null) return counted;
	const best = run.bound.wishes === 'optimal' ? run.score.wishes : run.bound.wishes;
	const away = placesAway(best, wishes);
	if (away === 0) return m.groups_quality_wishes_best();
	// A bound far away says more about the bound than about the plan.
	return away <= NEAR ? m.groups_quality_wishes_near({ count: away, words: numberWord(away) }) : counted;
}

/** Most places by which a profile falls short of the best one, counted from the first rank down. */
export function placesAway(best: readonly number[], now: readonly number[]): number {
	let [gap, most] = [0, 0];
	for (let rank = 0; rank < Math.max(best.length, now.length); rank++) {
		gap += (best[rank] ?? 0) - (now[rank] ?? 0);
		most = Math.max(most, gap);
	}
	return most;
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
	return a.length === b.length && a.every((count, rank) => count === b[rank]);
}

/** Who sits without a group, at the foot of the board: the desk, the waiting list. */
export function restWords(desk: readonly { name: string }[], waiting: readonly { name: string }[]): string {
	const names = (people: readonly { name: string }[]) => joinNames(people.map(({ name }) => name));
	return [
		desk.length > 0 ? m.groups_rest_desk({ names: names(desk) }) : '',
		waiting.length > 0 ? m.groups_rest_waiting({ names: names(waiting) }) : ''
	]
		.filter(Boolean)
		.join(' ');
}
