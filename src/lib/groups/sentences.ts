import { m } from '#lib/paraglide/messages.js';
import type { Breach } from './engine/contract.ts';
import type { BetterWish, PlaceReason } from './engine/reasons.ts';

/** How the ids of a problem read for people. */
export type Labels = {
	person: (id: string) => string;
	group: (id: string) => string;
	/** A class value, e.g. "side", "outpatient" → „Ambulante Hilfen“. */
	value: (className: string, value: string) => string;
	/** Joins names, e.g. with `Intl.ListFormat`. */
	list: (names: string[]) => string;
};

/** „5“, „5 bis 6“, „mindestens 1“, „höchstens 2“. */
export function wantsText([low, high]: [number, number | null]): string {
	if (high === null) return m.groups_rule_wants_least({ low });
	if (low === high) return m.groups_rule_wants_exactly({ low });
	return low === 0 ? m.groups_rule_wants_most({ high }) : m.groups_rule_wants_between({ low, high });
}

/** One sentence for one broken rule. */
export function breachSentence(breach: Breach, labels: Labels): string {
	const group = breach.group === undefined ? '' : labels.group(breach.group);
	const people = labels.list((breach.people ?? []).map(labels.person));
	const value = breach.class === undefined ? '' : labels.value(breach.class, breach.value ?? '');
	const counted = { group, value, has: breach.has, wants: wantsText(breach.wants) };
	switch (breach.rule) {
		case 'place':
			return m.groups_rule_place({ people });
		case 'size':
			return m.groups_rule_size(counted);
		case 'fixed':
			return m.groups_rule_fixed({ people, group });
		case 'together':
			return m.groups_rule_together({ people });
		case 'apart':
			return m.groups_rule_apart({ people, group });
		case 'topic':
			return m.groups_rule_topic({ people, group });
		case 'started':
			return m.groups_rule_started({ people, group });
		case 'balance':
			return m.groups_rule_balance(counted);
		case 'spread':
			return m.groups_rule_spread(counted);
		case 'atMost':
		case 'atLeast':
			return m.groups_rule_count(counted);
		case 'met':
			return m.groups_rule_met({ group, count: breach.has });
		case 'meetings':
			return m.groups_rule_meetings({ group, count: breach.has });
	}
}

/** Why a person sits where she sits, one sentence each: her place first, then every better wish. */
export function reasonSentences(reason: PlaceReason, labels: Labels): string[] {
	const person = labels.person(reason.person);
	const group = labels.group(reason.group);
	const place = {
		fixed: () => m.groups_reason_fixed({ person, group }),
		noWish: () => m.groups_reason_no_wish({ person, group }),
		wished: () => m.groups_reason_wished({ person, group, rank: reason.rank }),
		notWished: () => m.groups_reason_not_wished({ person, group }),
		unwanted: () => m.groups_reason_unwanted({ person, group })
	}[reason.kind]();
	return [place, ...reason.better.map((wish) => betterSentence(wish, labels))];
}

function betterSentence(wish: BetterWish, labels: Labels): string {
	const { cheapest } = wish;
	const start = { group: labels.group(wish.group), rank: wish.rank };
	const cost = costText(wish);
	if (cheapest.with === undefined) return m.groups_reason_move({ ...start, cost });
	return m.groups_reason_swap({ ...start, cost, other: labels.person(cheapest.with) });
}

/** What stands in the way, the weightiest first. */
function costText({ cheapest }: BetterWish): string {
	const number = (value: number) => Math.abs(Math.round(value * 100) / 100);
	if (cheapest.musts > 0) return m.groups_reason_cost_musts({ count: cheapest.musts });
	if (cheapest.mix > 1e-9) return m.groups_reason_cost_mix({ points: number(cheapest.mix) });
	const [before = 0, after = 0] = cheapest.withRank ?? [];
	if (after > before) return m.groups_reason_cost_rank({ before, after });
	return m.groups_reason_cost_none();
}
