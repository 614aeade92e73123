import { m } from '#lib/paraglide/messages.js';
import type { Schema, StandardStateName } from '#migrations/schema.ts';

export const STANDARD_KINDS = ['recommendation', 'agreed_standard', 'cooperation_agreement'] as const;
export type StandardKind = (typeof STANDARD_KINDS)[number];

/** States in the order of lists: what is in force first, then what is furthest on its way. */
export const STATES = [
	'in_force',
	'under_review',
	'signing',
	'agreed',
	'ready_for_decision',
	'consultation',
	'drafting',
	'idea',
	'parked',
	'rejected',
	'superseded',
	'repealed'
] as const satisfies readonly StandardStateName[];

/**
 * A standard, a recommendation or an agreement of a circle, with its newest state.
 * `drafts`: may change the text (organizes in the circle, or sits in a group that drafts it: there all sides write).
 * `manages`: may take it through its life (organizes in the circle).
 */
export interface Standard extends Omit<Schema['standard'], 'createdAt'> {
	circleName: string;
	state: StandardStateName;
	stateAt: string;
	drafts: boolean;
	manages: boolean;
}

const KIND_NAMES: Record<StandardKind, () => string> = {
	recommendation: m.standards_kind_recommendation,
	agreed_standard: m.standards_kind_agreed_standard,
	cooperation_agreement: m.standards_kind_cooperation_agreement
};
const STATE_NAMES: Record<StandardStateName, () => string> = {
	idea: m.standards_state_idea,
	drafting: m.standards_state_drafting,
	consultation: m.standards_state_consultation,
	ready_for_decision: m.standards_state_ready_for_decision,
	agreed: m.standards_state_agreed,
	signing: m.standards_state_signing,
	in_force: m.standards_state_in_force,
	under_review: m.standards_state_under_review,
	superseded: m.standards_state_superseded,
	repealed: m.standards_state_repealed,
	rejected: m.standards_state_rejected,
	parked: m.standards_state_parked
};

/** How binding it is, in words: "Kooperationsvereinbarung". */
export function standardKindName(kind: StandardKind): string {
	return KIND_NAMES[kind]();
}

/** What people call the state: "in Rückmeldung". */
export function stateName(state: StandardStateName): string {
	return STATE_NAMES[state]();
}

/** The standards grouped by state, in the order of lists; states nobody is in are left out. */
export function byState<T extends { state: StandardStateName }>(
	list: readonly T[]
): { state: StandardStateName; list: T[] }[] {
	const groups = Map.groupBy(list, ({ state }) => state);
	return STATES.flatMap((state) => {
		const group = groups.get(state);
		return group ? [{ state, list: group }] : [];
	});
}
