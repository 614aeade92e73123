import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assignGroups } from './assign.ts';
import { problems } from './assign.arbitrary.ts';
import type { Plan, Problem } from './contract.ts';
import { repairFrontier, withFewMoves } from './frontier.ts';
import { nearbyPlans } from './nearby.ts';
import { compareScores, scorePlan } from './score.ts';
import { attending } from './sizes.ts';
import { readProblem } from './validate.ts';

/** A problem with a plan of it to be repaired; everybody had a place. */
const repairs = fc
	.tuple(problems({ min: 4, max: 9 }, 2), fc.integer({ min: 0, max: 9 }))
	.map(([problem, seed]): Problem => {
		const { repair: _, ...fresh } = problem;
		const { plan } = assignGroups({ ...fresh, order: ['wishes', 'mix'] }, { seed, iterations: 2_000 });
		return { ...fresh, repair: { current: plan, price: 1 } };
	})
	.filter((problem) => 'problem' in readProblem(problem));

const scoreOf = (problem: Problem, plan: Plan) => {
	const { repair, ...free } = problem;
	return { ...scorePlan(free, plan), moves: scorePlan({ ...free, repair: { ...repair!, price: 0 } }, plan).moves };
};

it('moves no more people than asked, breaks no further must and gains with every point', () => {
	fc.assert(
		fc.property(repairs, fc.integer({ min: 0, max: 4 }), (problem, most) => {
			const start = problem.repair!.current;
			const { repair: _, ...free } = problem;
			const scores = nearbyPlans(problem, start, most, 1).map((plan) => scoreOf(problem, plan));
			for (const [i, score] of scores.entries()) {
				expect(score.moves).toBeLessThanOrEqual(most);
				expect(score.musts).toBeLessThanOrEqual(scorePlan(free, start).musts);
				if (i === 0) continue;
				expect(score.moves).toBeGreaterThan(scores[i - 1]!.moves);
				expect(compareScores(free, score, scores[i - 1]!)).toBeLessThan(0);
			}
		}),
		{ numRuns: 60, seed: 5 }
	);
});

it('with one move finds what trying every single move finds', () => {
	fc.assert(
		fc.property(
			repairs.filter(
				(problem) => (problem.together ?? []).length === 0 && scorePlan(problem, problem.repair!.current).musts === 0
			),
			(problem) => {
				const start = problem.repair!.current;
				const { repair: _, ...free } = problem;
				const tried: Plan[] = [start];
				for (const round of problem.rounds)
					for (const { id } of attending(problem, round))
						for (const group of round.groups)
							tried.push({ ...start, [round.id]: { ...start[round.id], [id]: group.id } });
				const limit = scorePlan(free, start).musts;
				const best = tried
					.map((plan) => scorePlan(free, plan))
					.filter(({ musts }) => musts <= limit)
					.reduce((a, b) => (compareScores(free, b, a) < 0 ? b : a));
				const found = scorePlan(free, nearbyPlans(problem, start, 1, 1).at(-1)!);
				expect([found.musts, found.mix]).toEqual([best.musts, expect.closeTo(best.mix, 6)]);
				expect(compareScores(free, found, best)).toBeCloseTo(0, 6);
			}
		),
		{ numRuns: 60, seed: 6 }
	);
});

it('a walk-in gets a place and nobody else moves; the frontier goes on from there', () => {
	const people = Array.from({ length: 12 }, (_, i) => ({
		id: `p${i}`,
		classes: { side: i % 2 ? 'office' : 'provider' }
	}));
	const groups = ['A', 'B', 'C'].map((id) => ({ id, min: 3, max: 6 }));
	const seats = Object.fromEntries(people.map(({ id }, i) => [id, 'ABC'[i < 6 ? 0 : i < 9 ? 1 : 2]!]));
	const problem: Problem = {
		...{ version: 1, rounds: [{ id: 'r', groups }], order: ['mix'] },
		people: [...people, { id: 'guest', classes: { side: 'office' } }],
		mix: [{ rule: 'balance', class: 'side', weight: 1 }],
		repair: { current: { r: seats }, price: 1 }
	} as Problem;
	const [nobody, ...others] = withFewMoves(problem, { seed: 1 });
	expect(nobody!.score.moves).toBe(0);
	expect(nobody!.plan['r']!['guest']).toBeDefined();
	expect(others.every(({ score }) => score.moves > 0 && score.mix < nobody!.score.mix)).toBe(true);
	const frontier = repairFrontier(problem, { seed: 1 });
	expect(frontier.map(({ score }) => score.moves)).toEqual(
		frontier.map(({ score }) => score.moves).toSorted((a, b) => a - b)
	);
	expect(frontier.at(-1)!.score.mix).toBeLessThanOrEqual(nobody!.score.mix);
});
