import type { CircleRule } from '#lib/circles/circleRule.ts';
import type { Bank } from '#lib/circles/votingOrganisation.ts';

export const METHODS = ['consensus', 'consent', 'simple_majority', 'qualified_majority', 'acknowledged'] as const;
export type Method = (typeof METHODS)[number];
export const CHOICES = ['yes', 'no', 'abstain', 'concern', 'objection'] as const;
export type Choice = (typeof CHOICES)[number];

/** One organisation with a voice, as it stands when the question is put. */
export interface Voice {
	organisationId: string;
	shortName: string;
	bank: Bank;
	/** In the meeting: somebody holds its seat. In the written procedure nobody is present. */
	isPresent: boolean;
	choice: Choice | null;
}

export interface Question {
	method: Method;
	rule: Pick<CircleRule, 'majorityPercent' | 'quorumPercent' | 'abstentions' | 'needsEachBank' | 'silenceIsYes'>;
	isWritten: boolean;
	voices: readonly Voice[];
}

/** Why a question was not carried; the first that applies is the one told. */
export type Cause =
	| { cause: 'no_quorum' }
	| { cause: 'abstained'; names: string[] }
	| { cause: 'objections'; names: string[] }
	| { cause: 'not_all'; names: string[] }
	| { cause: 'majority' }
	| { cause: 'youth_office'; names: string[] }
	| { cause: 'providers' };

export interface Verdict {
	result: 'adopted' | 'rejected' | 'no_quorum';
	yes: number;
	no: number;
	abstained: number;
	/** Concerns stop nothing: they count as yes and are named. */
	concerns: number;
	voting: number;
	took: number;
	needed: number;
	/** Votes the majority is measured against. */
	base: number;
	providersYes: number;
	providersNo: number;
	cause: Cause | null;
}

type Counted = Voice & { as: 'yes' | 'no' | 'abstain' | null };

const names = (voices: readonly Voice[]) => voices.map(({ shortName }) => shortName);

/** What a voice counts as: silence in the written procedure may be a yes, a concern is one, an objection is a no. */
function countedAs({ choice }: Voice, { rule, isWritten }: Question): Counted['as'] {
	if (choice === null) return isWritten && rule.silenceIsYes ? 'yes' : null;
	if (choice === 'yes' || choice === 'concern') return 'yes';
	return choice === 'abstain' ? 'abstain' : 'no';
}

function count(question: Question, voices: readonly Counted[]): Verdict {
	const { rule, isWritten } = question;
	const of = (as: Counted['as']) => voices.filter((voice) => voice.as === as);
	const providers = (list: readonly Counted[]) => list.filter(({ bank }) => bank === 'provider').length;
	const [yes, no, abstained] = [of('yes'), of('no'), of('abstain')];
	const asNo = rule.abstentions === 'count_as_no' ? abstained : [];
	return {
		result: 'adopted',
		yes: yes.length,
		no: no.length,
		abstained: abstained.length,
		concerns: voices.filter(({ choice }) => choice === 'concern').length,
		voting: voices.length,
		took: voices.filter(({ as, isPresent }) => as !== null || (!isWritten && isPresent)).length,
		needed: Math.ceil((voices.length * rule.quorumPercent) / 100),
		base: yes.length + no.length + asNo.length,
		providersYes: providers(yes),
		providersNo: providers(no) + providers(asNo),
		cause: null
	};
}

function causeOfMethod({ method, rule }: Question, voices: readonly Counted[], verdict: Verdict): Cause | null {
	const { yes, base } = verdict;
	if (yes === 0) return { cause: 'majority' };
	if (method === 'consent') {
		const objecting = voices.filter(({ as }) => as === 'no');
		return objecting.length > 0 ? { cause: 'objections', names: names(objecting) } : null;
	}
	if (method === 'consensus') {
		const against = voices.filter(({ as }) => as === 'no' || (as === 'abstain' && rule.abstentions === 'count_as_no'));
		return against.length > 0 ? { cause: 'not_all', names: names(against) } : null;
	}
	// Whole numbers only, so that no rounding decides a vote: more than half, or at least the share.
	const carries = method === 'qualified_majority' ? yes * 100 >= rule.majorityPercent * base : yes * 2 > base;
	return carries ? null : { cause: 'majority' };
}

function causeOfBanks(voices: readonly Counted[], verdict: Verdict): Cause | null {
	const offices = voices.filter(({ bank, as }) => bank === 'youth_office' && as !== 'yes');
	if (offices.length > 0) return { cause: 'youth_office', names: names(offices) };
	const hasProviders = voices.some(({ bank }) => bank === 'provider');
	return hasProviders && verdict.providersYes <= verdict.providersNo ? { cause: 'providers' } : null;
}

function causeOf(question: Question, voices: readonly Counted[], verdict: Verdict): Cause | null {
	const { rule, method } = question;
	if (verdict.took < verdict.needed || verdict.took === 0) return { cause: 'no_quorum' };
	if (method === 'acknowledged') return null;
	const abstained = voices.filter(({ as }) => as === 'abstain');
	if (rule.abstentions === 'not_allowed' && abstained.length > 0)
		return { cause: 'abstained', names: names(abstained) };
	return causeOfMethod(question, voices, verdict) ?? (rule.needsEachBank ? causeOfBanks(voices, verdict) : null);
}

/**
 * Decides a question by the rule of its circle, one voice per organisation. Pure: the same answer is shown while votes
 * are entered, stored when the question is closed, and explained for ever.
 */
export function decide(question: Question): Verdict {
	const voices = question.voices.map((voice) => ({ ...voice, as: countedAs(voice, question) }));
	const verdict = count(question, voices);
	const cause = causeOf(question, voices, verdict);
	if (!cause) return verdict;
	return { ...verdict, result: cause.cause === 'no_quorum' ? 'no_quorum' : 'rejected', cause };
}
