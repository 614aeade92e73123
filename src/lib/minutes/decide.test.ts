// over 250 lines: one table of every way to decide, each case worked out by hand with its sentence.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Choice, CHOICES, decide, type Method, METHODS, type Question, type Voice } from './decide.ts';
import { decisionSentence } from './decisionWords.ts';

const PLAIN: Question['rule'] = {
	...{ majorityPercent: 67, quorumPercent: 50, abstentions: 'not_counted' as const },
	...{ needsEachBank: false, silenceIsYes: false }
};
const CHOICE_OF: Record<string, Choice> = { '+': 'yes', '-': 'no', '0': 'abstain', '~': 'concern', '!': 'objection' };

/** "J+ S- A. B_": youth offices J and S, partner K, all others providers; + yes - no 0 abstains ~ concern ! objection . silent _ away */
function voices(text: string): Voice[] {
	return text.split(' ').map((word) => {
		const [name = '', sign = ''] = word;
		return {
			organisationId: name,
			shortName: name,
			bank: name === 'J' || name === 'S' ? 'youth_office' : name === 'K' ? 'partner' : 'provider',
			isPresent: sign !== '_',
			choice: CHOICE_OF[sign] ?? null
		};
	});
}

type Case = [method: Method, votes: string, rule: Partial<Question['rule']> & { written?: true }, sentence: string];
const EACH = { needsEachBank: true };
const AS_NO = { abstentions: 'count_as_no' as const };
const NONE = { abstentions: 'not_allowed' as const };
const ALL4 = '4 von 4 stimmberechtigten Organisationen nahmen teil.';
const ALL5 = '5 von 5 stimmberechtigten Organisationen nahmen teil.';
const BANKS = 'jedes Jugendamt und die Mehrheit der Träger stimmten zu';

/** Worked out by hand, the sentence included. */
const CASES: Case[] = [
	// Consensus
	['consensus', 'J+ S+ A+ B+', {}, `Angenommen (4 Ja, 0 Nein, 0 Enthaltungen): niemand stimmte dagegen; ${ALL4}`],
	['consensus', 'J+ S+ A+ B-', {}, `Abgelehnt (3 Ja, 1 Nein, 0 Enthaltungen): keine Zustimmung von B; ${ALL4}`],
	['consensus', 'J+ S+ A- B-', {}, `Abgelehnt (2 Ja, 2 Nein, 0 Enthaltungen): keine Zustimmung von A und B; ${ALL4}`],
	['consensus', 'J+ S+ A+ B!', {}, `Abgelehnt (3 Ja, 1 Nein, 0 Enthaltungen): keine Zustimmung von B; ${ALL4}`],
	['consensus', 'J+ S+ A+ B0', {}, `Angenommen (3 Ja, 0 Nein, 1 Enthaltung): niemand stimmte dagegen; ${ALL4}`],
	['consensus', 'J+ S+ A+ B0', AS_NO, `Abgelehnt (3 Ja, 0 Nein, 1 Enthaltung): keine Zustimmung von B; ${ALL4}`],
	[
		'consensus',
		'J+ S+ A+ B0',
		NONE,
		`Abgelehnt (3 Ja, 0 Nein, 1 Enthaltung): Enthaltungen sind nicht vorgesehen (B); ${ALL4}`
	],
	['consensus', 'J0 S0 A0 B0', {}, `Abgelehnt (0 Ja, 0 Nein, 4 Enthaltungen): niemand stimmte mit Ja; ${ALL4}`],
	['consensus', 'J+ S+ A+ B~', {}, `Angenommen (4 Ja, 0 Nein, 0 Enthaltungen): niemand stimmte dagegen; ${ALL4}`],
	[
		'consensus',
		'J+ S_ A_ B_',
		{},
		'Nicht beschlussfähig: mindestens 2 müssen teilnehmen; 1 von 4 stimmberechtigten Organisationen nahm teil.'
	],
	[
		'consensus',
		'J+ S_ A_ B+',
		{},
		'Angenommen (2 Ja, 0 Nein, 0 Enthaltungen): niemand stimmte dagegen; 2 von 4 stimmberechtigten Organisationen nahmen teil.'
	],
	[
		'consensus',
		'J+ S_ A+ B+',
		EACH,
		'Abgelehnt (3 Ja, 0 Nein, 0 Enthaltungen): es fehlt die Zustimmung von S; 3 von 4 stimmberechtigten Organisationen nahmen teil.'
	],
	[
		'consensus',
		'J+ S+ A+ B+',
		EACH,
		`Angenommen (4 Ja, 0 Nein, 0 Enthaltungen): niemand stimmte dagegen; ${BANKS}; ${ALL4}`
	],
	['consensus', 'J+ S0 A+ B+', EACH, `Abgelehnt (3 Ja, 0 Nein, 1 Enthaltung): es fehlt die Zustimmung von S; ${ALL4}`],
	// Consent
	['consent', 'J+ S+ A+ B+', {}, `Angenommen (4 Ja, 0 Nein, 0 Enthaltungen): kein schwerwiegender Einwand; ${ALL4}`],
	[
		'consent',
		'J+ S+ A~ B~',
		{},
		`Angenommen (4 Ja, 0 Nein, 0 Enthaltungen): kein schwerwiegender Einwand, 2 Stimmen mit Bedenken; ${ALL4}`
	],
	[
		'consent',
		'J+ S+ A+ B~',
		{},
		`Angenommen (4 Ja, 0 Nein, 0 Enthaltungen): kein schwerwiegender Einwand, eine Stimme mit Bedenken; ${ALL4}`
	],
	['consent', 'J+ S+ A+ B!', {}, `Abgelehnt (3 Ja, 1 Nein, 0 Enthaltungen): schwerwiegender Einwand von B; ${ALL4}`],
	[
		'consent',
		'J! S+ A! B!',
		{},
		`Abgelehnt (1 Ja, 3 Nein, 0 Enthaltungen): schwerwiegender Einwand von J, A und B; ${ALL4}`
	],
	['consent', 'J+ S+ A+ B0', {}, `Angenommen (3 Ja, 0 Nein, 1 Enthaltung): kein schwerwiegender Einwand; ${ALL4}`],
	[
		'consent',
		'J+ S+ A+ B0',
		NONE,
		`Abgelehnt (3 Ja, 0 Nein, 1 Enthaltung): Enthaltungen sind nicht vorgesehen (B); ${ALL4}`
	],
	['consent', 'J+ S0 A0 B0', AS_NO, `Angenommen (1 Ja, 0 Nein, 3 Enthaltungen): kein schwerwiegender Einwand; ${ALL4}`],
	[
		'consent',
		'J+ S+ A0 B0',
		EACH,
		`Abgelehnt (2 Ja, 0 Nein, 2 Enthaltungen): unter den Trägern 0 Ja und 0 Nein, nötig sind mehr Ja als Nein; ${ALL4}`
	],
	[
		'consent',
		'J+ S+ A+ B0',
		EACH,
		`Angenommen (3 Ja, 0 Nein, 1 Enthaltung): kein schwerwiegender Einwand; ${BANKS}; ${ALL4}`
	],
	[
		'consent',
		'J_ S_ A+ B_',
		{ quorumPercent: 0 },
		'Angenommen (1 Ja, 0 Nein, 0 Enthaltungen): kein schwerwiegender Einwand; 1 von 4 stimmberechtigten Organisationen nahm teil.'
	],
	[
		'consent',
		'J_ S_ A_ B_',
		{ quorumPercent: 0 },
		'Nicht beschlussfähig: mindestens eine muss teilnehmen; 0 von 4 stimmberechtigten Organisationen nahmen teil.'
	],
	// Simple majority
	[
		'simple_majority',
		'J+ S+ A+ B- C-',
		{},
		`Angenommen (3 Ja, 2 Nein, 0 Enthaltungen): 3 von 5 Stimmen sind mehr als die Hälfte; ${ALL5}`
	],
	[
		'simple_majority',
		'J+ S+ A- B-',
		{},
		`Abgelehnt (2 Ja, 2 Nein, 0 Enthaltungen): 2 von 4 Stimmen sind nicht mehr als die Hälfte; ${ALL4}`
	],
	[
		'simple_majority',
		'J+ S+ A- B0 C0',
		{},
		`Angenommen (2 Ja, 1 Nein, 2 Enthaltungen): 2 von 3 Stimmen sind mehr als die Hälfte; ${ALL5}`
	],
	[
		'simple_majority',
		'J+ S+ A- B0 C0',
		AS_NO,
		`Abgelehnt (2 Ja, 1 Nein, 2 Enthaltungen): 2 von 5 Stimmen sind nicht mehr als die Hälfte; ${ALL5}`
	],
	[
		'simple_majority',
		'J+ S+ A+ B0 C0',
		AS_NO,
		`Angenommen (3 Ja, 0 Nein, 2 Enthaltungen): 3 von 5 Stimmen sind mehr als die Hälfte; ${ALL5}`
	],
	[
		'simple_majority',
		'J+ S+ A+ B0 C-',
		NONE,
		`Abgelehnt (3 Ja, 1 Nein, 1 Enthaltung): Enthaltungen sind nicht vorgesehen (B); ${ALL5}`
	],
	[
		'simple_majority',
		'J+ S0 A0 B0 C0',
		{},
		`Angenommen (1 Ja, 0 Nein, 4 Enthaltungen): 1 von 1 Stimmen sind mehr als die Hälfte; ${ALL5}`
	],
	[
		'simple_majority',
		'J+ S. A. B_ C_',
		{},
		'Angenommen (1 Ja, 0 Nein, 0 Enthaltungen): 1 von 1 Stimmen sind mehr als die Hälfte; 3 von 5 stimmberechtigten Organisationen nahmen teil.'
	],
	[
		'simple_majority',
		'J+ S+ A_ B_ C_',
		{},
		'Nicht beschlussfähig: mindestens 3 müssen teilnehmen; 2 von 5 stimmberechtigten Organisationen nahmen teil.'
	],
	[
		'simple_majority',
		'J+ S- A+ B+ C+',
		EACH,
		`Abgelehnt (4 Ja, 1 Nein, 0 Enthaltungen): es fehlt die Zustimmung von S; ${ALL5}`
	],
	[
		'simple_majority',
		'J- S- A+ B+ C+',
		EACH,
		`Abgelehnt (3 Ja, 2 Nein, 0 Enthaltungen): es fehlt die Zustimmung von J und S; ${ALL5}`
	],
	[
		'simple_majority',
		'J+ S+ K+ A- B-',
		EACH,
		`Abgelehnt (3 Ja, 2 Nein, 0 Enthaltungen): unter den Trägern 0 Ja und 2 Nein, nötig sind mehr Ja als Nein; ${ALL5}`
	],
	[
		'simple_majority',
		'J+ S+ A+ B+ C-',
		EACH,
		`Angenommen (4 Ja, 1 Nein, 0 Enthaltungen): 4 von 5 Stimmen sind mehr als die Hälfte; ${BANKS}; ${ALL5}`
	],
	[
		'simple_majority',
		'J+ S+ A+ B0 C-',
		{ ...EACH, ...AS_NO },
		`Abgelehnt (3 Ja, 1 Nein, 1 Enthaltung): unter den Trägern 1 Ja und 2 Nein, nötig sind mehr Ja als Nein; ${ALL5}`
	],
	[
		'simple_majority',
		'J+ K+',
		EACH,
		'Angenommen (2 Ja, 0 Nein, 0 Enthaltungen): 2 von 2 Stimmen sind mehr als die Hälfte; jedes Jugendamt und die Mehrheit der Träger stimmten zu; 2 von 2 stimmberechtigten Organisationen nahmen teil.'
	],
	// Qualified majority
	[
		'qualified_majority',
		'J+ S+ A-',
		{ majorityPercent: 67 },
		'Abgelehnt (2 Ja, 1 Nein, 0 Enthaltungen): 2 von 3 Stimmen erreichen nicht 67 Prozent; 3 von 3 stimmberechtigten Organisationen nahmen teil.'
	],
	[
		'qualified_majority',
		'J+ S+ A-',
		{ majorityPercent: 66 },
		'Angenommen (2 Ja, 1 Nein, 0 Enthaltungen): 2 von 3 Stimmen erreichen 66 Prozent; 3 von 3 stimmberechtigten Organisationen nahmen teil.'
	],
	[
		'qualified_majority',
		'J+ S+ A+ B-',
		{ majorityPercent: 75 },
		`Angenommen (3 Ja, 1 Nein, 0 Enthaltungen): 3 von 4 Stimmen erreichen 75 Prozent; ${ALL4}`
	],
	[
		'qualified_majority',
		'J+ S+ A0 B-',
		{},
		`Abgelehnt (2 Ja, 1 Nein, 1 Enthaltung): 2 von 3 Stimmen erreichen nicht 67 Prozent; ${ALL4}`
	],
	[
		'qualified_majority',
		'J+ S+ A+ B0',
		AS_NO,
		`Angenommen (3 Ja, 0 Nein, 1 Enthaltung): 3 von 4 Stimmen erreichen 67 Prozent; ${ALL4}`
	],
	[
		'qualified_majority',
		'J+ S+ A0 B0',
		AS_NO,
		`Abgelehnt (2 Ja, 0 Nein, 2 Enthaltungen): 2 von 4 Stimmen erreichen nicht 67 Prozent; ${ALL4}`
	],
	[
		'qualified_majority',
		'J+ S+ A+ B+',
		{ majorityPercent: 100 },
		`Angenommen (4 Ja, 0 Nein, 0 Enthaltungen): 4 von 4 Stimmen erreichen 100 Prozent; ${ALL4}`
	],
	[
		'qualified_majority',
		'J+ S+ A+ B-',
		{ ...EACH, majorityPercent: 75 },
		`Abgelehnt (3 Ja, 1 Nein, 0 Enthaltungen): unter den Trägern 1 Ja und 1 Nein, nötig sind mehr Ja als Nein; ${ALL4}`
	],
	[
		'qualified_majority',
		'J0 S0 A0 B0',
		{},
		`Abgelehnt (0 Ja, 0 Nein, 4 Enthaltungen): niemand stimmte mit Ja; ${ALL4}`
	],
	// Taken note of
	['acknowledged', 'J. S. A. B.', {}, `Zur Kenntnis genommen; ${ALL4}`],
	[
		'acknowledged',
		'J. S_ A_ B_',
		{},
		'Nicht beschlussfähig: mindestens 2 müssen teilnehmen; 1 von 4 stimmberechtigten Organisationen nahm teil.'
	],
	['acknowledged', 'J. S. A_ B_', EACH, 'Zur Kenntnis genommen; 2 von 4 stimmberechtigten Organisationen nahmen teil.'],
	// Written procedure: nobody is present, silence says what the rule lets it say
	[
		'simple_majority',
		'J+ S+ A. B.',
		{ written: true },
		'Angenommen (2 Ja, 0 Nein, 0 Enthaltungen): 2 von 2 Stimmen sind mehr als die Hälfte; 2 von 4 stimmberechtigten Organisationen nahmen teil.'
	],
	[
		'simple_majority',
		'J+ S. A. B.',
		{ written: true },
		'Nicht beschlussfähig: mindestens 2 müssen teilnehmen; 1 von 4 stimmberechtigten Organisationen nahm teil.'
	],
	[
		'simple_majority',
		'J- S- A. B.',
		{ written: true, silenceIsYes: true },
		`Abgelehnt (2 Ja, 2 Nein, 0 Enthaltungen): 2 von 4 Stimmen sind nicht mehr als die Hälfte; ${ALL4}`
	],
	[
		'consensus',
		'J. S. A. B.',
		{ written: true, silenceIsYes: true },
		`Angenommen (4 Ja, 0 Nein, 0 Enthaltungen): niemand stimmte dagegen; ${ALL4}`
	],
	[
		'consent',
		'J+ S. A. B!',
		{ written: true, silenceIsYes: true },
		`Abgelehnt (3 Ja, 1 Nein, 0 Enthaltungen): schwerwiegender Einwand von B; ${ALL4}`
	],
	[
		'qualified_majority',
		'J+ S+ A+ B_',
		{ written: true, ...EACH, quorumPercent: 75 },
		`Angenommen (3 Ja, 0 Nein, 0 Enthaltungen): 3 von 3 Stimmen erreichen 67 Prozent; ${BANKS}; 3 von 4 stimmberechtigten Organisationen nahmen teil.`
	]
];

describe('every way to decide', () => {
	it.each(CASES)('%s · %s · %o', (method, votes, { written, ...rule }, sentence) => {
		const question: Question = {
			...{ method, rule: { ...PLAIN, ...rule }, isWritten: written ?? false },
			voices: voices(votes)
		};
		expect(decisionSentence(question, decide(question))).toBe(sentence);
	});
});

describe('whatever the votes', () => {
	const voice = fc.record({
		bank: fc.constantFrom('youth_office' as const, 'provider' as const, 'partner' as const),
		isPresent: fc.boolean(),
		choice: fc.option(fc.constantFrom(...CHOICES))
	});
	const question: fc.Arbitrary<Question> = fc.record({
		method: fc.constantFrom(...METHODS),
		isWritten: fc.boolean(),
		rule: fc.record({
			majorityPercent: fc.integer({ min: 50, max: 100 }),
			quorumPercent: fc.integer({ min: 0, max: 100 }),
			abstentions: fc.constantFrom('not_counted' as const, 'count_as_no' as const, 'not_allowed' as const),
			needsEachBank: fc.boolean(),
			silenceIsYes: fc.boolean()
		}),
		voices: fc
			.array(voice, { minLength: 1, maxLength: 9 })
			.map((list) => list.map((one, i) => ({ ...one, organisationId: `o${i}`, shortName: `O${i}` })))
	});

	it('the order of the organisations changes no result', () => {
		fc.assert(
			fc.property(question, (asked) => {
				const turned = { ...asked, voices: asked.voices.toReversed() };
				expect(decide(turned).result).toBe(decide(asked).result);
			})
		);
	});

	it('one more yes instead of another voice never undoes an adoption', () => {
		fc.assert(
			fc.property(question, fc.nat(8), (asked, at) => {
				if (decide(asked).result !== 'adopted') return;
				const more = asked.voices.map((one, i) => (i === at ? { ...one, choice: 'yes' as const } : one));
				expect(decide({ ...asked, voices: more }).result).toBe('adopted');
			})
		);
	});

	it('counts every voice once, and what was not carried has a cause', () => {
		fc.assert(
			fc.property(question, (asked) => {
				const verdict = decide(asked);
				expect(verdict.yes + verdict.no + verdict.abstained).toBeLessThanOrEqual(asked.voices.length);
				expect(verdict.cause === null).toBe(verdict.result === 'adopted');
				expect(decisionSentence(asked, verdict)).toMatch(/\.$/);
			})
		);
	});
});
