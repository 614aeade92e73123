import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Lack, LACKS, lacksBefore, type LifeFacts, MOVES, unassignedSteps } from './lifecycle.ts';
import { lackSentence } from './lifecycleWords.ts';
import type { ProcedureStep, StandardText } from './standardText.ts';

const step: ProcedureStep = {
	...{ id: 's', title: 'Anrufen', phase: 'acute', trigger: '', parallel: null, involved: [], deadline: '' },
	...{ deadlineIso: null, channel: '', document: '', legalBasis: '', note: '', responsible: [{ role: 'provider' }] }
};
const text: StandardText = {
	...{ title: 'Krise', preamble: '', aims: [], terms: [], legalBases: [], conflictRule: '', quality: '', duration: '' },
	...{ scope: { helpTypes: [], targetGroup: '', region: '', level: 'structure', trigger: '' }, attachments: [] },
	inForceWithoutAllSignatures: false,
	...{ steps: [step], participation: 'wird gefragt', dataProtection: 'ohne Namen' }
};
text.scope = { ...text.scope, region: 'Seetal' };
/** Everything is there. */
const full: LifeFacts = {
	...{ state: 'idea', text, parties: 2, unsigned: [], isDecided: true, isAgreed: true },
	...{ consultedFromOn: '2026-10-01', consultedUntilOn: '2026-10-22', unanswered: 0, inForceOn: '2027-01-01' },
	...{ reviewDueOn: '2028-01-01', todayOn: '2026-11-26' }
};

/** Each guard: what breaks it, and the step it stands before. */
const GUARDS: [Lack, from: LifeFacts['state'], to: LifeFacts['state'], Partial<LifeFacts>][] = [
	['scope', 'drafting', 'consultation', { text: { ...text, scope: { ...text.scope, region: '' } } }],
	['steps', 'drafting', 'consultation', { text: { ...text, steps: [] } }],
	['responsible', 'drafting', 'consultation', { text: { ...text, steps: [{ ...step, responsible: [] }] } }],
	['consultation_period', 'drafting', 'consultation', { consultedUntilOn: '2026-10-21' }],
	['consultation_running', 'consultation', 'ready_for_decision', { consultedUntilOn: '2026-11-26' }],
	['comments_unanswered', 'consultation', 'ready_for_decision', { unanswered: 1 }],
	['participation', 'consultation', 'ready_for_decision', { text: { ...text, participation: ' ' } }],
	['data_protection', 'consultation', 'ready_for_decision', { text: { ...text, dataProtection: '' } }],
	['parties', 'consultation', 'ready_for_decision', { parties: 0 }],
	['decision', 'ready_for_decision', 'agreed', { isDecided: false }],
	['decision', 'in_force', 'repealed', { isDecided: false }],
	['decision', 'under_review', 'superseded', { isDecided: false }],
	['agreement', 'agreed', 'signing', { isAgreed: false }],
	['in_force_day', 'agreed', 'in_force', { inForceOn: null }],
	['review_day', 'agreed', 'in_force', { reviewDueOn: null }],
	['signatures', 'signing', 'in_force', { unsigned: ['Morgenwiese'] }]
];

describe('the guards', () => {
	it.each(GUARDS)('%s stands between %s and %s', (lack, state, to, broken) => {
		expect(lacksBefore({ ...full, state }, to)).toEqual([]);
		expect(lacksBefore({ ...full, ...broken, state }, to)).toEqual([lack]);
	});

	it('each is tested, and each has its own sentence', () => {
		expect([...new Set(GUARDS.map(([lack]) => lack))].sort()).toEqual([...LACKS].sort());
		expect(new Set(LACKS.map((lack) => lackSentence(lack, full))).size).toBe(LACKS.length);
	});

	it('let a standard come into force with signatures outstanding only when its text says so', () => {
		const outstanding = { ...full, state: 'signing' as const, unsigned: ['Morgenwiese'] };
		expect(lacksBefore(outstanding, 'in_force')).toEqual(['signatures']);
		const allowed = { ...outstanding, text: { ...text, inForceWithoutAllSignatures: true } };
		expect(lacksBefore(allowed, 'in_force')).toEqual([]);
	});

	it('know no way that is not there', () => {
		expect(lacksBefore({ ...full, state: 'idea' }, 'in_force')).toBeUndefined();
		expect(lacksBefore({ ...full, state: 'repealed' }, 'drafting')).toBeUndefined();
		const states = Object.keys(MOVES) as LifeFacts['state'][];
		fc.assert(
			fc.property(fc.constantFrom(...states), fc.constantFrom(...states), (state, to) => {
				expect(lacksBefore({ ...full, state }, to) === undefined).toBe(!MOVES[state].includes(to));
			})
		);
	});
});

it('names the steps nobody is responsible for', () => {
	expect(unassignedSteps({ ...text, steps: [step, { ...step, responsible: [] }] })).toEqual([2]);
});
