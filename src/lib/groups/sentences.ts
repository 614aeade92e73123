import { m } from '#lib/paraglide/messages.js';
import type { Breach } from './engine/contract.ts';

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
