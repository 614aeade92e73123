import { Assignment, type AssignOptions } from './assign.ts';
import type { Answer, Problem, Progress } from './contract.ts';
import { isComplete, type Proof } from './prove.ts';
import type { Prover } from './prover.ts';

export type EngineOptions = Omit<AssignOptions, 'onStep'> & {
	/**
	 * Also prove how good the plan is, tier by tier, and better it where the proof finds a better one. `quick`: only what is
	 * shown while the search goes on; the plan is then that of the proof, or the one the search finds without any.
	 */
	proof?: boolean | 'quick';
	/** Told where the run stands: at every finding and about four times a second. */
	onProgress?: (progress: Progress) => void;
};

/** Milliseconds between two reports. */
const RHYTHM = 250;

/**
 * The whole engine: search, bounds and, where asked for, proof. The search and the prover exchange plans at fixed
 * counts of tried moves, so that the same seed and budget give the same plan, however quick either of them is and
 * whether they share a thread or not.
 */
export async function runEngine(problem: Problem, options: EngineOptions, prover?: Prover): Promise<Answer> {
	const reporter = new Reporter(options);
	const isHalted = () => options.isHalted?.() === true || prover?.isComplete() === true;
	const assignment = new Assignment(problem, { ...options, isHalted, onStep: (run) => reporter.step(run) });
	const proof: Proof = { isFeasible: true };
	reporter.say(assignment, 'search', proof);
	const relaxing = prover && !assignment.isPerfect ? prover.relax() : undefined;
	assignment.search(Math.min(assignment.budget, firstLeg(assignment)));
	if (relaxing && prover && !assignment.isMixed) await meet(assignment, prover, relaxing, proof, reporter);
	const guiding = prover && !assignment.isOver ? prover.guide(assignment.bounds.mix) : undefined;
	const proving = prover && options.proof ? proveBeside(assignment, prover, proof) : undefined;
	if (guiding) await follow(assignment, guiding);
	if (!assignment.isOver) assignment.search(assignment.budget);
	const isSettled = (await proving?.(options.proof === true)) ?? false;
	if (prover && proof.isFeasible && assignment.best.musts > 0) await seat(assignment, prover, proof);
	if (prover && options.proof === true && proof.isFeasible && !isSettled)
		await proveAll(assignment, prover, proof, reporter);
	assignment.polish();
	const answer = assignment.answer(proof);
	if (!prover || proof.isFeasible) return answer;
	const contradiction = await prover.contradiction();
	return contradiction ? { ...answer, contradiction, milliseconds: assignment.milliseconds } : answer;
}

/** Tried moves before the search takes over what the relaxation suggests; where wishes come first it suggests nothing. */
const firstLeg = ({ model: { problem, free } }: Assignment): number =>
	Math.max(300_000, problem.order[0] === 'wishes' ? 0 : free.length * 1000);

/** Legs before the search tries a beginning of good wishes; by then it is there, or nearly. */
const LEGS_ALONE = 8;

/** Searches on for some legs, then goes on from a placement of good wishes, if there is one. */
async function follow(assignment: Assignment, guiding: Promise<Int32Array | undefined>): Promise<void> {
	const until = LEGS_ALONE * firstLeg(assignment);
	assignment.search(Math.min(assignment.budget, until));
	if (assignment.isOver || assignment.iterations < until || assignment.isPerfect) return;
	const place = await guiding;
	if (place && !assignment.isOver) assignment.follow(place);
}

/** Waits for the relaxation: its bound, and a plan to go on from. */
async function meet(
	assignment: Assignment,
	prover: Prover,
	relaxing: ReturnType<Prover['relax']>,
	proof: Proof,
	reporter: Reporter
): Promise<void> {
	reporter.say(assignment, 'bound', proof);
	const relaxed = await relaxing;
	if (!relaxed) {
		proof.isFeasible = false;
		assignment.isContradictory = true;
		return;
	}
	const { order } = assignment.problem;
	if (order[0] !== 'wishes') proof.mix = { bound: relaxed.bound, isReached: false };
	if (order[0] === 'mix') assignment.bounds.mix = Math.max(assignment.bounds.mix, relaxed.bound);
	if (relaxed.place && assignment.budget > assignment.iterations) assignment.offer(relaxed.place);
	if (assignment.best.musts > 0) await seat(assignment, prover, proof);
	reporter.say(assignment, 'search', proof);
}

/** Where the search finds no plan that keeps all musts, the solver does, or knows that there is none. */
async function seat(assignment: Assignment, prover: Prover, proof: Proof): Promise<void> {
	const place = await prover.seat();
	if (place) assignment.offer(place);
	if (place !== undefined) return;
	proof.isFeasible = false;
	assignment.isContradictory = true;
}

/**
 * Tries a quick proof while the search goes on. It starts from the plan of the first leg, so what it finds does not depend
 * on how far the search has come.
 * @returns to be called after the search: waits for what was found and takes it over, a plan that is only better and not
 * the best if that is wanted; true if the proof is complete
 */
function proveBeside(
	assignment: Assignment,
	prover: Prover,
	proof: Proof
): ((takesBetter: boolean) => Promise<boolean>) | undefined {
	if (!proof.isFeasible || assignment.isOver || assignment.best.musts > 0 || assignment.isPerfect) return undefined;
	const { iterations, model } = assignment;
	const proving = prover.prove(assignment.best.place.slice(), () => {}, true);
	return async (takesBetter) => {
		const report = await proving;
		const isDone = isComplete(report.proof, model);
		if (isDone) assignment.settle(report.place, iterations);
		else if (takesBetter) assignment.offer(report.place);
		Object.assign(proof, report.proof);
		return isDone;
	};
}

async function proveAll(assignment: Assignment, prover: Prover, proof: Proof, reporter: Reporter): Promise<void> {
	if (assignment.best.musts > 0 || assignment.isPerfect) return;
	reporter.say(assignment, 'proof', proof);
	const report = await prover.prove(assignment.best.place.slice(), (known) => {
		assignment.offer(known.place);
		Object.assign(proof, known.proof);
		reporter.say(assignment, 'proof', proof);
	});
	assignment.offer(report.place);
	Object.assign(proof, report.proof);
}

class Reporter {
	readonly #options: EngineOptions;
	#saidAt = -Infinity;
	#costMs = 0;
	#plan = '';
	#proof: Proof = { isFeasible: true };

	constructor(options: EngineOptions) {
		this.#options = options;
	}

	/** Reports when the last report is some time ago. */
	step(assignment: Assignment): void {
		const now = this.#options.now?.() ?? 0;
		// A large hall takes long to count; reports take a tenth of the time at most.
		if (now - this.#saidAt >= Math.max(RHYTHM, 10 * this.#costMs)) this.say(assignment, 'search', this.#proof);
	}

	say(assignment: Assignment, phase: Progress['phase'], proof: Proof): void {
		const { onProgress, now } = this.#options;
		if (!onProgress) return;
		this.#saidAt = now?.() ?? 0;
		this.#proof = proof;
		const { score, bound, gap, plan, iterations, milliseconds } = assignment.answer(proof);
		const key = assignment.best.place.join();
		onProgress({ phase, iterations, milliseconds, score, bound, gap, ...(key === this.#plan ? {} : { plan }) });
		this.#plan = key;
		const end = now?.() ?? 0;
		this.#costMs = end - this.#saidAt;
		this.#saidAt = end;
	}
}
