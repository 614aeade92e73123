import type { Cooling } from './anneal.ts';
import { compareMeasures, type Best, type Weights } from './goal.ts';
import type { Model } from './model.ts';
import type { Random } from './random.ts';
import type { State } from './state.ts';

/** Typical and small change of the mix by one exchange, and the smallest one, but for prices far below it. */
export type Scale = { mix: number; mixStep: number; least: number };

/**
 * How the tiers are weighed against each other in the next run of cooling. The tiers are lexicographic, but a search
 * that never gives way in the first tier gets stuck in the second. So the weights adapt from run to run until the
 * upper tiers just keep the best they had. Plans are always compared exactly, never by these weights.
 */
export type Course = {
	run: number;
	/** How much the first tier outweighs the second. */
	ratio: number;
	/** steps[r] = weight of rank r + 1 over rank r, in units of the step before it. */
	steps: number[];
	/** The best mix after the run before, and how many runs for the mix alone in a row did not better it. */
	mix: number;
	idle: number;
	/** Stays near the placement it begins with. */
	isNear: boolean;
	/** Begins with wishes as good as the mix allows, and a mix that is not yet as good. */
	isGuided: boolean;
};

/** Runs for the mix alone that may gain nothing before the wishes get their turn. */
const IDLE = 2;
/** Mix and wishes are settled apart where mix comes first and a large hall makes it hard; a small one is mixed on the way. */
const settlesApart = ({ problem, meetings, free }: Model): boolean =>
	problem.order[0] === 'mix' && meetings === 0 && free.length > 250;
/** While the mix still gets better, every second run leaves the wishes aside, later every eighth. */
const isMixAlone = ({ run, idle, isGuided }: Course, model: Model): boolean =>
	settlesApart(model) && !isGuided && (idle < IDLE ? run % 2 === 1 : run % 8 === 1);

/** The same where it begins with good wishes: cool, so that these are not forgotten while the mix is mended, and soon long. */
const GUIDED = { holding: 1, from: 0.06, to: 0.1, run: 2, step: 5 };

export const firstCourse = (ranks: number, isNear: boolean, isGuided = false): Course => ({
	run: isGuided ? GUIDED.run : 0,
	ratio: 8,
	steps: new Array<number>(ranks + 1).fill(isGuided ? GUIDED.step : 3),
	mix: Infinity,
	idle: 0,
	isNear,
	isGuided
});

/** Samples exchanges of the seated state to learn how large changes of the mix are. */
export function measureScale(state: State, random: Random): Scale {
	const { free, unitRound } = state.model;
	const changes: number[] = [];
	for (let i = 0; i < 4000 && free.length > 1; i++) {
		const a = free[random.below(free.length)]!;
		const b = free[random.below(free.length)]!;
		if (unitRound[a] !== unitRound[b] || state.place[a] === state.place[b]) continue;
		const change = Math.abs(state.priceSwap(a, b).mix);
		if (change > 1e-9) changes.push(change);
	}
	changes.sort((a, b) => a - b);
	const mean = changes.reduce((sum, change) => sum + change, 0) / Math.max(1, changes.length);
	const mixStep = changes[Math.floor(changes.length / 20)] ?? 1;
	return { mix: mean || 1, mixStep, least: Math.max(changes[0] ?? 1, mixStep / 4) };
}

/** Learns from the state a run ended in: an upper tier that fell behind its best gets heavier, else lighter. */
export function nextCourse(course: Course, state: State, best: Best): Course {
	const { order } = state.model.problem;
	const steps = course.steps.slice();
	let { ratio } = course;
	const isAlone = isMixAlone(course, state.model);
	const idle = best.mix < course.mix - 1e-7 ? 0 : course.idle + Number(isAlone);
	const next = { ...course, run: course.run + 1, mix: best.mix, idle };
	if (course.run % 4 === 0 || isAlone) return next;
	const mixLost = compareMeasures(state, best, 'mix') > 0;
	let wishesLost = false;
	for (let rank = steps.length - 1; rank > 1; rank--) {
		const more = state.rankCount[rank]! - best.rankCount[rank]!;
		if (more !== 0) wishesLost = more > 0;
		steps[rank] = Math.min(20, Math.max(1.2, steps[rank]! * (more > 0 ? 1.5 : 0.9)));
		if (more !== 0) break;
	}
	const lost = order[0] === 'wishes' ? wishesLost : mixLost;
	ratio = Math.min(200, Math.max(1, ratio * (lost ? 1.5 : 0.8)));
	return { ...next, ratio, steps };
}

/** Weight of each rank (index = rank); rank 1 and "no rank" weigh nothing, rank 2 weighs 1. */
function ladder(steps: readonly number[], strict: number): Float64Array {
	const weights = new Float64Array(steps.length);
	let step = 1;
	for (let rank = 2; rank < steps.length; rank++) {
		weights[rank] = weights[rank - 1]! + step;
		step = Math.min(1e9, step * Math.max(1.2, steps[rank + 1 < steps.length ? rank + 1 : rank]! * strict));
	}
	return weights;
}

/** How much one broken must outweighs the first tier: soft now and then, to get through to other valid plans. */
const MUSTS = [4, 2, 6, 1, 3];
/** How hot a run begins. */
const HEATS = [1, 0.3, 0.15, 0.3];

/** Without wishes: the last temperature, in steps of the mix. */
const COLDEST = 0.07;
/** And the first, in typical changes of the mix: hotter, a plan forgets what it was; the mix sets far below that. */
const HOTTEST = 0.15;
/**
 * The run along equally mixed plans: a step of the mix weighs so many of the worst wish; from this part of the worst wish,
 * to this part of a rank, so many times as long.
 */
const ALONG = { holding: 2, from: 0.3, to: 0.25, times: 8 };
/** A repair stays near the plan as it is in its first runs, later in every second one: hot, it would forget it. */
const REPAIR_HEAT = 0.05;
export const keepsNear = ({ problem, meetings, isAlike }: Model): boolean =>
	(problem.repair?.price ?? 0) > 0 || (meetings > 0 && !isAlike);
const isCold = (run: number): boolean => run < 4 || run % 2 === 1;

/** Weights, rank weights and cooling of the next run. */
export function planRun(
	state: State,
	scale: Scale,
	course: Course,
	broken: boolean
): { weights: Weights; ranks: Float64Array; cooling: Cooling } {
	const { problem, free, ranks: worst } = state.model;
	const { order } = problem;
	// Every fourth run takes the upper tiers strictly.
	const strict = course.run % 4 === 0 ? 4 : 1;
	const ratio = course.ratio * strict;
	const iterations = Math.max(20_000, free.length * 200) * 2 ** Math.min(10, Math.floor(course.run / 3));
	const heat = broken ? 2 : HEATS[course.run % 4]! * (course.isNear && isCold(course.run) ? REPAIR_HEAT : 1);
	const level = MUSTS[course.run % MUSTS.length]! * (broken ? 4 : 1);
	if (order.includes('weighted')) {
		const ranks = Float64Array.from({ length: worst + 1 }, (_, r) =>
			r < 1 ? 0 : (r - 1) ** 2 * (problem.wishWeight ?? 1)
		);
		const from = scale.mix * heat * 2;
		const cooling = { from, to: Math.min(scale.mixStep, problem.wishWeight ?? 1) * 0.12, iterations };
		return { ranks, weights: { musts: level * scale.mix * 2, mix: 1, wish: 1 }, cooling };
	}
	const ranks = ladder(course.steps, strict);
	const mixFirst = order[0] === 'mix';
	const mix = order.includes('mix') ? (mixFirst ? ratio / scale.mixStep : 1 / scale.mix) : 0;
	const wish = order.includes('wishes') ? (mixFirst ? 1 : ratio) : 0;
	const first = mixFirst ? mix * scale.mix : wish * ranks[Math.min(worst, 3)]!;
	const weights = { musts: level * Math.max(first, 4), mix, wish };
	const isAlone = isMixAlone(course, state.model);
	if (!order.includes('wishes') || isAlone) {
		const coldest = mix * (isAlone ? scale.least : scale.mixStep) * COLDEST;
		const from = Math.max(coldest * 2, first * heat * HOTTEST);
		return {
			ranks,
			weights: isAlone ? { ...weights, wish: 0 } : weights,
			cooling: { from, to: coldest, iterations: isAlone ? 2 * iterations : iterations }
		};
	}
	if (settlesApart(state.model) || course.isGuided) {
		// The mix is found alone or near; here it only must not be lost, so that the wishes move along plans that are mixed as well.
		const worstWish = ranks[worst] ?? 1;
		const along = course.isGuided ? GUIDED : ALONG;
		const holding = (along.holding * worstWish) / scale.least;
		return {
			ranks,
			weights: { ...weights, musts: level * holding * scale.mix, mix: holding },
			cooling: { from: worstWish * along.from, to: along.to, iterations: iterations * ALONG.times }
		};
	}
	const from = Math.max(1, first * heat);
	return { ranks, weights, cooling: { from, to: mixFirst ? 0.12 : 0.05, iterations } };
}
