import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Cause, Choice, Method, Question, Verdict } from './decide.ts';

function list(names: readonly string[]): string {
	return new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(names);
}

function lack(cause: Cause, question: Question, verdict: Verdict): string {
	const { majorityPercent: percent } = question.rule;
	switch (cause.cause) {
		case 'no_quorum':
			return m.decisions_cause_no_quorum({ needed: Math.max(1, verdict.needed) });
		case 'abstained':
			return m.decisions_cause_abstained({ names: list(cause.names) });
		case 'objections':
			return m.decisions_cause_objections({ names: list(cause.names) });
		case 'not_all':
			return m.decisions_cause_not_all({ names: list(cause.names) });
		case 'youth_office':
			return m.decisions_cause_youth_office({ names: list(cause.names) });
		case 'providers':
			return m.decisions_cause_providers({ yes: verdict.providersYes, no: verdict.providersNo });
		case 'majority':
			if (verdict.yes === 0) return m.decisions_cause_nobody();
			return question.method === 'qualified_majority'
				? m.decisions_cause_qualified({ percent, yes: verdict.yes, base: verdict.base })
				: m.decisions_cause_majority({ yes: verdict.yes, base: verdict.base });
	}
}

const MET: Record<Method, (question: Question, verdict: Verdict) => string> = {
	acknowledged: () => '',
	consensus: () => m.decisions_why_consensus(),
	consent: (_, { concerns }) =>
		concerns > 0 ? m.decisions_why_consent_concerns({ count: concerns }) : m.decisions_why_consent(),
	simple_majority: (_, { yes, base }) => m.decisions_why_simple({ yes, base }),
	qualified_majority: ({ rule }, { yes, base }) =>
		m.decisions_why_qualified({ percent: rule.majorityPercent, yes, base })
};

/** One sentence that says how a question was answered and why: counts, rule, who took part. */
export function decisionSentence(question: Question, verdict: Verdict): string {
	const { yes, no, abstained, took, voting, cause, result } = verdict;
	const part = m.decisions_took({ took, voting });
	if (cause && result === 'no_quorum') return `${m.decisions_no_quorum()}: ${lack(cause, question, verdict)}; ${part}.`;
	if (question.method === 'acknowledged') return `${m.decisions_noted()}; ${part}.`;
	const counts = m.decisions_counts({ yes, no, abstained });
	if (cause) return `${m.decisions_rejected()} (${counts}): ${lack(cause, question, verdict)}; ${part}.`;
	const reasons = [MET[question.method](question, verdict), question.rule.needsEachBank && m.decisions_why_banks()];
	return `${m.decisions_adopted()} (${counts}): ${reasons.filter(Boolean).join('; ')}; ${part}.`;
}

const METHOD_NAMES: Record<Method, () => string> = {
	consensus: m.decisions_method_consensus,
	consent: m.decisions_method_consent,
	simple_majority: m.decisions_method_simple_majority,
	qualified_majority: m.decisions_method_qualified_majority,
	acknowledged: m.decisions_method_acknowledged
};
const CHOICE_NAMES: Record<Choice, () => string> = {
	yes: m.decisions_choice_yes,
	no: m.decisions_choice_no,
	abstain: m.decisions_choice_abstain,
	concern: m.decisions_choice_concern,
	objection: m.decisions_choice_objection
};

/** What people call this way to decide: "Konsent". */
export function methodName(method: Method): string {
	return METHOD_NAMES[method]();
}

/** What people call this voice: "Enthaltung". */
export function choiceName(choice: Choice): string {
	return CHOICE_NAMES[choice]();
}

const RESULT_NAMES = {
	adopted: m.decisions_adopted,
	rejected: m.decisions_rejected,
	no_quorum: m.decisions_no_quorum,
	withdrawn: m.decisions_withdrawn
};

/** How a question was answered, in a word. */
export function resultName(result: keyof typeof RESULT_NAMES): string {
	return RESULT_NAMES[result]();
}

/** What to tell whoever is refused an act on a decision. */
export function refusalSentence(refused: string): string {
	if (refused === 'taken') return m.decisions_refused_taken();
	if (refused === 'no_seat') return m.decisions_refused_no_seat();
	if (refused === 'too_early') return m.decisions_refused_too_early();
	return m.decisions_refused_not_allowed();
}
