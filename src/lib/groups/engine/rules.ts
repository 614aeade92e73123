import type { Breach, RuleName } from './contract.ts';
import { countBreaches, pairs } from './countrules.ts';
import {
	apartBreaches,
	fixedBreaches,
	placeBreaches,
	sizeBreaches,
	startedBreaches,
	togetherBreaches,
	topicBreaches
} from './mustrules.ts';
import type { PlanView } from './view.ts';

/** A rule: its name and how to list the places where a plan breaks it. */
export type Rule = { name: RuleName; breaches(view: PlanView): Breach[] };

/** The one list of rules. The engine's score, the warnings on the board and the check before release all read it. */
export const rules: readonly Rule[] = [
	{ name: 'place', breaches: placeBreaches },
	{ name: 'size', breaches: sizeBreaches },
	{ name: 'fixed', breaches: fixedBreaches },
	{ name: 'together', breaches: togetherBreaches },
	{ name: 'apart', breaches: apartBreaches },
	{ name: 'topic', breaches: topicBreaches },
	{ name: 'started', breaches: startedBreaches },
	{ name: 'balance', breaches: (view) => countBreaches(view, 'balance') },
	{ name: 'spread', breaches: (view) => countBreaches(view, 'spread') },
	{ name: 'atMost', breaches: (view) => countBreaches(view, 'atMost') },
	{ name: 'atLeast', breaches: (view) => countBreaches(view, 'atLeast') },
	{ name: 'met', breaches: metBreaches },
	{ name: 'meetings', breaches: meetingBreaches }
];

/** Who sat together at an earlier gathering and meets again: pairs of each earlier group in each group. */
function metBreaches(view: PlanView): Breach[] {
	return (view.problem.met ?? []).flatMap(({ weight, groups: earlier }) =>
		earlier.flatMap((list) => {
			const members = new Set(list);
			return view.rounds.flatMap(({ round, groups }) =>
				groups.flatMap(({ group, people }): Breach[] => {
					const again = people.filter((person) => members.has(person.id)).map((person) => person.id);
					const has = pairs(again.length);
					if (has * weight <= 0) return [];
					const where = { round: round.id, group: group.id, people: again };
					return [{ rule: 'met', must: false, ...where, has, wants: [0, 0], cost: has * weight }];
				})
			);
		})
	);
}

/** Pairs that share a group for the second, third … time within this plan; reported at the group where it happens. */
function meetingBreaches(view: PlanView): Breach[] {
	const weight = view.problem.meetings?.weight ?? 0;
	const found: Breach[] = [];
	if (weight <= 0 || view.rounds.length < 2) return found;
	const index = new Map(view.problem.people.map((person, i) => [person.id, i]));
	const met = new Set<number>();
	for (const { round, groups } of view.rounds)
		for (const { group, people } of groups) {
			let has = 0;
			const again = new Set<string>();
			people.forEach((a, i) => {
				for (const b of people.slice(i + 1)) {
					const key = index.get(a.id)! * index.size + index.get(b.id)!;
					if (met.has(key)) {
						has++;
						again.add(a.id).add(b.id);
					}
					met.add(key);
				}
			});
			const where = { round: round.id, group: group.id, people: [...again] };
			if (has > 0) found.push({ rule: 'meetings', must: false, ...where, has, wants: [0, 0], cost: has * weight });
		}
	return found;
}
