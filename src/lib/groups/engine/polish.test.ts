import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignGroups } from './assign.ts';
import type { Person, Plan, Problem } from './contract.ts';
import { noteBest } from './goal.ts';
import { buildModel, placementOf, planOf } from './model.ts';
import { polish } from './polish.ts';
import { compareScores, scorePlan } from './score.ts';
import { State } from './state.ts';
import { notWishedRank, rankOf } from './wishes.ts';

const GROUPS = ['g1', 'g2', 'g3'].map((id) => ({ id, min: 2, max: 4 }));
const wish = fc.constantFrom(...GROUPS.map(({ id }) => id));

const person = (id: number): fc.Arbitrary<Person> =>
	fc.record({
		id: fc.constant(`p${id}`),
		classes: fc.record({ side: fc.constantFrom('office', 'provider') }),
		wishes: fc.uniqueArray(wish, { maxLength: 2 }),
		/** Places lost before. */
		credit: fc.integer({ min: 0, max: 3 })
	});

/** Few rules and few sides, so that many plans are as good. */
const problems: fc.Arbitrary<Problem> = fc.record({
	version: fc.constant(1 as const),
	order: fc.constantFrom(['mix', 'wishes'], ['wishes', 'mix'], ['weighted']) as fc.Arbitrary<Problem['order']>,
	rounds: fc.constant([{ id: 'r1', groups: GROUPS }]),
	people: fc.tuple(...Array.from({ length: 9 }, (_, i) => person(i))) as fc.Arbitrary<Person[]>,
	mix: fc.constant([{ class: 'side', rule: 'balance' as const, weight: 1 }])
});

/** Credit × rank of everybody. */
function creditOf(problem: Problem, plan: Plan): number {
	const notWished = notWishedRank(problem);
	const ranks = problem.people.map((one) => {
		const group = GROUPS.find(({ id }) => id === plan.r1?.[one.id]);
		return group ? rankOf(one, group, notWished) * (one.credit ?? 0) : 0;
	});
	return ranks.reduce((sum, rank) => sum + rank, 0);
}

/** Every plan in which one person moves or two change places. */
function nextTo({ r1 = {} }: Plan, groups: readonly { id: string }[] = GROUPS): Plan[] {
	return Object.entries(r1).flatMap(([id, from]) => [
		...groups.map((group) => ({ r1: { ...r1, [id]: group.id } })),
		...Object.entries(r1).map(([other, to]) => ({ r1: { ...r1, [id]: to, [other]: from } }))
	]);
}

/** A good plan that knows nothing of credit, and that plan with the last touch. */
function favour(problem: Problem): { plain: Plan; plan: Plan } {
	const people = problem.people.map((one) => ({ ...one, credit: 0 }));
	const { plan: plain } = assignGroups({ ...problem, people }, { seed: 1, iterations: 5000 });
	const model = buildModel(problem, 1);
	const state = new State(model);
	state.load(placementOf(model, plain));
	const best = noteBest(state);
	polish(state, best);
	return { plain, plan: planOf(model, best.place) };
}

test('nobody could move or change places with one other for the better, however short the search was', () => {
	fc.assert(
		fc.property(problems, fc.integer({ min: 1, max: 300 }), (problem, iterations) => {
			const { plan } = assignGroups(problem, { seed: 1, iterations });
			const score = scorePlan(problem, plan);
			for (const other of nextTo(plan))
				expect(compareScores(problem, scorePlan(problem, other), score)).toBeGreaterThanOrEqual(0);
		}),
		{ numRuns: 100, seed: 5 }
	);
});

test('nor in any of several rounds', () => {
	const second = GROUPS.map(({ id, ...size }) => ({ id: `later ${id}`, ...size }));
	fc.assert(
		fc.property(problems, fc.integer({ min: 1, max: 300 }), (one, iterations) => {
			const problem: Problem = {
				...one,
				rounds: [...one.rounds, { id: 'r2', groups: second }],
				meetings: { weight: 0.5 }
			};
			const { plan } = assignGroups(problem, { seed: 1, iterations });
			const score = scorePlan(problem, plan);
			const { r1 = {}, r2 = {} } = plan;
			const others = [
				...nextTo({ r1 }).map((next) => ({ ...next, r2 })),
				...nextTo({ r1: r2 }, second).map((next) => ({ r1, r2: next.r1 ?? {} }))
			];
			for (const other of others)
				expect(compareScores(problem, scorePlan(problem, other), score)).toBeGreaterThanOrEqual(0);
		}),
		{ numRuns: 50, seed: 5 }
	);
});

test('nor where the musts contradict each other and fixed places may give way', () => {
	fc.assert(
		fc.property(problems, (one) => {
			// Three who must sit apart are fixed in one group; the search that lets them move is stopped as soon as it has begun.
			const fixed = (at: number) => (at < 3 ? { fixed: { r1: 'g1' } } : {});
			const problem: Problem = {
				...one,
				people: one.people.map((someone, at) => ({ ...someone, ...fixed(at) })),
				apart: [['p0', 'p1', 'p2']]
			};
			const { plan } = assignGroups(problem, { seed: 1, iterations: 100_050 });
			const score = scorePlan(problem, plan);
			expect(score.musts).toBeGreaterThan(0);
			for (const other of nextTo(plan))
				expect(compareScores(problem, scorePlan(problem, other), score)).toBeGreaterThanOrEqual(0);
		}),
		{ numRuns: 15, seed: 5 }
	);
});

test('nobody who lost places before could do so in her favour at no cost', () => {
	let gained = 0;
	fc.assert(
		fc.property(problems, (problem) => {
			const { plain, plan } = favour(problem);
			const score = scorePlan(problem, plan);
			const credit = creditOf(problem, plan);
			expect(compareScores(problem, scorePlan(problem, plain), score)).toBe(0);
			for (const other of nextTo(plan))
				if (compareScores(problem, scorePlan(problem, other), score) === 0)
					expect(creditOf(problem, other)).toBeGreaterThanOrEqual(credit);
			gained += Number(creditOf(problem, plain) > credit);
		}),
		{ numRuns: 100, seed: 5 }
	);
	expect(gained).toBeGreaterThan(5);
});
