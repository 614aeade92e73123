import type { Breach, Plan, Problem, Score } from './contract.ts';
import { scorePlan } from './score.ts';

/** What moving one person does: the scores before and after, what gets worse and what gets better. */
export type MovePrice = { before: Score; after: Score; worse: Breach[]; mended: Breach[] };

/**
 * Prices a move by hand on the board; the plan itself stays as it is. `worse` holds breaches as they would be then,
 * `mended` those as they are now.
 */
export function priceOfMove(
	problem: Problem,
	plan: Plan,
	personId: string,
	groupId: string,
	roundId: string
): MovePrice {
	const moved = { ...plan, [roundId]: { ...plan[roundId], [personId]: groupId } };
	const { broken: now, ...before } = scorePlan(problem, plan);
	const { broken: then, ...after } = scorePlan(problem, moved);
	return { before, after, worse: costlier(then, now), mended: costlier(now, then) };
}

/** Breaches of `these` that cost more than the same ones among `those`. */
function costlier(these: Breach[], those: Breach[]): Breach[] {
	const costs = new Map<string, number>();
	for (const breach of those) costs.set(identity(breach), (costs.get(identity(breach)) ?? 0) + breach.cost);
	return these.filter((breach) => breach.cost > (costs.get(identity(breach)) ?? 0) + 1e-9);
}

/** What makes two breaches the same in two plans. People who are listed because they meet change from plan to plan. */
function identity(breach: Breach): string {
	const people = breach.rule === 'met' || breach.rule === 'meetings' ? undefined : breach.people;
	return JSON.stringify([breach.rule, breach.must, breach.round, breach.group, breach.class, breach.value, people]);
}
