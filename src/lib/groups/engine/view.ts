import type { Group, Person, Plan, Problem, Round } from './contract.ts';
import { attending, plannedSizes } from './sizes.ts';

/** A group as a plan fills it. */
export type SeatedGroup = { group: Group; planned: number; people: Person[]; open: boolean };
export type SeatedRound = { round: Round; attending: Person[]; groups: SeatedGroup[] };
/** A plan laid over its problem: what the rules look at. */
export type PlanView = { problem: Problem; plan: Plan; rounds: SeatedRound[] };

/** Lays a plan over its problem. Places in unknown groups or of people who do not attend are left out. */
export function viewPlan(problem: Problem, plan: Plan): PlanView {
	return { problem, plan, rounds: problem.rounds.map((round) => seatRound(problem, plan, round)) };
}

function seatRound(problem: Problem, plan: Plan, round: Round): SeatedRound {
	const people = attending(problem, round);
	const planned = plannedSizes(round.groups, people.length);
	const byGroup = new Map<string, Person[]>(round.groups.map((group) => [group.id, []]));
	for (const person of people) byGroup.get(groupOf(plan, round.id, person.id) ?? '')?.push(person);
	const groups = round.groups.map((group, i) => {
		const seated = byGroup.get(group.id)!;
		return { group, planned: planned[i]!, people: seated, open: seated.length > 0 || !group.optional };
	});
	return { round, attending: people, groups };
}

/** The id of the group a person sits in, undefined if the plan has no place for her there. */
export function groupOf(plan: Plan, roundId: string, personId: string): string | undefined {
	const places = plan[roundId];
	return places && Object.hasOwn(places, personId) ? places[personId] : undefined;
}
