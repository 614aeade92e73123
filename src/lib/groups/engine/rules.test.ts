import { describe, expect, it } from 'vitest';
import type { MixRule, Person, Problem } from './contract.ts';
import { priceOfMove } from './price.ts';
import { scorePlan } from './score.ts';
import { plannedSizes, shareInterval } from './sizes.ts';

/** Six people a…f in two groups of three; a, b, c are red. */
function problem(change: Partial<Problem> = {}, people: Record<string, Partial<Person>> = {}): Problem {
	const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
	return {
		version: 1,
		order: ['mix', 'wishes'],
		rounds: [
			{
				id: 'r1',
				groups: [
					{ id: 'A', min: 2, max: 4 },
					{ id: 'B', min: 2, max: 4 }
				]
			}
		],
		people: ids.map((id) => ({ id, classes: { colour: 'abc'.includes(id) ? 'red' : 'blue' }, ...people[id] })),
		...change
	};
}

/** Seats the people of the first text in A, of the second in B. */
const plan = (a: string, b: string) => ({
	r1: Object.fromEntries([...[...a].map((id) => [id, 'A']), ...[...b].map((id) => [id, 'B'])]) as Record<string, string>
});
const mixOf = (rule: MixRule, a: string, b: string) => scorePlan(problem({ mix: [rule] }), plan(a, b)).mix;
const mustsOf = (change: Partial<Problem>, a: string, b: string, people = {}) =>
	scorePlan(problem(change, people), plan(a, b)).broken.map(({ rule, cost }) => [rule, cost]);

describe('mix rules', () => {
	it('balance counts people outside ⌊t⌋ … ⌈t⌉ of every value', () => {
		const rule: MixRule = { class: 'colour', rule: 'balance', weight: 2 };
		expect(mixOf(rule, 'abd', 'cef')).toBe(0);
		expect(mixOf(rule, 'abc', 'def')).toBe(8);
		expect(mixOf({ ...rule, tolerance: 1 }, 'abc', 'def')).toBe(0);
		expect(mixOf({ ...rule, value: 'red' }, 'abc', 'def')).toBe(4);
	});
	it('spread counts pairs', () => {
		const rule: MixRule = { class: 'colour', rule: 'spread', weight: 1 };
		expect(mixOf(rule, 'abc', 'def')).toBe(6);
		expect(mixOf(rule, 'abd', 'cef')).toBe(2);
	});
	it('atMost and atLeast count people, also of a value nobody has', () => {
		expect(mixOf({ class: 'colour', rule: 'atMost', n: 1, weight: 3 }, 'abc', 'def')).toBe(12);
		expect(mixOf({ class: 'colour', value: 'red', rule: 'atLeast', n: 2, weight: 5 }, 'abc', 'def')).toBe(10);
		expect(mixOf({ class: 'colour', value: 'green', rule: 'atLeast', n: 1, weight: 1 }, 'abc', 'def')).toBe(2);
	});
	it('a missing class is the value "none"', () => {
		expect(mixOf({ class: 'office', value: 'none', rule: 'atMost', n: 2, weight: 1 }, 'abc', 'def')).toBe(2);
		expect(mixOf({ class: 'office', rule: 'spread', weight: 1 }, 'abc', 'def')).toBe(6);
	});
	it('a must counts people, not weight, and leaves the mix alone', () => {
		const mix: MixRule[] = [{ class: 'colour', value: 'red', rule: 'atLeast', n: 2, weight: 9, must: true }];
		expect(scorePlan(problem({ mix }), plan('abc', 'def'))).toMatchObject({ musts: 2, mix: 0 });
	});
	it('says where, what it has and what it wants', () => {
		const mix: MixRule[] = [{ class: 'colour', value: 'red', rule: 'balance', weight: 2 }];
		expect(scorePlan(problem({ mix }), plan('abc', 'def')).broken[0]).toEqual({
			...{ rule: 'balance', must: false, class: 'colour', value: 'red', group: 'A', round: 'r1' },
			...{ has: 3, wants: [1, 2], cost: 2 }
		});
	});
	it('met counts pairs of each earlier group', () => {
		const met = [
			{
				weight: 0.5,
				groups: [
					['a', 'b', 'c'],
					['d', 'e']
				]
			}
		];
		expect(scorePlan(problem({ met }), plan('abc', 'def')).mix).toBe(2);
	});
	it('closed groups cost nothing', () => {
		const mix: MixRule[] = [{ class: 'colour', value: 'red', rule: 'atLeast', n: 3, weight: 1 }];
		const rounds = [
			{
				id: 'r1',
				groups: [
					{ id: 'A', min: 2, max: 6 },
					{ id: 'B', min: 2, max: 6, optional: true }
				]
			}
		];
		expect(scorePlan(problem({ mix, rounds }), plan('abcdef', ''))).toMatchObject({ musts: 0, mix: 0 });
	});
});

describe('musts', () => {
	it.each([
		[
			'size',
			{},
			'a',
			'bcdef',
			{},
			[
				['size', 1],
				['size', 1]
			]
		],
		['place', {}, 'ab', 'cde', {}, [['place', 1]]],
		['fixed', {}, 'abc', 'def', { a: { fixed: { r1: 'B' } } }, [['fixed', 1]]],
		['together', { together: [['a', 'd']] }, 'abc', 'def', {}, [['together', 1]]],
		['apart', { apart: [['a', 'b', 'd']] }, 'abc', 'def', {}, [['apart', 1]]],
		[
			'started',
			{ repair: { current: { r1: { a: 'B' } }, price: 1, started: ['r1'] } },
			'abc',
			'def',
			{},
			[['started', 1]]
		]
	] as [string, Partial<Problem>, string, string, Record<string, Partial<Person>>, unknown][])(
		'%s',
		(_, change, a, b, people, expected) => expect(mustsOf(change, a, b, people)).toEqual(expected)
	);

	it('the same topic twice, and pairs that meet again', () => {
		const groups = (r: number) => [
			{ id: `A${r}`, topic: 'A', min: 1, max: 6 },
			{ id: `B${r}`, topic: 'B', min: 1, max: 6 }
		];
		const two = problem({ rounds: [1, 2].map((r) => ({ id: `r${r}`, groups: groups(r) })), meetings: { weight: 1.5 } });
		const seats = (r: number, a: string) =>
			Object.fromEntries([...'abcdef'].map((id) => [id, `${a.includes(id) ? 'A' : 'B'}${r}`]));
		const score = scorePlan(two, { r1: seats(1, 'abc'), r2: seats(2, 'aef') });
		expect(score.broken.map(({ rule, cost }) => [rule, cost])).toEqual([
			['topic', 1],
			['topic', 1],
			['meetings', 1.5],
			['meetings', 1.5]
		]);
		expect(score).toMatchObject({ musts: 2, mix: 3 });
	});
});

describe('wishes, moves and sizes', () => {
	it('ranks wished, not wished and unwanted; nobody without wishes has a rank', () => {
		const people = {
			a: { wishes: ['A'] },
			d: { wishes: ['A'] },
			e: { wishes: ['A'], unwanted: ['B'] },
			f: { unwanted: ['B'] }
		};
		expect(scorePlan(problem({}, people), plan('abc', 'def')).wishes).toEqual([1, 1, 1]);
	});
	it('counts moves of people with a current place', () => {
		const repair = { current: { r1: { a: 'A', b: 'B' } }, price: 2 };
		expect(scorePlan(problem({ repair }), plan('abc', 'def')).moves).toBe(1);
	});
	it('plans sizes evenly within the limits', () => {
		const groups = [1, 5, 1].map((min, i) => ({ id: `${i}`, min, max: 5 }));
		expect(plannedSizes(groups, 12)).toEqual([4, 5, 3]);
		expect(plannedSizes([{ id: 'x', min: 0, max: 9, size: 2 }, ...groups.slice(0, 1)], 5)).toEqual([2, 3]);
		expect(
			plannedSizes(
				[3, 3, 3].map((min, i) => ({ id: `${i}`, min, max: 5, optional: true })),
				8
			)
		).toEqual([2, 3, 3]);
	});
	it('shares in whole numbers', () => {
		expect(shareInterval(34, 105, 21)).toEqual([6, 7]);
		expect(shareInterval(30, 105, 21)).toEqual([6, 6]);
	});
	it('prices a move by hand', () => {
		const mix: MixRule[] = [{ class: 'colour', value: 'red', rule: 'balance', weight: 2 }];
		const price = priceOfMove(problem({ mix }), plan('ab', 'cdef'), 'c', 'A', 'r1');
		expect(price.before.mix).toBe(0);
		expect(price.after.mix).toBe(4);
		expect(price.worse.map(({ group }) => group)).toEqual(['A', 'B']);
		expect(price.mended).toEqual([]);
	});
});
