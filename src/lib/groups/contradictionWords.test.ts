import { describe, expect, test } from 'vitest';
import { contradictionWords, demandSentence, relaxationSentence } from './contradictionWords.ts';
import type { Demand } from './engine/contract.ts';
import type { Labels } from './sentences.ts';

const labels: Labels = {
	person: (id) => ({ a: 'Kim Lorenzen', b: 'Robin Otte' })[id] ?? id,
	group: (id) => `Workshop ${id}`,
	value: (_, value) => value,
	list: (names) => names.join(' und ')
};
const office = { class: 'office', value: 'Jugendamt' };

/** Every rule with its demand, what it says, and what would help. */
const cases: Record<Demand['rule'], [Demand, number, string, string][]> = {
	place: [[{ rule: 'place' }, 2, 'Alle haben eine Gruppe.', 'Zwei Personen bleiben ohne Gruppe.']],
	size: [
		[
			{ rule: 'size', end: 'most', group: '3', n: 20 },
			1,
			'Workshop 3 hat höchstens 20 Plätze.',
			'Ein Platz mehr in Workshop 3.'
		],
		[
			{ rule: 'size', end: 'least', group: '3', n: 15 },
			2,
			'Workshop 3 braucht mindestens 15 Personen.',
			'In Workshop 3 zwei Personen weniger verlangen.'
		]
	],
	fixed: [
		[
			{ rule: 'fixed', group: '3', people: ['a'], n: 1 },
			1,
			'Kim Lorenzen sitzt fest in Workshop 3.',
			'Eine Person weniger fest in Workshop 3.'
		],
		[
			{ rule: 'fixed', group: '3', people: ['a', 'b', 'c', 'd', 'e', 'f'], n: 6 },
			3,
			'Sechs Personen sitzen fest in Workshop 3.',
			'Drei Personen weniger fest in Workshop 3.'
		]
	],
	together: [
		[
			{ rule: 'together', people: ['a', 'b'] },
			1,
			'Kim Lorenzen und Robin Otte sollen zusammen sitzen.',
			'Kim Lorenzen und Robin Otte dürfen getrennt sitzen.'
		]
	],
	apart: [
		[
			{ rule: 'apart', people: ['a', 'b'] },
			1,
			'Kim Lorenzen und Robin Otte sollen getrennt sitzen.',
			'Kim Lorenzen und Robin Otte dürfen zusammen sitzen.'
		]
	],
	topic: [
		[{ rule: 'topic' }, 1, 'Niemand sitzt zweimal beim selben Thema.', 'Ein Thema darf sich für jemanden wiederholen.']
	],
	started: [
		[
			{ rule: 'started', round: 'r' },
			1,
			'Ein Durchgang hat schon begonnen und bleibt, wie er ist.',
			'Den begonnenen Durchgang noch ändern.'
		]
	],
	balance: [
		[
			{ rule: 'balance', ...office },
			1,
			'In jeder Gruppe so viele wie ihr Anteil: Jugendamt.',
			'Vom Anteil um eine Person mehr abweichen: Jugendamt.'
		]
	],
	spread: [
		[
			{ rule: 'spread', ...office },
			1,
			'In keiner Gruppe zwei von: Jugendamt.',
			'Mehrere in einer Gruppe zulassen: Jugendamt.'
		]
	],
	atMost: [
		[
			{ rule: 'atMost', ...office, n: 2 },
			1,
			'In jeder Gruppe höchstens 2: Jugendamt.',
			'Je Gruppe eine Person mehr zulassen: Jugendamt.'
		]
	],
	atLeast: [
		[
			{ rule: 'atLeast', ...office, n: 4 },
			2,
			'In jeder Gruppe mindestens 4: Jugendamt.',
			'Je Gruppe zwei Personen weniger verlangen: Jugendamt.'
		]
	]
};

describe.each(Object.entries(cases))('%s', (_, list) => {
	test.each(list)('%o', (demand, by, sentence, help) => {
		expect(demandSentence(demand, labels)).toBe(sentence);
		expect(relaxationSentence({ demand, by }, labels)).toBe(help);
	});
});

test('what reads alike is said once', () => {
	const pair: Demand = { rule: 'apart', people: ['a', 'b'] };
	const words = contradictionWords({ demands: [pair, pair], relaxations: [{ demand: pair, by: 1 }] }, labels);
	expect(words.demands).toHaveLength(1);
	expect(words.relaxations).toHaveLength(1);
});
