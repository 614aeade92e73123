import type { Problem } from '#lib/groups/engine/contract.ts';
import { mixStep, raise } from '#lib/groups/engine/lattice.ts';
import type { Measure } from '#lib/groups/engine/mixProgram.ts';
import { buildModel } from '#lib/groups/engine/model.ts';
import type { Solver } from '#lib/groups/engine/solver.ts';
import { TierProgram } from '#lib/groups/engine/tierProgram.ts';

/**
 * A mix that no plan of a repair beats which moves at most so many people.
 * @param nodes most nodes of the search tree; the bound holds also when they are used up
 * @returns Infinity if the musts cannot all hold with so few moves
 */
export function boundWithFewMoves(problem: Problem, most: number, solver: Solver, nodes: number): number {
	// With a price of one, what the places cost are the moves themselves.
	const model = buildModel({ ...problem, repair: { ...problem.repair!, price: 1 } }, 1);
	const tier = new TierProgram(model, { wishes: false, pairs: false });
	const moves: Measure = { terms: [], constant: 0 };
	tier.mix.kinds.forEach(({ units, round }, k) => {
		for (let local = 0; local < model.roundStart[round + 1]! - model.roundStart[round]!; local++) {
			const count = model.linMix[model.linBase[units[0]!]! + local]!;
			if (count > 0) moves.terms.push([tier.mix.columns[k]![local]!, count]);
		}
	});
	model.units.forEach(({ fixed }, u) => {
		if (fixed >= 0) moves.constant += model.linMix[model.linBase[u]! + model.groups[fixed]!.local]!;
	});
	const { mix } = tier.mix;
	tier.aim({
		terms: [...mix.terms, ...moves.terms.map(([column, count]): [number, number] => [column, -count])],
		constant: mix.constant - moves.constant
	});
	tier.hold(moves, most + 1e-6);
	const step = mixStep({ ...model, linMix: new Float64Array(0) });
	return raise(solver.solve(tier.program, { step, nodes }).bound, step);
}
