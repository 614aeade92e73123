import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignGroups } from './assign.ts';
import { bestByTrying, problems } from './assign.arbitrary.ts';
import type { Problem } from './contract.ts';
import { explainPlan, reasonFor } from './reasons.ts';
import { buildModel, planOf } from './model.ts';
import { Random } from './random.ts';
import { compareScores, mixTier, scorePlan } from './score.ts';
import { attending } from './sizes.ts';
import { State } from './state.ts';
import { readProblem } from './validate.ts';
import { trimProfile } from './wishes.ts';

const valid = (size: { min: number; max: number }, rounds: number) =>
	problems(size, rounds).filter((problem) => 'problem' in readProblem(problem));

describe('the engine', () => {
	it('finds what trying everything finds, and its bound is never above it', () => {
		const check = (problem: Problem) => {
			const best = bestByTrying(problem);
			const answer = assignGroups(problem, { seed: 1, iterations: 300_000 });
			expect(answer.score.musts).toBe(best.musts);
			expect(compareScores(problem, answer.score, best)).toBeCloseTo(0, 6);
			if (typeof answer.bound.mix === 'number') {
				const freest = bestByTrying({ ...problem, order: ['mix'], repair: undefined } as unknown as Problem);
				expect(answer.bound.mix).toBeLessThanOrEqual(freest.mix + 1e-9);
			}
			if (answer.proved) expect(answer.score.musts).toBe(0);
		};
		fc.assert(fc.property(valid({ min: 4, max: 6 }, 1), check), { numRuns: 60, seed: 7 });
		fc.assert(fc.property(valid({ min: 3, max: 4 }, 2), check), { numRuns: 15, seed: 8 });
	});

	it('places everybody once in every round attended and never ends worse than it was', () => {
		fc.assert(
			fc.property(valid({ min: 5, max: 20 }, 3), fc.integer({ min: 0, max: 9 }), (problem, seed) => {
				const answer = assignGroups(problem, { seed, iterations: 20_000 });
				for (const round of problem.rounds)
					expect(Object.keys(answer.plan[round.id]!).sort()).toEqual(
						attending(problem, round)
							.map(({ id }) => id)
							.sort()
					);
				const again = { ...problem, repair: { current: answer.plan, price: 0 } };
				const repaired = assignGroups(again, { seed: seed + 1, iterations: 5_000 });
				expect(compareScores(again, repaired.score, scorePlan(again, answer.plan))).toBeLessThanOrEqual(1e-9);
			}),
			{ numRuns: 25, seed: 3 }
		);
	});

	it('prices 1000 random moves exactly as the plain score counts them', () => {
		fc.assert(
			fc.property(valid({ min: 6, max: 14 }, 3), fc.boolean(), (problem, relaxed) => {
				const state = walk(problem, relaxed, 1000);
				const score = scorePlan(problem, planOf(state.model, state.place));
				expect(state.musts).toBeCloseTo(score.musts, 6);
				expect(state.mix).toBeCloseTo(mixTier(problem, score), 6);
				expect(trimProfile(Array.from(state.rankCount.subarray(1)))).toEqual(score.wishes);
			}),
			{ numRuns: 40, seed: 5 }
		);
	});

	it('gives the same plan for the same seed, whatever the order in the file, and repeats a stopped search', () => {
		fc.assert(
			fc.property(valid({ min: 6, max: 16 }, 2), (problem) => {
				const answer = assignGroups(problem, { seed: 4, iterations: 30_000 });
				const turned = { ...problem, people: problem.people.toReversed() };
				expect(assignGroups(turned, { seed: 4, iterations: 30_000 }).score).toEqual(answer.score);
				let clock = 0;
				const stopped = assignGroups(problem, { seed: 4, seconds: 0.03, now: () => clock++ });
				const replayed = assignGroups(problem, { seed: 4, iterations: stopped.iterations });
				expect(replayed.plan).toEqual(stopped.plan);
			}),
			{ numRuns: 15, seed: 6 }
		);
	});

	it('says why and prices every exchange as the plain score does', () => {
		fc.assert(
			fc.property(valid({ min: 6, max: 12 }, 1), (problem) => {
				const { plan, score } = assignGroups(problem, { seed: 2, iterations: 3_000 });
				const explainer = explainPlan(problem, plan);
				for (const { id } of attending(problem, problem.rounds[0]!)) {
					const reason = reasonFor(explainer, id, 'r1')!;
					for (const { group, cheapest } of reason.better) {
						expect(cheapest.people[0]).toMatchObject({ id, to: group });
						const seats: Record<string, string> = { ...plan.r1 };
						for (const mover of cheapest.people) seats[mover.id] = mover.to;
						const after = scorePlan(problem, { ...plan, r1: seats });
						expect(after.musts - score.musts).toBeCloseTo(cheapest.musts, 6);
						expect(mixTier(problem, after) - mixTier(problem, score)).toBeCloseTo(cheapest.mix, 6);
					}
				}
			}),
			{ numRuns: 30, seed: 9 }
		);
	});
});

/** A state after random shifts and swaps, every one of them priced and made. */
function walk(problem: Problem, relaxed: boolean, moves: number): State {
	const model = buildModel(problem, 1, relaxed);
	const state = new State(model);
	const random = new Random(1, 1);
	const anywhere = (unit: number) => {
		const first = model.roundStart[model.unitRound[unit]!]!;
		return first + random.below(model.roundStart[model.unitRound[unit]! + 1]! - first);
	};
	state.load(model.units.map((unit, u) => (unit.fixed >= 0 ? unit.fixed : anywhere(u))));
	for (let i = 0; i < moves; i++) {
		const unit = random.below(model.units.length);
		const mate = random.below(model.units.length);
		const to = anywhere(unit);
		// Fixed places are kept by construction: the search never moves them.
		if (model.units[unit]!.fixed >= 0 || model.units[mate]!.fixed >= 0) continue;
		if (i % 2 === 0 && to !== state.place[unit]) {
			state.priceShift(unit, to);
			state.shift(unit, to);
		} else if (model.unitRound[unit] === model.unitRound[mate] && state.place[unit] !== state.place[mate]) {
			state.priceSwap(unit, mate);
			state.swap(unit, mate);
		}
	}
	return state;
}
