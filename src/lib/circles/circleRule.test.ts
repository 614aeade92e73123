import { expect, it } from 'vitest';
import { CIRCLE_KINDS } from './circle.ts';
import { type CircleRule, DEFAULT_RULES, ruleSentence } from './circleRule.ts';

const rule = DEFAULT_RULES.round_table;
const said = (more: Partial<CircleRule>) => ruleSentence({ ...rule, ...more });

it('says the whole rule of a Trägertreffen', () => {
	expect(ruleSentence(DEFAULT_RULES.provider_meeting)).toBe(
		'Entschieden wird im Konsens: Alle stimmen zu, ein Nein hält auf. ' +
			'Dazu braucht es das Ja jedes Jugendamts und mehr Ja als Nein unter den Trägern. ' +
			'Beschlussfähig ist die Runde, wenn 50 Prozent der stimmberechtigten Organisationen teilnehmen. ' +
			'Enthaltungen zählen nicht mit. Im Umlaufverfahren zählt nur, wer antwortet. Eingeladen wird 14 Tage vorher.'
	);
});

it('has a sentence for each choice', () => {
	expect(said({ method: 'qualified_majority', majorityPercent: 75 })).toContain('mindestens 75 Prozent der Stimmen');
	expect(said({ method: 'simple_majority' })).toContain('mit einfacher Mehrheit');
	expect(said({ method: 'consent' })).toContain('kein begründeter schwerwiegender Einwand');
	expect(said({ abstentions: 'count_as_no' })).toContain('Enthaltungen zählen wie Nein');
	expect(said({ abstentions: 'not_allowed' })).toContain('Enthaltungen sind nicht vorgesehen');
	expect(said({ quorumPercent: 0 })).toContain('Eine Mindestzahl von Teilnehmenden gibt es nicht');
	expect(said({ silenceIsYes: true })).toContain('Schweigen bis zur Frist als Zustimmung');
	expect(said({ noticeDays: 1 })).toContain('einen Tag vorher');
	expect(said({})).not.toContain('jedes Jugendamts');
});

it('has a default for each kind', () => {
	expect(CIRCLE_KINDS.map((kind) => [kind, DEFAULT_RULES[kind].method, DEFAULT_RULES[kind].noticeDays])).toEqual([
		['round_table', 'consensus', 10],
		['provider_meeting', 'consensus', 14],
		['ag78', 'simple_majority', 10],
		['small_group', 'consent', 7],
		['steering', 'consensus', 10]
	]);
	expect(DEFAULT_RULES.small_group.quorumPercent).toBe(0);
});
