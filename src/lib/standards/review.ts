import { m } from '#lib/paraglide/messages.js';

export const OUTCOMES = ['renew', 'revise', 'retire'] as const;
export type Outcome = (typeof OUTCOMES)[number];
/** Does it work in this organisation? */
export const WORKS = ['yes', 'partly', 'no', 'not_used'] as const;
export type Works = (typeof WORKS)[number];

const OUTCOME_NAMES: Record<Outcome, () => string> = {
	renew: m.reviews_outcome_renew,
	revise: m.reviews_outcome_revise,
	retire: m.reviews_outcome_retire
};
const WORKS_NAMES: Record<Works, () => string> = {
	yes: m.reviews_works_yes,
	partly: m.reviews_works_partly,
	no: m.reviews_works_no,
	not_used: m.reviews_works_not_used
};

export function outcomeName(outcome: Outcome): string {
	return OUTCOME_NAMES[outcome]();
}

export function worksName(works: Works): string {
	return WORKS_NAMES[works]();
}
