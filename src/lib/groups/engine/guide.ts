import type { Model } from './model.ts';
import type { Solver } from './solver.ts';
import { TierProgram } from './tierProgram.ts';

const DUST = 1e-6;
/** Up to so many columns a placement of good wishes is there while the search is at work. */
const GUIDED = 15_000;

/**
 * A placement whose wishes are about as good as a mix of at most `mix` allows; the mix itself is not kept. For the order
 * mix before wishes, in one round. Undefined where there is nothing to say, or the program is too large.
 */
export function guideWishes(model: Model, mix: number, solver: Solver): Int32Array | undefined {
	const [first, second] = model.problem.order;
	if (first !== 'mix' || second !== 'wishes' || model.meetings > 0) return undefined;
	const tier = new TierProgram(model, { wishes: true, pairs: false });
	if (tier.program.columns > GUIDED) return undefined;
	tier.hold(tier.mix.mix, mix + DUST);
	tier.aim(tier.steepSum());
	const { columns } = solver.solve(tier.program, { relaxed: true, interior: tier.isDense });
	return columns && tier.decode(columns);
}
