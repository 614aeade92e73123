import type { Breach, MustName } from './contract.ts';
import { outside } from './countrules.ts';
import { groupOf, type PlanView } from './view.ts';

/** A broken must about people: `has` of them (or pairs) where none may be. */
function broken(rule: MustName, round: string, people: string[], group?: string): Breach {
	return { rule, must: true, round, group, people, has: 1, wants: [0, 0], cost: 1 };
}

/** Everybody sits in one group of the round in every round she attends. */
export function placeBreaches(view: PlanView): Breach[] {
	return view.rounds.flatMap(({ round, attending }) =>
		attending
			.filter((person) => {
				const place = groupOf(view.plan, round.id, person.id);
				return !round.groups.some((group) => group.id === place);
			})
			.map((person) => broken('place', round.id, [person.id]))
	);
}

/** Between min and max people; nobody only where the group is optional. */
export function sizeBreaches(view: PlanView): Breach[] {
	return view.rounds.flatMap(({ round, groups }) =>
		groups.flatMap(({ group, people, open }): Breach[] => {
			const wants: [number, number] = [group.min, group.max];
			const cost = open ? outside(people.length, wants) : 0;
			if (cost === 0) return [];
			return [{ rule: 'size', must: true, round: round.id, group: group.id, has: people.length, wants, cost }];
		})
	);
}

/** A fixed place is kept. */
export function fixedBreaches(view: PlanView): Breach[] {
	return view.problem.people.flatMap((person) =>
		Object.entries(person.fixed ?? {})
			.filter(([round, group]) => groupOf(view.plan, round, person.id) !== group)
			.map(([round, group]) => broken('fixed', round, [person.id], group))
	);
}

/** Every pair of each list with whether it shares a group in a round both attend. */
function listedPairs(view: PlanView, lists: string[][], judge: (same: boolean) => boolean, rule: MustName): Breach[] {
	const found: Breach[] = [];
	for (const { round, attending } of view.rounds) {
		const here = new Set(attending.map((person) => person.id));
		for (const list of lists)
			list.forEach((a, i) => {
				for (const b of list.slice(i + 1)) {
					if (!here.has(a) || !here.has(b)) continue;
					const group = groupOf(view.plan, round.id, a);
					const same = group !== undefined && group === groupOf(view.plan, round.id, b);
					if (judge(same)) found.push(broken(rule, round.id, [a, b], same ? group : undefined));
				}
			});
	}
	return found;
}

export const togetherBreaches = (view: PlanView): Breach[] =>
	listedPairs(view, view.problem.together ?? [], (same) => !same, 'together');

export const apartBreaches = (view: PlanView): Breach[] =>
	listedPairs(view, view.problem.apart ?? [], (same) => same, 'apart');

/**
 * Nobody sits at the same topic twice; reported at the later round. Places she is fixed at count once: who is fixed at a
 * topic in several rounds (she leads it) is meant to stay there.
 */
export function topicBreaches(view: PlanView): Breach[] {
	const found: Breach[] = [];
	const seen = new Map<string, { fixed: boolean }>();
	for (const { round, groups } of view.rounds)
		for (const { group, people } of groups) {
			if (group.topic === undefined) continue;
			for (const person of people) {
				const key = JSON.stringify([person.id, group.topic]);
				const isFixed = person.fixed?.[round.id] === group.id;
				const before = seen.get(key);
				if (before && !(before.fixed && isFixed)) found.push(broken('topic', round.id, [person.id], group.id));
				seen.set(key, { fixed: isFixed || before?.fixed === true });
			}
		}
	return found;
}

/** In a round that has started everybody stays where she was. */
export function startedBreaches(view: PlanView): Breach[] {
	const repair = view.problem.repair;
	return (repair?.started ?? []).flatMap((round) => {
		const attends = view.rounds.find((seated) => seated.round.id === round)?.attending ?? [];
		return attends.flatMap(({ id }) => {
			const before = groupOf(repair!.current, round, id);
			if (before === undefined || before === groupOf(view.plan, round, id)) return [];
			return [broken('started', round, [id], before)];
		});
	});
}
