import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestByTrying, problems } from './assign.arbitrary.ts';
import { HeldBound, boundMix, boundWishes } from './bound.ts';
import type { Group, Problem } from './contract.ts';
import { buildModel } from './model.ts';
import { compareProfiles } from './wishes.ts';

const groups = (change: Partial<Group> = {}): Group[] => ['A', 'B'].map((id) => ({ id, min: 0, max: 4, ...change }));
const problem = (change: Partial<Problem> = {}): Problem => ({
	version: 1,
	order: ['mix', 'wishes'],
	rounds: [{ id: 'r1', groups: groups() }],
	people: [...'abcdef'].map((id) => ({ id, classes: { colour: 'abcde'.includes(id) ? 'red' : 'blue' } })),
	...change
});
const mixOf = (change: Partial<Problem>) => boundMix(buildModel(problem(change), 1));
const wishesOf = (change: Partial<Problem>) => boundWishes(buildModel(problem(change), 1));

describe('the bound of the mix', () => {
	const spread: Problem['mix'] = [{ class: 'colour', value: 'red', rule: 'spread', weight: 2 }];

	it('splits each counted set as evenly as can be', () => expect(mixOf({ mix: spread })).toBe(2 * (3 + 1)));

	it('knows of fixed places and of sizes', () => {
		const people = problem().people.map((person) => ({ ...person, fixed: { r1: 'A' } }));
		expect(mixOf({ mix: spread, people: people.slice(0, 4) })).toBe(2 * 6);
		const rounds = [
			{
				id: 'r1',
				groups: [
					{ id: 'A', min: 0, max: 1 },
					{ id: 'B', min: 0, max: 5 }
				]
			}
		];
		expect(mixOf({ mix: spread, rounds })).toBe(2 * 6);
	});

	it('says nothing where not everybody finds room', () => {
		expect(mixOf({ mix: spread, rounds: [{ id: 'r1', groups: groups({ max: 2 }) }] })).toBe(0);
	});

	it('lets a group that may stay closed do so', () => {
		const mix: Problem['mix'] = [{ class: 'colour', value: 'red', rule: 'atLeast', n: 4, weight: 1 }];
		expect(mixOf({ mix })).toBe(3);
		expect(mixOf({ mix, rounds: [{ id: 'r1', groups: groups({ max: 6, optional: true }) }] })).toBe(0);
	});

	it('counts pairs that must meet again', () => {
		const rounds = ['r1', 'r2'].map((id) => ({ id, groups: groups() }));
		expect(mixOf({ rounds, meetings: { weight: 1.5 } })).toBe(1.5 * 2);
		const topics = ['r1', 'r2'].map((id) => ({ id, groups: groups().map((group) => ({ ...group, topic: group.id })) }));
		expect(mixOf({ rounds: topics, meetings: { weight: 1.5 } })).toBe(1.5 * 6);
		expect(mixOf({ rounds, meetings: { weight: 0 } })).toBe(0);
		const people = problem().people.map((person, i) => (i < 4 ? { ...person, rounds: ['r1'] } : person));
		expect(mixOf({ rounds, people, meetings: { weight: 1 } })).toBeCloseTo(0);
	});
});

describe('the bound of the wishes', () => {
	it('gives everybody the best rank her own musts leave her', () => {
		const people = [
			{ id: 'a', wishes: ['A', 'B'] },
			{ id: 'b', wishes: ['A'], fixed: { r1: 'B' } },
			{ id: 'c', wishes: ['A', 'B'], fixed: { r1: 'B' } },
			{ id: 'd' }
		];
		expect(wishesOf({ people }).slice(0, 3)).toEqual([1, 1, 1]);
	});
});

describe('no plan beats the bounds', () => {
	it.each([1, 2])('with %i rounds', (rounds) => {
		const few = problems({ min: 2, max: rounds === 1 ? 6 : 3 }, rounds);
		fc.assert(
			fc.property(few, (one) => {
				const best = bestByTrying({ ...one, order: ['mix'] });
				fc.pre(best.musts === 0);
				const model = buildModel(one, 1);
				expect(boundMix(model)).toBeLessThanOrEqual(best.mix + (one.repair?.price ?? 0) * best.moves + 1e-9);
				const kindest = bestByTrying({ ...one, order: ['wishes'] });
				expect(compareProfiles(boundWishes(model), kindest.wishes)).toBeLessThanOrEqual(0);
			}),
			{ numRuns: 60 }
		);
	});

	it('that have somebody in a certain group', () => {
		fc.assert(
			fc.property(problems({ min: 2, max: 5 }, 1), fc.nat(), fc.nat(), (one, who, where) => {
				const person = one.people[who % one.people.length]!;
				const group = one.rounds[0]!.groups[where % one.rounds[0]!.groups.length]!;
				const model = buildModel(one, 1);
				const unit = model.slotUnit[model.personSlots[model.people.findIndex(({ id }) => id === person.id)]![0]!]!;
				fc.pre(model.units[unit]!.fixed < 0);
				const people = one.people.map((other) => (other === person ? { ...other, fixed: { r1: group.id } } : other));
				const best = bestByTrying({ ...one, people, order: ['mix'] });
				fc.pre(best.musts === 0);
				const to = model.groups.findIndex((other) => other.group.id === group.id);
				const held = new HeldBound(model).of(unit, to);
				expect(held).toBeLessThanOrEqual(best.mix + (one.repair?.price ?? 0) * best.moves + 1e-9);
				expect(held).toBeGreaterThanOrEqual(boundMix(model) - 1e-9);
			}),
			{ numRuns: 60 }
		);
	});
});
