import { describe, expect, it, test } from 'vitest';
import { type LifeFacts, type LifeReason, mayEdit, mayMove, nextOf, waysFrom } from './lifecycle.ts';
import { reasonSentence } from './lifecycleWords.ts';
import { STATES } from './standard.ts';

const TODAY = '2026-11-26';
const plan = {
	...{ closesOn: '2026-12-17', inForceOn: TODAY, reviewDueOn: '2027-11-30', hasRepealDecision: true, reason: 'Grund' }
};
/** Everything is there. */
const whole: LifeFacts = {
	...{
		state: 'drafting',
		todayOn: TODAY,
		isRevision: false,
		parties: 2,
		hasScope: true,
		steps: 3,
		stepsWithoutResponsible: 0
	},
	...{ hasParticipation: true, hasDataProtection: true, consultedUntilOn: '2026-11-25', unanswered: 0 },
	...{ decision: 'adopted', isAgreed: true, signing: 2, outstanding: 0, allowsOutstanding: false },
	...{ isReviewed: true, successorInForce: true, plan }
};
type Change = Partial<Omit<LifeFacts, 'plan'>> & { plan?: Partial<LifeFacts['plan']> };
const facts = (change: Change = {}): LifeFacts => ({ ...whole, ...change, plan: { ...plan, ...change.plan } });

describe('the way', () => {
	it('goes from the idea to the review and out at the sides', () => {
		const way = ['idea', 'drafting', 'consultation', 'ready_for_decision', 'agreed', 'signing', 'in_force'] as const;
		way.slice(1).forEach((to, index) => expect(mayMove(facts({ state: way[index]! }), to), to).toBe(true));
		expect(mayMove(facts({ state: 'in_force' }), 'under_review')).toBe(true);
		for (const to of ['in_force', 'superseded', 'repealed', 'consultation'] as const)
			expect(mayMove(facts({ state: 'under_review' }), to), to).toBe(true);
		for (const state of ['idea', 'drafting', 'consultation', 'ready_for_decision'] as const)
			for (const to of ['parked', 'rejected'] as const) expect(mayMove(facts({ state }), to), state).toBe(true);
		expect(mayMove(facts({ state: 'parked' }), 'drafting')).toBe(true);
	});

	it('has no short cuts and no way out of an end', () => {
		expect(mayMove(facts({ state: 'drafting' }), 'agreed')).toEqual(['no_way']);
		expect(mayMove(facts({ state: 'drafting' }), 'in_force')).toEqual(['no_way']);
		expect(mayMove(facts({ state: 'consultation' }), 'agreed')).toEqual(['no_way']);
		for (const state of ['superseded', 'repealed', 'rejected'] as const) expect(waysFrom(facts({ state }))).toEqual([]);
	});

	it('leads a revision back to its review while the older version stays in force', () => {
		const revision = facts({ state: 'ready_for_decision', isRevision: true });
		expect(waysFrom(revision)).toEqual(['agreed', 'consultation', 'under_review']);
		expect(mayMove(revision, 'parked')).toEqual(['no_way']);
	});

	it('names the next step', () => {
		expect(nextOf(facts({ state: 'agreed', outstanding: 1 }))).toBe('signing');
		expect(nextOf(facts({ state: 'agreed', signing: 0 }))).toBe('in_force');
		expect(nextOf(facts({ state: 'consultation' }))).toBe('ready_for_decision');
		expect(nextOf(facts({ state: 'in_force' }))).toBeUndefined();
	});
});

/** One guard, one row: from, to, what is wrong, what is said. */
const GUARDS: [LifeFacts['state'], LifeFacts['state'], Change, LifeReason][] = [
	['drafting', 'consultation', { hasScope: false }, 'scope'],
	['drafting', 'consultation', { steps: 0 }, 'steps'],
	['drafting', 'consultation', { stepsWithoutResponsible: 1 }, 'responsible'],
	['drafting', 'consultation', { plan: { closesOn: null } }, 'closing_day'],
	['drafting', 'consultation', { plan: { closesOn: TODAY } }, 'closing_day'],
	['drafting', 'consultation', { plan: { closesOn: '2026-12-16', reason: '' } }, 'three_weeks'],
	['consultation', 'ready_for_decision', { consultedUntilOn: null }, 'consultation'],
	['consultation', 'ready_for_decision', { consultedUntilOn: TODAY }, 'consultation_open'],
	['consultation', 'ready_for_decision', { unanswered: 1 }, 'comments'],
	['consultation', 'ready_for_decision', { hasParticipation: false }, 'participation'],
	['consultation', 'ready_for_decision', { hasDataProtection: false }, 'data_protection'],
	['consultation', 'ready_for_decision', { hasScope: false }, 'scope'],
	['consultation', 'ready_for_decision', { parties: 0 }, 'parties'],
	['consultation', 'drafting', { plan: { reason: '' } }, 'reason'],
	['ready_for_decision', 'agreed', { decision: 'none' }, 'decision'],
	['ready_for_decision', 'agreed', { decision: 'outdated' }, 'decision_outdated'],
	['agreed', 'signing', { isAgreed: false }, 'agreement'],
	['agreed', 'signing', { signing: 0 }, 'nobody_signs'],
	['signing', 'in_force', { isAgreed: false }, 'agreement'],
	['signing', 'in_force', { plan: { inForceOn: null } }, 'entry_day'],
	['signing', 'in_force', { plan: { reviewDueOn: null } }, 'review_day'],
	['signing', 'in_force', { plan: { reviewDueOn: TODAY } }, 'review_day'],
	['signing', 'in_force', { outstanding: 1 }, 'signatures'],
	['under_review', 'in_force', { isReviewed: false }, 'review'],
	['in_force', 'superseded', { successorInForce: false }, 'successor'],
	['under_review', 'repealed', { plan: { hasRepealDecision: false } }, 'repeal_decision'],
	['in_force', 'repealed', { plan: { reason: '' } }, 'reason'],
	['drafting', 'parked', { plan: { reason: '' } }, 'reason'],
	['drafting', 'rejected', { plan: { reason: '' } }, 'reason']
];

describe('the guards', () => {
	test.each(GUARDS)('%s → %s with %j needs: %4$s', (state, to, change, reason) => {
		expect(mayMove(facts({ state }), to)).toBe(true);
		expect(mayMove(facts({ state, ...change }), to)).toEqual([reason]);
		expect(reasonSentence(reason)).toMatch(/\.$/);
	});

	it('say all that is missing at once', () => {
		const bare = facts({ hasScope: false, steps: 0, plan: { closesOn: null } });
		expect(mayMove(bare, 'consultation')).toEqual(['scope', 'steps', 'closing_day']);
	});

	it('let a shorter consultation pass with a reason, and exactly three weeks without', () => {
		expect(mayMove(facts({ plan: { closesOn: '2026-12-01' } }), 'consultation')).toBe(true);
		expect(mayMove(facts({ plan: { closesOn: '2026-12-17', reason: '' } }), 'consultation')).toBe(true);
	});

	it('let it come into force with outstanding signatures when the text says so', () => {
		expect(mayMove(facts({ state: 'agreed', outstanding: 1, allowsOutstanding: true }), 'in_force')).toBe(true);
	});
});

test('the text stands still while others are asked, while the circle decides, and once it is agreed', () => {
	const edit = (state: LifeFacts['state'], more: Partial<Parameters<typeof mayEdit>[0]> = {}) =>
		mayEdit({ state, todayOn: TODAY, consultedUntilOn: TODAY, isFrozen: false, ...more });
	expect(edit('drafting')).toBe(true);
	expect(edit('drafting', { isFrozen: true })).toBe('frozen');
	expect(edit('consultation')).toBe('consulting');
	expect(edit('consultation', { consultedUntilOn: '2026-11-25' })).toBe(true);
	expect(edit('ready_for_decision')).toBe('deciding');
	expect(edit('in_force')).toBe(true);
	for (const state of STATES.filter((one) => ['superseded', 'repealed', 'rejected'].includes(one)))
		expect(edit(state), state).toBe('ended');
});
