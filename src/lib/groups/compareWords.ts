import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { moment } from '#lib/time/wording.ts';
import type { Score } from './engine/contract.ts';
import { capital, mixWords } from './priceWords.ts';
import { wishesChange } from './scoreWords.ts';
import { rankWord } from './whyWords.ts';

/** A stored run as it stands in a choice: when, who, which lot. */
export function runName(run: { at: string; byName: string; seed: number; score: Score; isRepair: boolean }): string {
	const inputs = { at: moment(run.at), name: run.byName, seed: run.seed, mix: figure(run.score.mix) };
	return run.isRepair ? m.groups_compare_repair(inputs) : m.groups_compare_run(inputs);
}

const figure = (value: number) => value.toLocaleString(getLocale(), { maximumFractionDigits: 1 });

/** What the second plan gains and costs against the first, in one sentence. */
export function compareSentence(a: Score, b: Score, changes: number, longest: number): string {
	const text = differenceWords(a, b, longest);
	return `${m.groups_compare_against({ text })} ${m.groups_compare_moves({ count: changes })}`;
}

/** What a plan gains and costs against another: musts, mix, wishes. */
export function differenceWords(a: Score, b: Score, longest: number): string {
	const musts = a.musts - b.musts;
	const parts = [
		musts > 0 ? m.groups_compare_musts_fewer({ count: musts }) : '',
		musts < 0 ? m.groups_compare_musts_more({ count: -musts }) : '',
		mixWords(b.mix - a.mix),
		wishesChange(a.wishes, b.wishes, longest)
	];
	return parts.filter(Boolean).join(', ');
}

/** One figure of both plans. */
export interface FigureRow {
	name: string;
	values: string[];
}

/** The figures of two plans row by row: what is fixed, the mix, wishes by rank. */
export function figureRows(sides: readonly { score: Score; unplaced: number }[], longest: number): FigureRow[] {
	const row = (name: string, read: (side: { score: Score; unplaced: number }) => number): FigureRow => ({
		name,
		values: sides.map((side) => figure(read(side)))
	});
	const ranks = Math.max(...sides.map(({ score }) => score.wishes.length));
	const wishRow = (_: unknown, i: number) =>
		row(
			i < longest ? capital(m.groups_compare_rank({ rank: rankWord(i + 1) })) : m.groups_compare_beyond(),
			({ score }) => score.wishes[i] ?? 0
		);
	return [
		row(m.groups_compare_musts(), ({ score }) => score.musts),
		row(m.groups_compare_unplaced(), ({ unplaced }) => unplaced),
		row(m.groups_compare_mix(), ({ score }) => score.mix),
		...Array.from({ length: Math.min(ranks, longest + 1) }, wishRow)
	];
}
