import type { Program } from './program.ts';

/** What a solver found out about a program. */
export type Solved = {
	/** `stopped`: out of nodes or halted; `bound` holds all the same. */
	status: 'optimal' | 'infeasible' | 'stopped';
	/** No solution costs less; −∞ if nothing is known. */
	bound: number;
	/** Cost and columns of the best solution known, if there is one. */
	value?: number;
	columns?: Float64Array;
};

export type SolveOptions = {
	/** Leave out that columns must be whole: quicker, a bound only. */
	relaxed?: boolean;
	/** With `relaxed`: an interior point instead of a corner. Far quicker where everybody belongs to many counted classes. */
	interior?: boolean;
	/** Whole columns of a solution to begin with. */
	start?: { column: number; value: number }[];
	/** Values are multiples of this, so a bound nearer than one step proves the value. */
	step?: number;
	/** Most nodes of the search tree: unlike time the same on every machine. */
	nodes?: number;
	/** Asked again and again; true ends the work. */
	isHalted?: () => boolean;
	/** Told of every better solution and bound. */
	onProgress?: (value: number, bound: number) => void;
};

/** Solves linear programs. The engine knows no more of it than this. */
export interface Solver {
	solve(program: Program, options: SolveOptions): Solved;
}
