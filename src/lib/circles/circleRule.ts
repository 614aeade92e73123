import { m } from '#lib/paraglide/messages.js';
import type { CircleKind } from './circle.ts';

export const RULE_METHODS = ['consensus', 'consent', 'simple_majority', 'qualified_majority'] as const;
export type RuleMethod = (typeof RULE_METHODS)[number];
export const ABSTENTIONS = ['not_counted', 'count_as_no', 'not_allowed'] as const;
export type Abstentions = (typeof ABSTENTIONS)[number];

/** How a circle decides. Every voice is that of an organisation. */
export interface CircleRule {
	method: RuleMethod;
	/** Share of yes that a qualified majority needs, in percent. */
	majorityPercent: number;
	/** Share of the voting organisations that must take part, in percent; 0 asks for nobody. */
	quorumPercent: number;
	abstentions: Abstentions;
	/** Each youth office says yes, and more providers say yes than no. */
	needsEachBank: boolean;
	/** In the written procedure, silence until the deadline is a yes. */
	silenceIsYes: boolean;
	/** Days between invitation and meeting. */
	noticeDays: number;
}

const PLAIN: CircleRule = {
	method: 'consensus',
	majorityPercent: 67,
	quorumPercent: 50,
	abstentions: 'not_counted',
	needsEachBank: false,
	silenceIsYes: false,
	noticeDays: 10
};

/** What applies until a circle settles its own rule. */
export const DEFAULT_RULES: Record<CircleKind, CircleRule> = {
	round_table: PLAIN,
	provider_meeting: { ...PLAIN, needsEachBank: true, noticeDays: 14 },
	ag78: { ...PLAIN, method: 'simple_majority' },
	small_group: { ...PLAIN, method: 'consent', quorumPercent: 0, noticeDays: 7 },
	steering: PLAIN
};

const METHOD_WORDS: Record<RuleMethod, (percent: number) => string> = {
	consensus: () => m.circles_rule_consensus(),
	consent: () => m.circles_rule_consent(),
	simple_majority: () => m.circles_rule_simple(),
	qualified_majority: (percent) => m.circles_rule_qualified({ percent })
};
const ABSTENTION_WORDS: Record<Abstentions, () => string> = {
	not_counted: m.circles_rule_abstentions_not_counted,
	count_as_no: m.circles_rule_abstentions_count_as_no,
	not_allowed: m.circles_rule_abstentions_not_allowed
};

/** What of the rule answers one question: its own way to decide, who must agree, abstentions, silence in writing. */
export function questionRuleSentence(
	rule: CircleRule,
	method: RuleMethod | 'acknowledged',
	isWritten: boolean
): string {
	const quorum =
		rule.quorumPercent > 0 ? m.circles_rule_quorum({ percent: rule.quorumPercent }) : m.circles_rule_no_quorum();
	if (method === 'acknowledged') return `${m.circles_rule_acknowledged()} ${quorum}`;
	return [
		METHOD_WORDS[method](rule.majorityPercent),
		rule.needsEachBank && m.circles_rule_each_bank(),
		quorum,
		ABSTENTION_WORDS[rule.abstentions](),
		isWritten && (rule.silenceIsYes ? m.circles_rule_silence_yes() : m.circles_rule_silence_nothing())
	]
		.filter(Boolean)
		.join(' ');
}

/** The whole rule in plain sentences, the same wherever it is shown. */
export function ruleSentence(rule: CircleRule): string {
	return [
		METHOD_WORDS[rule.method](rule.majorityPercent),
		rule.needsEachBank && m.circles_rule_each_bank(),
		rule.quorumPercent > 0 ? m.circles_rule_quorum({ percent: rule.quorumPercent }) : m.circles_rule_no_quorum(),
		ABSTENTION_WORDS[rule.abstentions](),
		rule.silenceIsYes ? m.circles_rule_silence_yes() : m.circles_rule_silence_nothing(),
		m.circles_rule_notice({ days: rule.noticeDays })
	]
		.filter(Boolean)
		.join(' ');
}

/** What becomes of abstentions, as one chooses it: "Enthaltungen zählen nicht mit." */
export function abstentionsName(abstentions: Abstentions): string {
	return ABSTENTION_WORDS[abstentions]();
}
