import { describe, expect, it } from 'vitest';
import type { Person, Problem, Score } from './contract.ts';
import { priceOfMove } from './price.ts';
import { compareScores, mixTier, scorePlan, weightedSum } from './score.ts';
import { attending, classValue, plannedSizes, shareInterval } from './sizes.ts';
import { viewPlan } from './view.ts';
import { compareProfiles, notWishedRank, rankOf, trimProfile } from './wishes.ts';

const problem = (change: Partial<Problem> = {}): Problem => ({
	version: 1,
	order: ['mix', 'wishes'],
	rounds: ['r1', 'r2'].map((id) => ({ id, groups: ['A', 'B'].map((group) => ({ id: group, min: 0, max: 4 })) })),
	people: ['a', 'b', 'c'].map((id) => ({ id })),
	...change
});
const score = (change: Partial<Score> = {}): Score => ({ musts: 0, mix: 0, wishes: [], moves: 0, ...change });

describe('comparing two scores', () => {
	const better = (order: Problem['order'], a: Partial<Score>, b: Partial<Score>, change: Partial<Problem> = {}) => {
		expect(compareScores(problem({ order, ...change }), score(a), score(b))).toBeLessThan(0);
		expect(compareScores(problem({ order, ...change }), score(b), score(a))).toBeGreaterThan(0);
	};
	it('musts come before everything', () =>
		better(['mix', 'wishes'], { musts: 0, mix: 99, wishes: [0, 9] }, { musts: 1, mix: 0, wishes: [9] }));
	it('then the tiers in their order', () => {
		better(['mix', 'wishes'], { mix: 1, wishes: [0, 2] }, { mix: 2, wishes: [2] });
		better(['wishes', 'mix'], { mix: 2, wishes: [2] }, { mix: 1, wishes: [0, 2] });
		better(['mix', 'wishes'], { mix: 1, wishes: [2] }, { mix: 1, wishes: [0, 2] });
	});
	it('a price of moves belongs to the mix', () => {
		const repair = { current: {}, price: 2 };
		expect(mixTier(problem({ repair }), score({ mix: 3, moves: 4 }))).toBe(11);
		expect(mixTier(problem(), score({ mix: 3, moves: 4 }))).toBe(3);
		better(['mix'], { mix: 5, moves: 0 }, { mix: 4, moves: 1 }, { repair });
	});
	it('weighted: one sum of mix and squares of ranks', () => {
		const wishes = [5, 2, 1];
		expect(weightedSum(problem(), score({ mix: 3, wishes }))).toBe(3 + 2 + 4);
		expect(weightedSum(problem({ wishWeight: 0.5 }), score({ mix: 3, wishes }))).toBe(3 + 3);
		better(['weighted'], { mix: 3, wishes: [3] }, { mix: 0, wishes: [2, 0, 1] });
	});
	it('dust of sums decides nothing', () => {
		const a = score({ mix: 0.1 + 0.2, wishes: [1] });
		expect(compareScores(problem(), a, score({ mix: 0.3, wishes: [1] }))).toBe(0);
		expect(compareScores(problem(), score({ mix: 0.3, wishes: [0, 1] }), { ...a, wishes: [1] })).toBeGreaterThan(0);
	});
});

describe('the score of a plan', () => {
	it('has no dust in the mix', () => {
		const met = [0.1, 0.2].map((weight) => ({ weight, groups: [['a', 'b']] }));
		const plan = { r1: { a: 'A', b: 'A', c: 'B' }, r2: { a: 'A', b: 'B', c: 'B' } };
		expect(scorePlan(problem({ met }), plan).mix).toBe(0.3);
	});
	it('counts a place in every round, and a move only where there was a place and is one', () => {
		const repair = { current: { r1: { a: 'A', b: 'A', z: 'A' }, r2: { a: 'A' } }, price: 1 };
		const wishing = problem({ repair, people: ['a', 'b', 'c'].map((id) => ({ id, wishes: ['A'] })) });
		const plan = { r1: { a: 'A', b: 'B', c: 'A' }, r2: { a: 'B', b: 'A' } };
		expect(scorePlan(wishing, plan)).toMatchObject({ musts: 1, wishes: [3, 2], moves: 2 });
	});
});

describe('wishes', () => {
	const group = { id: 'A', topic: 'Fallanfrage', min: 0, max: 9 };
	const person = (change: Partial<Person>): Person => ({ id: 'p', ...change });
	it('have ranks by id or topic, then not wished, then unwanted', () => {
		expect(rankOf(person({ wishes: ['B', 'A'] }), group, 3)).toBe(2);
		expect(rankOf(person({ wishes: ['Fallanfrage'] }), group, 3)).toBe(1);
		expect(rankOf(person({ wishes: ['B'] }), group, 3)).toBe(3);
		expect(rankOf(person({ wishes: ['B'], unwanted: ['Fallanfrage'] }), group, 3)).toBe(4);
		expect(rankOf(person({ wishes: ['B'], unwanted: ['C', 'A'] }), group, 3)).toBe(4);
		expect(rankOf(person({ wishes: [], unwanted: ['A'] }), group, 3)).toBe(0);
		expect(rankOf(person({}), group, 3)).toBe(0);
		expect(rankOf(person({ wishes: ['B'] }), { id: 'C', min: 0, max: 1 }, 3)).toBe(3);
	});
	it('rank after the longest list', () => {
		expect(notWishedRank(problem())).toBe(1);
		expect(notWishedRank(problem({ people: [person({ wishes: ['A', 'B'] }), person({ wishes: ['A'] })] }))).toBe(3);
	});
	it('are compared from the worst rank', () => {
		expect(compareProfiles([9, 0, 1], [0, 9, 1])).toBeLessThan(0);
		expect(compareProfiles([1], [9, 1])).toBeLessThan(0);
		expect(compareProfiles([0, 2], [9])).toBeGreaterThan(0);
		expect(compareProfiles([2, 0], [2])).toBe(0);
		expect(compareProfiles([1, 2], [3, 2])).toBeLessThan(0);
		expect(trimProfile([0, 2, 0, 0])).toEqual([0, 2]);
		expect(trimProfile([0, 0])).toEqual([]);
	});
});

describe('sizes and shares', () => {
	it('counts only those who attend a round', () => {
		const people: Person[] = [{ id: 'a' }, { id: 'b', rounds: ['r2'] }, { id: 'c', rounds: [] }];
		const two = problem({ people });
		expect(two.rounds.map((round) => attending(two, round).map(({ id }) => id))).toEqual([['a'], ['a', 'b']]);
	});
	it('a share of nobody is nobody', () => {
		expect(shareInterval(0, 0, 5)).toEqual([0, 0]);
		expect(shareInterval(0, 7, 3)).toEqual([0, 0]);
		expect(shareInterval(1, 3, 1)).toEqual([0, 1]);
	});
	it('stops where there is no room and where nobody is left', () => {
		const groups = ['A', 'B'].map((id) => ({ id, min: 1, max: 2 }));
		expect(plannedSizes(groups, 9)).toEqual([2, 2]);
		expect(plannedSizes(groups, 0)).toEqual([0, 0]);
		expect(plannedSizes(groups, 2)).toEqual([1, 1]);
		expect(plannedSizes([{ id: 'A', min: 0, max: 9, size: 4 }], 2)).toEqual([4]);
		expect(plannedSizes([{ id: 'A', min: 0, max: 9, size: 4 }, ...groups], 4)).toEqual([4, 0, 0]);
		const full = [3, 2].map((max) => ({ id: `${max}`, min: 2, max, optional: true }));
		expect(plannedSizes(full, 3)).toEqual([1, 2]);
		expect(plannedSizes([{ id: 'A', min: 0, max: 9, size: 4 }, ...groups], 2)).toEqual([4, 0, 0]);
	});
	it('takes only own classes, never inherited ones', () => {
		expect(classValue({ id: 'a', classes: { side: 'x' } }, 'side')).toBe('x');
		expect(classValue({ id: 'a', classes: { side: 'x' } }, 'toString')).toBe('none');
		expect(classValue({ id: 'a' }, 'side')).toBe('none');
	});
});

describe('a plan laid over its problem', () => {
	it('leaves out unknown groups and those who do not attend', () => {
		const people: Person[] = [{ id: 'a' }, { id: 'b', rounds: ['r2'] }];
		const view = viewPlan(problem({ people }), { r1: { a: 'Z', b: 'A' }, r2: { a: 'A', b: 'A' } });
		const seated = view.rounds.map(({ groups }) => groups.map((group) => group.people.map(({ id }) => id).join('')));
		expect(seated).toEqual([
			['', ''],
			['ab', '']
		]);
	});
	it('closes an empty group only if it may be closed', () => {
		const groups = [
			{ id: 'A', min: 0, max: 4 },
			{ id: 'B', min: 0, max: 4, optional: true }
		];
		const view = viewPlan(problem({ rounds: [{ id: 'r1', groups }] }), {});
		expect(view.rounds[0]!.groups.map(({ open }) => open)).toEqual([true, false]);
	});
});

describe('the price of a move', () => {
	it('names what gets worse and what is mended, and leaves the plan alone', () => {
		const apart = problem({ apart: [['a', 'b']], rounds: problem().rounds.slice(0, 1) });
		const plan = { r1: { a: 'A', b: 'A', c: 'B' } };
		const price = priceOfMove(apart, plan, 'b', 'B', 'r1');
		expect(price).toMatchObject({ before: { musts: 1 }, after: { musts: 0 }, worse: [] });
		expect(price.mended).toMatchObject([{ rule: 'apart', people: ['a', 'b'] }]);
		expect(plan.r1.b).toBe('A');
	});
	it('counts pairs that meet again as one breach of the group, whoever they are', () => {
		const met = [{ weight: 1, groups: [['a', 'b', 'c']] }];
		const one = problem({ met, rounds: problem().rounds.slice(0, 1) });
		const price = priceOfMove(one, { r1: { a: 'A', b: 'A', c: 'B' } }, 'c', 'A', 'r1');
		expect(price.worse).toMatchObject([{ rule: 'met', has: 3, cost: 3 }]);
		expect(price.mended).toEqual([]);
	});
});
