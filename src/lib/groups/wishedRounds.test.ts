import { expect, test } from 'vitest';
import type { Problem } from './engine/contract.ts';
import { scorePlan } from './engine/score.ts';
import { shownWishes, wishedRounds } from './wishedRounds.ts';

const group = (id: string, topic?: string) => ({ id, min: 0, max: 9, ...(topic ? { topic } : {}) });

/** Two rounds of workshops, one of them by topic, and a speed meeting. */
const problem: Problem = {
	version: 1,
	order: ['wishes'],
	rounds: [
		{ id: 'morning', groups: [group('a'), group('b')] },
		{ id: 'noon', groups: [group('t1'), group('t2')] },
		{ id: 'evening', groups: [group('c', 'topic:c'), group('d')] }
	],
	people: [{ id: 'ada', wishes: ['a', 'topic:c'] }, { id: 'bela', wishes: ['a'] }, { id: 'cora' }]
};
const plan = {
	morning: { ada: 'a', bela: 'b', cora: 'a' },
	noon: { ada: 't1', bela: 't1', cora: 't2' },
	evening: { ada: 'c', bela: 'd', cora: 'd' }
};

test('a round is wished by a workshop or by a topic; tables of a speed meeting are not', () => {
	expect([...wishedRounds(problem)]).toEqual(['morning', 'evening']);
});

test('places at the tables of a speed meeting are not shown as beyond the wishes', () => {
	const { wishes } = scorePlan(problem, plan);
	expect(wishes).toEqual([1, 1, 4]);
	expect(shownWishes(problem, wishes)).toEqual([1, 1, 2]);
	expect(shownWishes(problem, wishes, plan)).toEqual([1, 1, 2]);
});

test('who has no place there has none to be taken out', () => {
	const fewer = { ...plan, noon: { bela: 't1' } };
	expect(shownWishes(problem, scorePlan(problem, fewer).wishes, fewer)).toEqual([1, 1, 2]);
});

test('a profile without anything beyond stays as it is', () => {
	expect(shownWishes(problem, [2, 1])).toEqual([2, 1]);
	expect(shownWishes({ ...problem, rounds: problem.rounds.slice(0, 1) }, [1, 0, 1])).toEqual([1, 0, 1]);
});
