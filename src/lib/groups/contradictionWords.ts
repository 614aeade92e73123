import { m } from '#lib/paraglide/messages.js';
import { numberWord } from './boardLabels.ts';
import type { Contradiction, Demand, Relaxation } from './engine/contract.ts';
import { capital } from './priceWords.ts';
import type { Labels } from './sentences.ts';

/** Names up to which they are all said; of more people only the number. */
const MOST_NAMES = 4;

function wordsFor({ group = '', class: name = '', value = '', people = [], n = 0 }: Demand, labels: Labels) {
	const named = people.length > 0 && people.length <= MOST_NAMES;
	const everybody = m.groups_demand_people({ count: people.length, words: numberWord(people.length) });
	return {
		count: n,
		people: named ? labels.list(people.map(labels.person)) : everybody,
		number: people.length,
		group: labels.group(group),
		value: name === '' ? '' : labels.value(name, value)
	};
}

/** One demand as a sentence. */
export function demandSentence(demand: Demand, labels: Labels): string {
	const words = wordsFor(demand, labels);
	switch (demand.rule) {
		case 'place':
			return m.groups_demand_place();
		case 'size':
			return demand.end === 'least' ? m.groups_demand_size_least(words) : m.groups_demand_size_most(words);
		case 'fixed':
			return capital(m.groups_demand_fixed(words));
		case 'together':
			return capital(m.groups_demand_together(words));
		case 'apart':
			return capital(m.groups_demand_apart(words));
		case 'topic':
			return m.groups_demand_topic();
		case 'started':
			return m.groups_demand_started();
		case 'balance':
			return m.groups_demand_balance(words);
		case 'spread':
			return m.groups_demand_spread(words);
		case 'atMost':
			return m.groups_demand_at_most(words);
		case 'atLeast':
			return m.groups_demand_at_least(words);
	}
}

/** The smallest change of a demand that helps, as a sentence. */
export function relaxationSentence({ demand, by }: Relaxation, labels: Labels): string {
	const words = { ...wordsFor(demand, labels), count: by, words: numberWord(by) };
	switch (demand.rule) {
		case 'place':
			return capital(m.groups_relax_place(words));
		case 'size':
			return capital(demand.end === 'least' ? m.groups_relax_size_least(words) : m.groups_relax_size_most(words));
		case 'fixed':
			return capital(m.groups_relax_fixed(words));
		case 'together':
			return capital(m.groups_relax_together(words));
		case 'apart':
			return capital(m.groups_relax_apart(words));
		case 'topic':
			return m.groups_relax_topic();
		case 'started':
			return m.groups_relax_started();
		case 'balance':
			return m.groups_relax_balance(words);
		case 'spread':
			return m.groups_relax_spread(words);
		case 'atMost':
			return capital(m.groups_relax_at_most(words));
		case 'atLeast':
			return capital(m.groups_relax_at_least(words));
	}
}

/** What does not go together, and what would help. */
export interface ContradictionWords {
	demands: string[];
	relaxations: string[];
}

/** Demands that read alike, for instance the same pair in two rounds, are said once. */
export function contradictionWords({ demands, relaxations }: Contradiction, labels: Labels): ContradictionWords {
	const once = (sentences: string[]) => [...new Set(sentences)];
	return {
		demands: once(demands.map((demand) => demandSentence(demand, labels))),
		relaxations: once(relaxations.map((relaxation) => relaxationSentence(relaxation, labels)))
	};
}
