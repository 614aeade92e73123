import loadHighs, { type Highs, type HighsCallbackMap, type Model } from 'highs';
import type { Program } from './program.ts';
import type { Solved, SolveOptions, Solver } from './solver.ts';

/** Loads HiGHS (about 50 ms) as the solver of the engine. */
export async function loadSolver(): Promise<Solver> {
	const highs = await loadHighs();
	return { solve: (program, options) => solveWith(highs, program, options) };
}

function solveWith(highs: Highs, program: Program, options: SolveOptions): Solved {
	if (program.columns === 0) return solveEmpty(program);
	const model = highs.createModel(modelData(program, highs, options.relaxed === true));
	try {
		model.options.set({ output_flag: false, random_seed: 1, mip_rel_gap: 0 });
		if (options.interior) model.options.set({ solver: 'ipm', run_crossover: 'off' });
		if (options.step) model.options.set({ mip_abs_gap: options.step * 0.999 });
		if (options.nodes !== undefined) model.options.set({ mip_max_nodes: options.nodes });
		if (options.start)
			model.setSolution({
				indices: options.start.map(({ column }) => column),
				values: options.start.map(({ value }) => value)
			});
		model.run(callbacks(highs, options));
		return read(highs, model, program, options.relaxed === true);
	} finally {
		model.dispose();
	}
}

/** HiGHS takes no program without columns: then every row asks whether 0 lies in it. */
function solveEmpty(program: Program): Solved {
	const holds = program.rowLower.every((lower, row) => lower <= 0 && program.rowUpper[row]! >= 0);
	if (!holds) return { status: 'infeasible', bound: Infinity };
	return { status: 'optimal', bound: program.constant, value: program.constant, columns: new Float64Array(0) };
}

function modelData(program: Program, highs: Highs, relaxed: boolean) {
	const { integer, continuous } = highs.constants.variableType;
	return {
		numCols: program.columns,
		numRows: program.rows,
		offset: program.constant,
		colCost: Float64Array.from(program.cost),
		colLower: Float64Array.from(program.lower),
		colUpper: Float64Array.from(program.upper),
		rowLower: Float64Array.from(program.rowLower),
		rowUpper: Float64Array.from(program.rowUpper),
		matrix: {
			format: 'csr' as const,
			numRows: program.rows,
			numCols: program.columns,
			starts: Int32Array.from(program.rowStart),
			indices: Int32Array.from(program.column),
			values: Float64Array.from(program.factor)
		},
		...(relaxed ? {} : { integrality: Int32Array.from(program.whole, (whole) => (whole ? integer : continuous)) })
	};
}

function callbacks(highs: Highs, { isHalted, onProgress }: SolveOptions): HighsCallbackMap {
	const { mipInterrupt } = highs.constants.callbackType;
	return {
		[mipInterrupt](event) {
			const { mip_primal_bound: value = Infinity, mip_dual_bound: bound = -Infinity } = event.data;
			onProgress?.(value, bound);
			if (isHalted?.()) event.interrupt();
			return undefined;
		}
	};
}

function read(highs: Highs, model: Model, program: Program, relaxed: boolean): Solved {
	const { optimal, infeasible } = highs.constants.modelStatus;
	const status = model.getModelStatus();
	if (status === infeasible) return { status: 'infeasible', bound: Infinity };
	const isLinear = relaxed || !program.whole.includes(true);
	const value = model.getObjectiveValue();
	if (isLinear) {
		if (status !== optimal) return { status: 'stopped', bound: -Infinity };
		return { status: 'optimal', bound: value, value, columns: model.getSolution().colValue };
	}
	const bound = Number(model.info.get('mip_dual_bound'));
	const has = Number(model.info.get('primal_solution_status')) === 2;
	const found = has ? { value, columns: model.getSolution().colValue } : {};
	return { status: status === optimal ? 'optimal' : 'stopped', bound, ...found };
}
