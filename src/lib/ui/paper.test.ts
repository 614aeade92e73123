import { expect, it } from 'vitest';
import { paperOf } from './paper.ts';

it('repeats tints after five and signs after twelve', () => {
	expect(paperOf(1)).toEqual({ tint: 'c1', sign: 'w1' });
	expect(paperOf(5)).toEqual({ tint: 'c5', sign: 'w5' });
	expect(paperOf(6)).toEqual({ tint: 'c1', sign: 'w6' });
	expect(paperOf(12)).toEqual({ tint: 'c2', sign: 'w12' });
	expect(paperOf(13)).toEqual({ tint: 'c3', sign: 'w1' });
	expect(paperOf(0)).toEqual({ tint: 'c1', sign: 'w1' });
});
