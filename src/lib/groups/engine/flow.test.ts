import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bestByTrying, problems } from './assign.arbitrary.ts';
import type { Problem } from './contract.ts';
import { seatByWishes } from './flow.ts';
import { buildModel } from './model.ts';
import { readProblem } from './validate.ts';
import { compareProfiles, trimProfile } from './wishes.ts';

const profileOf = (problem: Problem): number[] | undefined => {
	const model = buildModel(problem, 1);
	const seating = seatByWishes(model, 0);
	if (!seating) return undefined;
	const counts = new Array<number>(model.ranks).fill(0);
	seating.slots.forEach((slot, i) => {
		const rank = model.slotRank[model.slotBase[slot]! + seating.seats[i]!]!;
		if (rank > 0) counts[rank - 1]!++;
	});
	return trimProfile(counts);
};

/** Only sizes, fixed places and wishes. */
const plain = problems({ min: 3, max: 7 }, 1)
	.map((problem): Problem => {
		const { rounds, people } = problem;
		const groups = rounds[0]!.groups.map(({ optional: _, ...group }) => group);
		return { version: 1, order: ['wishes'], rounds: [{ id: 'r1', groups }], people };
	})
	.filter((problem) => 'problem' in readProblem(problem));

it('seats as well as trying everything, and says when the sizes do not fit', () => {
	fc.assert(
		fc.property(plain, (problem) => {
			const best = bestByTrying(problem);
			const profile = profileOf(problem);
			if (best.musts > 0) expect(profile).toBeUndefined();
			else expect(profile).toEqual(best.wishes);
		}),
		{ numRuns: 150, seed: 31 }
	);
});

it('is a bound for problems with other musts as well', () => {
	const any = problems({ min: 4, max: 6 }, 1).filter((problem) => 'problem' in readProblem(problem));
	fc.assert(
		fc.property(any, (problem) => {
			const best = bestByTrying({ ...problem, order: ['wishes'] });
			const profile = profileOf(problem);
			if (best.musts === 0 && profile) expect(compareProfiles(profile, best.wishes)).toBeLessThanOrEqual(0);
		}),
		{ numRuns: 60, seed: 32 }
	);
});
