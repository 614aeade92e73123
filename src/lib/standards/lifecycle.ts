import { daysBetween } from '#lib/time/berlin.ts';
import type { StandardStateName } from '#migrations/schema.ts';

/** Rule of the rounds: whoever is asked gets at least three weeks. Less needs a reason. */
export const CONSULTATION_DAYS = 21;

/** Where a standard may go from each state, as long as no version of it is in force. */
const WAYS: Record<StandardStateName, readonly StandardStateName[]> = {
	idea: ['drafting', 'parked', 'rejected'],
	drafting: ['consultation', 'parked', 'rejected'],
	consultation: ['ready_for_decision', 'drafting', 'parked', 'rejected'],
	ready_for_decision: ['agreed', 'consultation', 'drafting', 'parked', 'rejected'],
	agreed: ['signing', 'in_force'],
	signing: ['in_force'],
	in_force: ['under_review', 'superseded', 'repealed'],
	under_review: ['consultation', 'in_force', 'superseded', 'repealed'],
	superseded: [],
	repealed: [],
	rejected: [],
	parked: ['drafting', 'rejected']
};
const LEAVES: readonly StandardStateName[] = ['parked', 'rejected'];

/** What the guards look at; `plan` is what was typed for the step itself. */
export interface LifeFacts {
	state: StandardStateName;
	todayOn: string;
	/** Another, earlier version is in force: the draft is a revision of it. */
	isRevision: boolean;
	parties: number;
	hasScope: boolean;
	steps: number;
	stepsWithoutResponsible: number;
	hasParticipation: boolean;
	hasDataProtection: boolean;
	/** The newest consultation on this draft or one of its earlier versions. */
	consultedUntilOn: string | null;
	unanswered: number;
	/** An adopted decision of the circle on this version; `outdated`: the text was changed after it. */
	decision: 'none' | 'outdated' | 'adopted';
	isAgreed: boolean;
	/** Parties that sign, and those of them whose signature is outstanding. */
	signing: number;
	outstanding: number;
	allowsOutstanding: boolean;
	/** A review was recorded since the standard is under review. */
	isReviewed: boolean;
	successorInForce: boolean;
	plan: {
		closesOn: string | null;
		inForceOn: string | null;
		reviewDueOn: string | null;
		hasRepealDecision: boolean;
		reason: string;
	};
}

export type LifeReason =
	| 'no_way'
	| 'parties'
	| 'scope'
	| 'steps'
	| 'responsible'
	| 'closing_day'
	| 'three_weeks'
	| 'consultation'
	| 'consultation_open'
	| 'comments'
	| 'participation'
	| 'data_protection'
	| 'decision'
	| 'decision_outdated'
	| 'nobody_signs'
	| 'agreement'
	| 'entry_day'
	| 'review_day'
	| 'signatures'
	| 'review'
	| 'successor'
	| 'repeal_decision'
	| 'reason';

type Guard = (facts: LifeFacts) => LifeReason | false;

const CONTENT: Guard[] = [
	({ hasScope }) => !hasScope && 'scope',
	({ steps }) => steps === 0 && 'steps',
	({ stepsWithoutResponsible }) => stepsWithoutResponsible > 0 && 'responsible'
];
const GUARDS: Record<StandardStateName, Guard[]> = {
	idea: [],
	drafting: [({ state, plan }) => state !== 'idea' && state !== 'parked' && plan.reason === '' && 'reason'],
	consultation: [
		...CONTENT,
		({ plan, todayOn }) => (plan.closesOn === null || plan.closesOn <= todayOn) && 'closing_day',
		({ plan, todayOn }) =>
			plan.closesOn !== null &&
			plan.closesOn > todayOn &&
			daysBetween(todayOn, plan.closesOn) < CONSULTATION_DAYS &&
			plan.reason === '' &&
			'three_weeks'
	],
	ready_for_decision: [
		...CONTENT,
		({ parties }) => parties === 0 && 'parties',
		({ consultedUntilOn }) => consultedUntilOn === null && 'consultation',
		({ consultedUntilOn, todayOn }) => consultedUntilOn !== null && consultedUntilOn >= todayOn && 'consultation_open',
		({ unanswered }) => unanswered > 0 && 'comments',
		({ hasParticipation }) => !hasParticipation && 'participation',
		({ hasDataProtection }) => !hasDataProtection && 'data_protection'
	],
	agreed: [
		({ decision }) => decision === 'none' && 'decision',
		({ decision }) => decision === 'outdated' && 'decision_outdated'
	],
	signing: [({ isAgreed }) => !isAgreed && 'agreement', ({ signing }) => signing === 0 && 'nobody_signs'],
	in_force: [
		({ isAgreed, isRevision, state }) => !isAgreed && !(isRevision && state === 'under_review') && 'agreement',
		({ isReviewed, state }) => state === 'under_review' && !isReviewed && 'review',
		({ plan, state }) => state !== 'under_review' && plan.inForceOn === null && 'entry_day',
		({ plan, todayOn }) =>
			(plan.reviewDueOn === null || plan.reviewDueOn <= (plan.inForceOn ?? todayOn)) && 'review_day',
		({ outstanding, allowsOutstanding, state }) =>
			state !== 'under_review' && outstanding > 0 && !allowsOutstanding && 'signatures'
	],
	under_review: [({ state, plan }) => state !== 'in_force' && plan.reason === '' && 'reason'],
	superseded: [({ successorInForce }) => !successorInForce && 'successor'],
	repealed: [({ plan }) => !plan.hasRepealDecision && 'repeal_decision', ({ plan }) => plan.reason === '' && 'reason'],
	rejected: [({ plan }) => plan.reason === '' && 'reason'],
	parked: [({ plan }) => plan.reason === '' && 'reason']
};

/** The states a standard may go to next, whatever is still missing. A revision goes back to its review, not to a first draft. */
export function waysFrom({ state, isRevision }: Pick<LifeFacts, 'state' | 'isRevision'>): StandardStateName[] {
	const ways = WAYS[state];
	if (!isRevision) return [...ways];
	return ways.filter((to) => !LEAVES.includes(to)).map((to) => (to === 'drafting' ? 'under_review' : to));
}

/** True, or everything that still stands in the way. */
export function mayMove(facts: LifeFacts, to: StandardStateName): true | LifeReason[] {
	if (!waysFrom(facts).includes(to)) return ['no_way'];
	const reasons = GUARDS[to].map((guard) => guard(facts)).filter((reason) => reason !== false);
	return reasons.length === 0 ? true : reasons;
}

/** What is done next when all goes well; none once it is in force or has left the way. */
export function nextOf({ state, signing, outstanding }: LifeFacts): StandardStateName | undefined {
	if (state === 'agreed') return signing > 0 && outstanding > 0 ? 'signing' : 'in_force';
	const next: Partial<Record<StandardStateName, StandardStateName>> = {
		idea: 'drafting',
		drafting: 'consultation',
		consultation: 'ready_for_decision',
		ready_for_decision: 'agreed',
		signing: 'in_force',
		parked: 'drafting'
	};
	return next[state];
}

/** May the newest version be changed? While others are asked or the circle decides, the text stands still. */
export function mayEdit(
	facts: Pick<LifeFacts, 'state' | 'consultedUntilOn' | 'todayOn'> & { isFrozen: boolean }
): true | 'frozen' | 'consulting' | 'deciding' | 'ended' {
	const { state, isFrozen, consultedUntilOn, todayOn } = facts;
	if (state === 'superseded' || state === 'repealed' || state === 'rejected') return 'ended';
	if (isFrozen) return 'frozen';
	if (state === 'consultation' && (consultedUntilOn ?? todayOn) >= todayOn) return 'consulting';
	if (state === 'ready_for_decision') return 'deciding';
	return true;
}
