import { expect, test } from 'vitest';
import type { Problem } from './engine/contract.ts';
import { withoutNames } from './problemFile.ts';

test('organisations known by name only leave the house as numbers, in the order of their names', () => {
	const of = (provider: string) => ({ id: provider.at(-1)!, classes: { provider }, wishes: ['w1'] });
	const problem: Problem = {
		version: 1,
		order: ['mix'],
		rounds: [{ id: 'r1', groups: [{ id: 'w1', min: 1, max: 5 }] }],
		people: [of('name:praxis dr. roth'), of('name:praxis dr. amann'), of('org-1')],
		mix: [{ class: 'provider', value: 'name:praxis dr. roth', rule: 'balance', weight: 1 }]
	};
	const file = withoutNames(problem);
	expect(file).not.toContain('praxis');
	const read = JSON.parse(file) as Problem;
	expect(read.people.map(({ classes }) => classes?.provider)).toEqual(['name:00002', 'name:00001', 'org-1']);
	expect(read.mix).toMatchObject([{ value: 'name:00002' }]);
	expect(withoutNames(read)).toBe(file);
});
