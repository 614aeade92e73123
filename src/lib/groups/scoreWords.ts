import { m } from '#lib/paraglide/messages.js';
import { rankWord } from './whyWords.ts';
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
