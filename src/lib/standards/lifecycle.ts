import type { StandardStateName } from '#migrations/schema.ts';
import type { StandardText } from './standardText.ts';

/** What is known when a standard is to move on; days as ISO dates. */
export interface LifeFacts {
	state: StandardStateName;
	text: StandardText;
	/** Organisations that are party to the version. */
	parties: number;
	/** Organisations that have to sign and have not. */
	unsigned: string[];
	/** An adopted decision of the circle about this version. */
	isDecided: boolean;
	isAgreed: boolean;
	consultedFromOn: string | null;
	consultedUntilOn: string | null;
	/** Comments of the consultation without an answer. */
	unanswered: number;
	inForceOn: string | null;
	reviewDueOn: string | null;
	todayOn: string;
}

/** What is missing before a step; each has one sentence. */
export const LACKS = [
	'scope',
	'steps',
	'responsible',
	'consultation_period',
	'consultation_running',
	'comments_unanswered',
	'participation',
	'data_protection',
	'decision',
	'parties',
	'agreement',
	'in_force_day',
	'review_day',
	'signatures'
] as const;
export type Lack = (typeof LACKS)[number];

/** Days a consultation has to be open at least. */
export const CONSULTATION_DAYS = 21;

/** Where a standard may go from each state. */
export const MOVES: Record<StandardStateName, readonly StandardStateName[]> = {
	idea: ['drafting', 'parked', 'rejected'],
	drafting: ['consultation', 'parked', 'rejected'],
	consultation: ['drafting', 'ready_for_decision', 'parked'],
	ready_for_decision: ['drafting', 'agreed', 'rejected', 'parked'],
	agreed: ['signing', 'in_force'],
	signing: ['in_force'],
	in_force: ['under_review', 'superseded', 'repealed'],
	under_review: ['in_force', 'superseded', 'repealed'],
	superseded: [],
	repealed: [],
	rejected: ['drafting'],
	parked: ['idea', 'drafting']
};
/** Leaving the way, and going back on it, is told with a reason. */
export const NEEDS_REASON: readonly StandardStateName[] = ['parked', 'rejected', 'repealed'];

function daysApart(fromOn: string, toOn: string): number {
	return Math.round((Date.parse(toOn) - Date.parse(fromOn)) / 86_400_000);
}

function hasScope({ scope }: StandardText): boolean {
	return Boolean(scope.region || scope.targetGroup || scope.trigger || scope.helpTypes.length > 0);
}

type Guard = (facts: LifeFacts) => boolean;
/** True when the thing is there. */
const HAS: Record<Lack, Guard> = {
	scope: ({ text }) => hasScope(text),
	steps: ({ text }) => text.steps.length > 0,
	responsible: ({ text }) => text.steps.every(({ responsible }) => responsible.length > 0),
	consultation_period: ({ consultedFromOn, consultedUntilOn }) =>
		consultedFromOn !== null &&
		consultedUntilOn !== null &&
		daysApart(consultedFromOn, consultedUntilOn) >= CONSULTATION_DAYS,
	consultation_running: ({ consultedUntilOn, todayOn }) => consultedUntilOn === null || consultedUntilOn < todayOn,
	comments_unanswered: ({ unanswered }) => unanswered === 0,
	participation: ({ text }) => text.participation.trim() !== '',
	data_protection: ({ text }) => text.dataProtection.trim() !== '',
	decision: ({ isDecided }) => isDecided,
	parties: ({ parties }) => parties > 0,
	agreement: ({ isAgreed }) => isAgreed,
	in_force_day: ({ inForceOn }) => inForceOn !== null,
	review_day: ({ reviewDueOn }) => reviewDueOn !== null,
	signatures: ({ unsigned, text }) => unsigned.length === 0 || text.inForceWithoutAllSignatures
};
const GUARDS: Partial<Record<StandardStateName, readonly Lack[]>> = {
	consultation: ['scope', 'steps', 'responsible', 'consultation_period'],
	ready_for_decision: ['consultation_running', 'comments_unanswered', 'participation', 'data_protection', 'parties'],
	agreed: ['decision'],
	signing: ['agreement'],
	in_force: ['agreement', 'in_force_day', 'review_day', 'signatures'],
	superseded: ['decision'],
	repealed: ['decision']
};

/** What is lacking before a standard may take this step; nothing lacking: it may. `undefined`: there is no such way. */
export function lacksBefore(facts: LifeFacts, to: StandardStateName): Lack[] | undefined {
	if (!MOVES[facts.state].includes(to)) return undefined;
	return (GUARDS[to] ?? []).filter((lack) => !HAS[lack](facts));
}

/** Steps without anybody responsible, by their number from 1. */
export function unassignedSteps(text: StandardText): number[] {
	return text.steps.flatMap(({ responsible }, index) => (responsible.length === 0 ? [index + 1] : []));
}
