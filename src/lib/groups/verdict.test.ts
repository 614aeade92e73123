import { expect, test } from 'vitest';
import type { Answer, Problem } from './engine/contract.ts';
import { scorePlan } from './engine/score.ts';
import { judge, movesBetween, percentOf } from './verdict.ts';

const problem: Problem = {
	version: 1,
	order: ['mix', 'wishes'],
	rounds: [{ id: 'r', groups: ['A', 'B'].map((id) => ({ id, min: 1, max: 3 })) }],
	people: ['a', 'b', 'c', 'd'].map((id) => ({ id, classes: { side: id < 'c' ? 'x' : 'y' }, wishes: ['A', 'B'] })),
	mix: [{ class: 'side', rule: 'balance', weight: 1 }]
};
const even = { r: { a: 'A', b: 'B', c: 'A', d: 'B' } };
const uneven = { r: { a: 'A', b: 'A', c: 'B', d: 'B' } };

const answer = (plan: typeof even, more: Partial<Answer> = {}) => ({
	score: scorePlan(problem, plan),
	bound: { mix: null, wishes: null },
	proved: false,
	...more
});

test('a better plan, a proof, a bound, and nothing', () => {
	expect(judge(problem, uneven, answer(even)).kind).toBe('better');
	expect(judge(problem, even, answer(even, { proved: true })).kind).toBe('best');
	const mixBest = judge(problem, even, answer(even, { bound: { mix: 'optimal', wishes: [3, 1] } }));
	expect(mixBest).toEqual({ kind: 'mixBest', percent: 0, places: 1 });
	const near = judge(problem, uneven, answer(uneven, { bound: { mix: 3, wishes: null } }));
	expect(near).toEqual({ kind: 'near', percent: 25, places: null });
	expect(judge(problem, uneven, answer(uneven)).kind).toBe('open');
	const full = { r: { a: 'A', b: 'A', c: 'A', d: 'A' } };
	expect(judge(problem, full, answer(full)).kind).toBe('broken');
});

test('a gap is never made smaller by rounding', () => {
	expect(percentOf(3, 2.9999)).toBe(0.1);
	expect(percentOf(10, 10)).toBe(0);
	expect(percentOf(0, 0)).toBe(0);
});

test('counts who would sit elsewhere', () => {
	expect(movesBetween(even, uneven)).toBe(2);
	expect(movesBetween({}, even)).toBe(4);
});
