import { describe, expect, it } from 'vitest';
import type { Breach, Person, Plan, Problem } from './contract.ts';
import { priceOfMove } from './price.ts';
import { rules } from './rules.ts';
import { compareScores, scorePlan } from './score.ts';

/** Four people in A and B over two rounds; d attends the second one only. */
function problem(change: Partial<Problem> = {}, people: Record<string, Partial<Person>> = {}): Problem {
	const groups = ['A', 'B'].map((id) => ({ id, min: 0, max: 3 }));
	return {
		version: 1,
		order: ['mix', 'wishes'],
		rounds: ['r1', 'r2'].map((id) => ({ id, groups })),
		people: ['a', 'b', 'c', 'd'].map((id) => ({ id, ...(id === 'd' ? { rounds: ['r2'] } : {}), ...people[id] })),
		...change
	};
}
const plan: Plan = { r1: { a: 'A', b: 'A', c: 'B' }, r2: { a: 'A', b: 'A', c: 'B', d: 'B' } };
const brokenIn = (change: Partial<Problem>, seats: Plan = plan, people: Record<string, Partial<Person>> = {}) =>
	scorePlan(problem(change, people), seats).broken;
const must = (rule: Breach['rule'], round: string, people: string[], group?: string): Breach => ({
	...{ rule, must: true, round, group, people },
	...{ has: 1, wants: [0, 0], cost: 1 }
});

describe('what is broken, and where', () => {
	it('every rule stands once in the list, under its own name', () => {
		const names = ['place', 'size', 'fixed', 'together', 'apart', 'topic', 'started'];
		const counted = ['balance', 'spread', 'atMost', 'atLeast', 'met', 'meetings'];
		expect(rules.map(({ name }) => name)).toEqual([...names, ...counted]);
	});

	it('somebody has no place', () => {
		const seats = { r1: { a: 'A', c: 'B' }, r2: plan.r2! };
		expect(brokenIn({}, seats)).toEqual([must('place', 'r1', ['b'])]);
	});

	it('a group is too small, another too large', () => {
		const groups = [
			{ id: 'A', min: 0, max: 1 },
			{ id: 'B', min: 2, max: 3 }
		];
		expect(brokenIn({ rounds: [{ id: 'r1', groups }] }, { r1: plan.r1! })).toEqual([
			{ rule: 'size', must: true, round: 'r1', group: 'A', has: 2, wants: [0, 1], cost: 1 },
			{ rule: 'size', must: true, round: 'r1', group: 'B', has: 1, wants: [2, 3], cost: 1 }
		]);
	});

	it('a fixed place is not kept, another is', () => {
		const people = { a: { fixed: { r1: 'B', r2: 'A' } } };
		expect(brokenIn({}, plan, people)).toEqual([must('fixed', 'r1', ['a'], 'B')]);
	});

	it('together and apart speak of rounds both attend', () => {
		expect(brokenIn({ together: [['c', 'd', 'a']] })).toEqual([
			must('together', 'r1', ['c', 'a']),
			must('together', 'r2', ['c', 'a']),
			must('together', 'r2', ['d', 'a'])
		]);
		expect(
			brokenIn({
				apart: [
					['d', 'c'],
					['a', 'c']
				]
			})
		).toEqual([must('apart', 'r2', ['d', 'c'], 'B')]);
	});

	it('a topic is heard twice', () => {
		const groups = (round: string) => ['A', 'B'].map((id) => ({ id, topic: id === 'A' ? 'T' : round, min: 0, max: 3 }));
		const rounds = ['r1', 'r2'].map((id) => ({ id, groups: groups(id) }));
		expect(brokenIn({ rounds })).toEqual([must('topic', 'r2', ['a'], 'A'), must('topic', 'r2', ['b'], 'A')]);
	});

	it('somebody has moved in a round that has started, and in no other', () => {
		const current = { r1: { a: 'B', b: 'B' }, r2: { a: 'B', b: 'A', c: 'B', z: 'A' } };
		expect(brokenIn({ repair: { current, price: 0, started: ['r2'] } })).toEqual([must('started', 'r2', ['a'], 'B')]);
		expect(brokenIn({ repair: { current, price: 0, started: ['r9'] } })).toEqual([]);
		expect(brokenIn({ repair: { current, price: 0 } })).toEqual([]);
	});

	it('who met before meets again', () => {
		const met = [{ weight: 2, groups: [['a', 'b', 'd'], ['c']] }];
		const again = (round: string): Breach => ({
			...{ rule: 'met', must: false, round, group: 'A', people: ['a', 'b'] },
			...{ has: 1, wants: [0, 0], cost: 2 }
		});
		expect(brokenIn({ met })).toEqual([again('r1'), again('r2')]);
		expect(brokenIn({ met: [{ weight: 0, groups: [['a', 'b']] }] })).toEqual([]);
	});

	it('who met in this plan meets again', () => {
		expect(brokenIn({ meetings: { weight: 1.5 } })).toEqual([
			{
				...{ rule: 'meetings', must: false, round: 'r2', group: 'A', people: ['a', 'b'] },
				...{ has: 1, wants: [0, 0], cost: 1.5 }
			}
		]);
		expect(brokenIn({ meetings: { weight: 0 } })).toEqual([]);
		const other = { r1: { a: 'A', b: 'B', c: 'B' }, r2: { a: 'A', b: 'A', c: 'B', d: 'B' } };
		expect(brokenIn({ meetings: { weight: 1 } }, other)).toEqual([]);
	});
});

describe('comparing and pricing', () => {
	it('fewer at the worst rank is better, whatever the sum of squares says', () => {
		const score = (wishes: number[]) => ({ musts: 0, mix: 0, wishes, moves: 0 });
		const wishes = problem({ order: ['wishes'] });
		expect(compareScores(wishes, score([0, 10, 0]), score([9, 0, 1]))).toBeLessThan(0);
	});

	it('nobody counts as moved who has no place now', () => {
		const repair = { current: { r1: { a: 'B', b: 'B' } }, price: 1 };
		expect(scorePlan(problem({ repair }), { r1: { b: 'A' } }).moves).toBe(1);
	});

	it('those without wishes are in no rank', () => {
		expect(scorePlan(problem({}, { a: { wishes: ['B'] } }), plan).wishes).toEqual([0, 2]);
	});

	it('a breach that stays as it was is neither worse nor mended', () => {
		const apart = [['a', 'b']];
		const moved = priceOfMove(problem({ apart }), plan, 'c', 'A', 'r1');
		expect(moved).toMatchObject({ worse: [], mended: [] });
	});

	it('another pair of the same group is another breach of a must, but the same one of meetings', () => {
		const apart = [
			['a', 'b'],
			['b', 'c']
		];
		const one = priceOfMove(problem({ apart }), plan, 'c', 'A', 'r1');
		expect(one.worse).toEqual([must('apart', 'r1', ['b', 'c'], 'A')]);
		const meetings = { weight: 1 };
		const three = { r1: { a: 'A', b: 'A', c: 'A' }, r2: { a: 'A', b: 'A', c: 'B', d: 'B' } };
		expect(priceOfMove(problem({ meetings }), three, 'c', 'A', 'r2').worse).toMatchObject([
			{ rule: 'meetings', group: 'A', has: 3, people: ['a', 'b', 'c'] }
		]);
		const swapped = priceOfMove(problem({ meetings }), { ...three, r2: { a: 'A', b: 'B', c: 'A' } }, 'b', 'A', 'r2');
		expect(swapped.mended).toEqual([]);
	});

	it('what costs less after the move is mended', () => {
		const meetings = { weight: 1 };
		expect(priceOfMove(problem({ meetings }), plan, 'b', 'B', 'r2').mended).toMatchObject([
			{ rule: 'meetings', round: 'r2', group: 'A' }
		]);
	});
});
