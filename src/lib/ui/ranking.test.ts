import { expect, it } from 'vitest';
import { withRank } from './ranking.ts';

it('moves a thing to its new rank instead of choosing it twice', () => {
	expect(withRank(['a', 'b', ''], 2, 'a', 3)).toEqual(['', 'b', 'a']);
});
it('replaces what stood on the rank', () => {
	expect(withRank(['a', 'b', ''], 0, 'c', 3)).toEqual(['c', 'b', '']);
});
it('takes the same choice back', () => {
	expect(withRank(['a', 'b', ''], 1, 'b', 3)).toEqual(['a', '', '']);
});
it('clears a rank and fills up missing ranks', () => {
	expect(withRank(['a'], 0, '', 3)).toEqual(['', '', '']);
	expect(withRank([], 1, 'a', 3)).toEqual(['', 'a', '']);
});
