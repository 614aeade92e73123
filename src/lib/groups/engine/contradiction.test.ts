import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problems } from './assign.arbitrary.ts';
import { findContradiction } from './contradiction.ts';
import type { Contradiction, Demand, Group, Person, Problem } from './contract.ts';
import { demandsOf, layOut, type Loose } from './demands.ts';
import { loadSolver } from './highs.server.ts';
import { buildModel } from './model.ts';
import { seatAll } from './prove.ts';
import { readProblem } from './validate.ts';

const solver = await loadSolver();
const canHold = (problem: Problem) => seatAll(buildModel(layOut(problem), 1), solver) !== undefined;

const people = (count: number, more: (i: number) => Partial<Person> = () => ({})): Person[] =>
	Array.from({ length: count }, (_, i) => ({ id: `p${i}`, ...more(i) }));
const group = (id: string, min: number, max: number, more: Partial<Group> = {}): Group => ({ id, min, max, ...more });
const problem = (groups: Group[], all: Person[], more: Partial<Problem> = {}): Problem => ({
	version: 1,
	order: ['mix'],
	rounds: [{ id: 'r1', groups }],
	people: all,
	...more
});
const wide = [group('A', 1, 9), group('B', 1, 9)];

/** Name, problem, rules of the minimal set, by how much each must give way. */
const cases: [string, Problem, Demand['rule'][], number[]][] = [
	['too few places', problem([group('A', 0, 3), group('B', 0, 3)], people(8)), ['size', 'size'], [2, 2]],
	[
		'minimums above the people',
		problem(
			['A', 'B', 'C'].map((id) => group(id, 4, 9)),
			people(11)
		),
		['size', 'size', 'size'],
		[1, 1, 1]
	],
	[
		'eleven of the youth office for three groups with four each',
		problem(
			['A', 'B', 'C'].map((id) => group(id, 1, 9)),
			people(12, (i) => ({ classes: { office: i < 11 ? 'city' : 'none' } })),
			{ mix: [{ class: 'office', value: 'city', rule: 'atLeast', n: 4, must: true }] }
		),
		['atLeast'],
		[1]
	],
	[
		'three of a provider fixed where two may be',
		problem(
			wide,
			people(10, (i) => ({ classes: { provider: i < 3 ? 'c' : `x${i}` }, ...(i < 3 ? { fixed: { r1: 'A' } } : {}) })),
			{ mix: [{ class: 'provider', rule: 'atMost', n: 2, must: true }] }
		),
		['fixed', 'atMost'],
		[1, 1]
	],
	['three apart in two groups', problem(wide, people(10), { apart: [['p0', 'p1', 'p2']] }), ['apart'], [1]],
	[
		'together and fixed in two groups',
		problem(
			wide,
			people(10, (i) => (i < 2 ? { fixed: { r1: i === 0 ? 'B' : 'A' } } : {})),
			{
				together: [['p0', 'p1']]
			}
		),
		['fixed', 'fixed', 'together'],
		[1, 1, 1]
	],
	[
		'one topic in both rounds',
		{
			...problem([group('A', 0, 9, { topic: 't' })], people(3)),
			rounds: ['r1', 'r2'].map((id) => ({ id, groups: [group(`${id}A`, 0, 9, { topic: 't' })] }))
		},
		['topic'],
		[1]
	],
	[
		'fixed elsewhere than a started round holds her',
		problem(
			wide,
			people(6, (i) => (i === 0 ? { fixed: { r1: 'A' } } : {})),
			{ repair: { current: { r1: { p0: 'B' } }, price: 1, started: ['r1'] } }
		),
		['fixed', 'started'],
		[1, 1]
	],
	[
		'a block larger than any group',
		problem([group('A', 0, 3), group('B', 0, 3), group('C', 0, 3)], people(6), {
			together: [['p0', 'p1', 'p2', 'p3']]
		}),
		['size', 'size', 'size', 'together'],
		[1, 1, 1, 1]
	]
];

/** The demands of a set, found again in the problem. */
function find(problem: Problem, { demands }: Contradiction): { kept: Loose[]; others: Loose[] } {
	const named = new Set(demands.map((demand) => JSON.stringify(demand)));
	const all = demandsOf(problem);
	const isNamed = ({ demand }: Loose) => named.has(JSON.stringify(demand));
	return { kept: all.filter(isNamed), others: all.filter((one) => !isNamed(one)) };
}

const giveUp = (problem: Problem, loose: Loose[]) => loose.reduce((of, one) => one.without(of), problem);

function expectMinimal(problem: Problem, contradiction: Contradiction): void {
	const { kept, others } = find(problem, contradiction);
	const alone = giveUp(problem, others);
	expect(canHold(alone)).toBe(false);
	for (const one of kept) expect(canHold(one.without(alone))).toBe(true);
}

describe('a contradiction', () => {
	it.each(cases)('%s: the set is minimal, and each loosening helps and is the smallest', (_, given, rules, steps) => {
		const found = findContradiction(given, 1, solver)!;
		expect(found.demands.map(({ rule }) => rule)).toEqual(rules);
		expect(found.relaxations.map(({ by }) => by)).toEqual(steps);
		expectMinimal(given, found);
		for (const { demand, by } of found.relaxations) {
			const loose = demandsOf(given).find((one) => JSON.stringify(one.demand) === JSON.stringify(demand))!;
			expect(canHold(loose.loosened(given, by))).toBe(true);
		}
	});

	it('is minimal for any problem, and there is none where the musts can hold', () => {
		const contradictory = problems({ min: 4, max: 9 }, 2).filter((one) => 'problem' in readProblem(one));
		fc.assert(
			fc.property(contradictory, (one) => {
				const found = findContradiction(one, 1, solver);
				const musts = { ...one, mix: (one.mix ?? []).filter((rule) => rule.must) };
				expect(found === undefined).toBe(canHold(musts));
				if (found) expectMinimal(musts, found);
			}),
			{ numRuns: 40, seed: 21 }
		);
	});
});
