import type { Contradiction, Problem } from './contract.ts';
import { findContradiction } from './contradiction.ts';
import { compareToBest, noteBest, updateBest } from './goal.ts';
import { buildModel } from './model.ts';
import { guideWishes } from './guide.ts';
import { isComplete, proveTiers, relaxFirstTier, seatAll, type Proof } from './prove.ts';
import type { Solver } from './solver.ts';
import { State } from './state.ts';

/** A bound for the first tier and a placement near the solution of the relaxation. */
export type Relaxed = { bound: number; place?: Int32Array };
export type Report = { proof: Proof; place: Int32Array };

/**
 * What the search asks of a solver. It may work in a thread of its own; placements are of the strict model of the same
 * problem and seed, which both sides build alike.
 */
export interface Prover {
	/** Undefined if the musts cannot all hold. */
	relax(): Promise<Relaxed | undefined>;
	/** A placement whose wishes are about as good as that mix allows; undefined where that takes long or means nothing. */
	guide(mix: number): Promise<Int32Array | undefined>;
	/** A placement that keeps all musts; undefined if there is none; null if none was found in the nodes allowed. */
	seat(): Promise<Int32Array | undefined | null>;
	/** Proves tier by tier, beginning with the best placement known. `onlyQuick`: leaves alone what would take long. */
	prove(place: Int32Array, onReport: (report: Report) => void, onlyQuick?: boolean): Promise<Report>;
	/** True once a proof has shown of a placement that none is better in any tier; to be asked at any time. */
	isComplete(): boolean;
	/** A minimal set of demands that contradict each other. */
	contradiction(): Promise<Contradiction | undefined>;
	end(): Promise<void>;
}

/** A prover that works right here. */
export function proverHere(problem: Problem, seed: number, solver: Solver, isHalted?: () => boolean): Prover {
	const model = buildModel(problem, seed);
	let complete = false;
	return {
		isComplete: () => complete,
		relax: async () => relaxFirstTier(model, solver),
		guide: async (mix) => guideWishes(model, mix, solver),
		seat: async () => seatAll(model, solver),
		contradiction: async () => findContradiction(problem, seed, solver, isHalted),
		end: async () => {},
		async prove(place, onReport, onlyQuick = false) {
			let state = new State(model);
			state.load(place);
			const best = noteBest(state);
			const proof = proveTiers(model, solver, {
				...(isHalted ? { isHalted } : {}),
				onlyQuick,
				best: () => best,
				onBetter(better) {
					state = new State(model);
					state.load(better);
					if (compareToBest(state, best, problem.order) < 0) updateBest(state, best);
				},
				onBound: (known) => onReport({ proof: structuredClone(known), place: best.place.slice() })
			});
			complete ||= isComplete(proof, model);
			return { proof, place: best.place };
		}
	};
}
