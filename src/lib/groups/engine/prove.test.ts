import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestByTrying, problems } from './assign.arbitrary.ts';
import type { Answer, Person, Plan, Problem, Tier } from './contract.ts';
import { runEngine } from './engine.ts';
import { loadSolver } from './highs.server.ts';
import { proverHere } from './prover.ts';
import { compareScores } from './score.ts';
import { readProblem } from './validate.ts';

const solver = await loadSolver();

const solve = (problem: Problem, iterations: number, seed = 1) =>
	runEngine(problem, { seed, iterations, proof: true }, proverHere(problem, seed, solver));

type Best = { mix: number; wishes: number[]; plan: Plan };
type Small = { problem: Problem; best: { mixFirst: Best; wishesFirst: Best } };
const load = (n: number): Small =>
	JSON.parse(readFileSync(new URL(`./problems/small-${n}.json`, import.meta.url), 'utf8')) as Small;

const orders: [keyof Small['best'], Tier[]][] = [
	['mixFirst', ['mix', 'wishes']],
	['wishesFirst', ['wishes', 'mix']]
];

describe.each([1, 2, 3, 4, 5, 6, 7])('small problem %i', (n) => {
	const { problem, best } = load(n);
	it.each(orders)('%s is solved and proved, also from a poor start', async (name, order) => {
		for (const iterations of [20_000, 50]) {
			const answer = await solve({ ...problem, order }, iterations);
			expect(answer.score).toMatchObject({ musts: 0, mix: best[name].mix, wishes: best[name].wishes });
			expect(answer).toMatchObject({ proved: true, gap: 0, bound: { mix: 'optimal', wishes: 'optimal' } });
		}
	});
});

describe('value and proof', () => {
	const agree = async (problem: Problem) => {
		const best = bestByTrying(problem);
		const answer = await solve(problem, 500);
		if (best.musts > 0) {
			expect(answer).toMatchObject({ proved: false, gap: null });
			expect(answer.contradiction?.demands.length).toBeGreaterThan(0);
			return;
		}
		expect(answer.score.musts).toBe(0);
		expect(compareScores(problem, answer.score, best)).toBeCloseTo(0, 6);
		expect(answer.proved).toBe(true);
	};
	const valid = (people: { min: number; max: number }, rounds: number) =>
		problems(people, rounds).filter((problem) => 'problem' in readProblem(problem));

	it.each([
		['eight people in one round', { min: 6, max: 8 }, 1, 25],
		['five people in two rounds', { min: 4, max: 5 }, 2, 12]
	])(
		'equal what trying everything finds: %s',
		async (_, people, rounds, numRuns) => {
			await fc.assert(fc.asyncProperty(valid(people, rounds), agree), { numRuns, seed: 11 });
		},
		120_000
	);
});

it('ends the search once a proof is complete, and counts the tried moves of its start only', async () => {
	const { problem, best } = load(4);
	const answer = await solve(problem, 1_000_000_000);
	expect(answer).toMatchObject({ proved: true, score: { mix: best.mixFirst.mix } });
	expect(answer.iterations).toBeLessThanOrEqual(300_000);
});

it('among plans as good takes one in favour of those who lost places before', async () => {
	const { problem } = load(4);
	const plain = await solve(problem, 1_000_000_000);
	const rankOf = ({ plan }: Answer, { id, wishes = [] }: Person) => {
		const at = problem.rounds.map((round) => wishes.indexOf(plan[round.id]?.[id] ?? ''));
		return at.reduce((sum, rank) => sum + (rank < 0 ? wishes.length : rank), 0);
	};
	const favoured = await Promise.all(
		problem.people.map(async (person) => {
			const people = problem.people.map((other) => (other.id === person.id ? { ...other, credit: 1 } : other));
			const answer = await solve({ ...problem, people }, 1_000_000_000);
			expect(answer).toMatchObject({ proved: true, score: { mix: plain.score.mix, wishes: plain.score.wishes } });
			expect(rankOf(answer, person)).toBeLessThanOrEqual(rankOf(plain, person));
			return rankOf(plain, person) - rankOf(answer, person);
		})
	);
	expect(Math.max(...favoured)).toBeGreaterThan(0);
});

it('gives the same bytes of plan for the same seed and budget, whatever the prover has time for', async () => {
	const { problem } = load(4);
	const plans = await Promise.all([1, 2].map(async () => JSON.stringify((await solve(problem, 30_000)).plan)));
	expect(plans[0]).toBe(plans[1]);
});
