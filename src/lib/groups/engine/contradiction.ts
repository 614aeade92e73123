import type { Contradiction, Problem, Relaxation } from './contract.ts';
import { demandsOf, layOut, type Loose } from './demands.ts';
import { buildModel } from './model.ts';
import { seatAll } from './prove.ts';
import type { Solver } from './solver.ts';
import { TierProgram } from './tierProgram.ts';

/** What the search for a contradiction needs: whether a problem's musts can all hold. Unknown counts as "they can". */
type Judge = (problem: Problem) => boolean;

/**
 * A minimal set of demands that contradict each other, found by deletion: whatever can be given up while the rest still
 * contradict each other is given up. Then, for each demand left, the smallest loosening that helps.
 * @returns undefined if the musts can all hold, or if the work was halted
 */
export function findContradiction(
	problem: Problem,
	seed: number,
	solver: Solver,
	isHalted?: () => boolean
): Contradiction | undefined {
	const bare = { ...problem, order: ['mix' as const], mix: (problem.mix ?? []).filter((rule) => rule.must), met: [] };
	const { meetings: _, ...musts } = bare;
	const canHold: Judge = (changed) => seatAll(buildModel(layOut(changed), seed), solver) !== undefined;
	if (canHold(musts)) return undefined;
	const demands = demandsOf(musts);
	const kept = keepNeeded(musts, demands, canHold, isHalted);
	if (!kept) return undefined;
	const within = without(musts, demands, kept);
	const relaxations = kept.flatMap((demand): Relaxation[] => {
		// Where only this contradiction stands in the way the loosening is measured on the whole problem.
		const base = canHold(demand.without(musts)) ? musts : within;
		return [{ demand: demand.demand, by: smallestStep(base, demand, seed, solver, canHold) }];
	});
	return { demands: kept.map(({ demand }) => demand), relaxations };
}

const without = (problem: Problem, demands: Loose[], kept: readonly Loose[]): Problem =>
	demands.filter((demand) => !kept.includes(demand)).reduce((of, demand) => demand.without(of), problem);

/** Gives up demands in halves first, then one by one, as long as the rest contradict each other. */
function keepNeeded(problem: Problem, demands: Loose[], canHold: Judge, isHalted?: () => boolean): Loose[] | undefined {
	let kept = demands;
	for (let size = Math.ceil(demands.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
		for (let at = 0; at < kept.length;) {
			if (isHalted?.()) return undefined;
			const fewer = kept.toSpliced(at, size);
			if (canHold(without(problem, demands, fewer))) at += size;
			else kept = fewer;
		}
	return kept;
}

/** Fewest people or places by which a demand must give way; 1 for a demand that can only be given up. */
function smallestStep(problem: Problem, demand: Loose, seed: number, solver: Solver, canHold: Judge): number {
	if (demand.demand.rule === 'fixed') return fewestReleased(problem, demand, seed, solver);
	let low = 0;
	let high = demand.most;
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (canHold(demand.loosened(problem, middle))) high = middle;
		else low = middle;
	}
	return Math.max(1, high);
}

/** Of the people held in a group as few as possible leave it: each leaving costs one. */
function fewestReleased(problem: Problem, demand: Loose, seed: number, solver: Solver): number {
	const { round = '', group = '', people = [] } = demand.demand;
	const current = { [round]: Object.fromEntries(people.map((id) => [id, group])) };
	const started = problem.repair?.started ?? [];
	const free = layOut(demand.without(problem));
	// Where a round has started everybody there is held anyway, at no price.
	const held = Object.fromEntries(started.map((id) => [id, problem.repair?.current[id] ?? {}]));
	const priced: Problem = { ...free, repair: { current: { ...current, ...held }, price: 1, started } };
	const model = buildModel(priced, seed);
	const tier = new TierProgram(model, { wishes: false, pairs: false });
	tier.aim(tier.mix.mix);
	const solved = solver.solve(tier.program, { step: 1, nodes: 2000 });
	return Math.max(1, Math.round(solved.value ?? people.length));
}
