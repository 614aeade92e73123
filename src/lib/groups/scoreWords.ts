import { m } from '#lib/paraglide/messages.js';
import { rankWord } from './whyWords.ts';
import { numberWord } from './boardLabels.ts';
import type { Problem } from './engine/contract.ts';

/** How many ranks people have named at most; what lies beyond is nobody's wish. */
export function longestOf(problem: Pick<Problem, 'people'>): number {
	return problem.people.reduce((most, { wishes = [] }) => Math.max(most, wishes.length), 0);
}

/** „Wünsche: 58 erste, 14 zweite, 1 außerhalb.“ Empty when nobody wished for anything. */
export function profileWords(wishes: readonly number[], longest: number): string {
	const parts = wishes.slice(0, longest).map((count, i) => m.groups_profile_rank({ count, rank: rankWord(i + 1) }));
	const beyond = wishes.slice(longest).reduce((sum, count) => sum + count, 0);
	if (beyond > 0) parts.push(m.groups_profile_beyond({ count: beyond }));
	return parts.length > 0 ? m.groups_profile({ text: parts.join(', ') }) : '';
}

/**
 * How one profile of wishes differs from another: first at the worst rank that differs, because that decides which is
 * better, then at the first. Empty when they are the same.
 */
export function wishesChange(before: readonly number[], after: readonly number[], longest: number): string {
	const fold = (wishes: readonly number[], rank: number) =>
		rank < longest ? (wishes[rank] ?? 0) : wishes.slice(longest).reduce((sum, count) => sum + count, 0);
	const by = (rank: number) => fold(after, rank) - fold(before, rank);
	const ranks = Array.from({ length: longest + 1 }, (_, rank) => rank).filter((rank) => by(rank) !== 0);
	const told = new Set([ranks.at(-1), ranks[0]].filter((rank) => rank !== undefined));
	return [...told].map((rank) => changeAt(rank, by(rank), longest)).join(', ');
}

function changeAt(rank: number, by: number, longest: number): string {
	const count = Math.abs(by);
	const inputs = { count, words: numberWord(count), rank: rankWord(rank + 1) };
	if (rank >= longest) return by > 0 ? m.groups_change_beyond_more(inputs) : m.groups_change_beyond_fewer(inputs);
	return by > 0 ? m.groups_change_rank_more(inputs) : m.groups_change_rank_fewer(inputs);
}
