import { describe, expect, it } from 'vitest';
import type { MixRule, Person, Problem } from './contract.ts';
import { groupTable } from './grouptable.ts';

/** Six people a…f in A and B, three each; C may stay closed. a, b, c are red, the others have no colour. */
function problem(mix: MixRule[], people: Record<string, Partial<Person>> = {}): Problem {
	const groups = ['A', 'B'].map((id) => ({ id, min: 2, max: 4, size: 3 }));
	return {
		version: 1,
		order: ['mix'],
		rounds: [{ id: 'r1', groups: [...groups, { id: 'C', min: 0, max: 4, size: 0, optional: true }] }],
		people: [...'abcdef'].map((id) => ({
			id,
			...('abc'.includes(id) ? { classes: { colour: 'red' } } : {}),
			...people[id]
		})),
		mix
	};
}
const plan = (a: string, b: string) => ({
	r1: Object.fromEntries([...[...a].map((id) => [id, 'A']), ...[...b].map((id) => [id, 'B'])]) as Record<string, string>
});
const balance: MixRule = { class: 'colour', value: 'red', rule: 'balance', weight: 2 };

describe('the table of a group', () => {
	it('says for every counted value what it has and wants', () => {
		const spread: MixRule = { class: 'colour', rule: 'spread', weight: 3 };
		expect(groupTable(problem([balance, spread]), plan('abd', 'cef'), 'r1', 'A')).toEqual([
			{
				class: 'colour',
				value: 'red',
				rule: 'balance',
				must: false,
				has: 2,
				wants: [1, 2],
				cost: 0,
				cause: 'rounding'
			},
			{ class: 'colour', value: 'red', rule: 'spread', must: false, has: 2, wants: [0, 1], cost: 3, cause: 'supply' },
			{ class: 'colour', value: 'none', rule: 'spread', must: false, has: 1, wants: [0, 1], cost: 0 }
		]);
	});

	it('is empty for a closed group, an unknown one and an unknown round', () => {
		for (const [round, group] of [
			['r1', 'C'],
			['r1', 'Z'],
			['r9', 'A']
		] as const)
			expect(groupTable(problem([balance]), plan('abd', 'cef'), round, group)).toEqual([]);
		expect(groupTable({ ...problem([]), mix: undefined }, plan('abd', 'cef'), 'r1', 'A')).toEqual([]);
	});

	it('names the cause: something weighed more elsewhere', () => {
		expect(groupTable(problem([balance]), plan('abc', 'def'), 'r1', 'A')).toMatchObject([
			{ has: 3, wants: [1, 2], cost: 2, cause: 'tradeoff' }
		]);
	});

	it('names the cause: wishes come first', () => {
		const wishes: Problem = { ...problem([balance]), order: ['wishes', 'mix'] };
		expect(groupTable(wishes, plan('abc', 'def'), 'r1', 'A')[0]).toMatchObject({ cause: 'wish' });
	});

	it('names the cause: more are fixed there than it should have', () => {
		const here = { fixed: { r1: 'A' } };
		const fixed = problem([balance], { a: here, b: here, c: here });
		expect(groupTable(fixed, plan('abc', 'def'), 'r1', 'A')[0]).toMatchObject({ cause: 'fixed' });
		const two = problem([balance], { a: here, b: here, d: here });
		expect(groupTable(two, plan('abc', 'def'), 'r1', 'A')[0]).toMatchObject({ cause: 'tradeoff' });
		const elsewhere = problem([balance], { a: here, b: here, c: { fixed: { r1: 'B' } } });
		expect(groupTable(elsewhere, plan('abc', 'def'), 'r1', 'A')[0]).toMatchObject({ cause: 'tradeoff' });
	});

	it('names the cause: too few or too many for all groups together', () => {
		const least: MixRule = { class: 'colour', value: 'red', rule: 'atLeast', n: 2, must: true };
		expect(groupTable(problem([least]), plan('abd', 'cef'), 'r1', 'B')).toEqual([
			{ class: 'colour', value: 'red', rule: 'atLeast', must: true, has: 1, wants: [2, null], cost: 1, cause: 'supply' }
		]);
		const most: MixRule = { class: 'colour', value: 'red', rule: 'atMost', n: 1, weight: 4 };
		expect(groupTable(problem([most]), plan('abd', 'cef'), 'r1', 'A')[0]).toMatchObject({ cost: 4, cause: 'supply' });
		const enough: MixRule = { class: 'colour', value: 'red', rule: 'atLeast', n: 1, weight: 1 };
		expect(groupTable(problem([enough]), plan('abc', 'def'), 'r1', 'B')[0]).toMatchObject({ cause: 'tradeoff' });
	});
});
