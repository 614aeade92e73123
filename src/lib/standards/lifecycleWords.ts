import { m } from '#lib/paraglide/messages.js';
import type { StandardStateName } from '#migrations/schema.ts';
import type { LifeReason } from './lifecycle.ts';

const SENTENCES: Record<LifeReason, () => string> = {
	no_way: m.standards_reason_no_way,
	parties: m.standards_reason_parties,
	scope: m.standards_reason_scope,
	steps: m.standards_reason_steps,
	responsible: m.standards_reason_responsible,
	closing_day: m.standards_reason_closing_day,
	three_weeks: m.standards_reason_three_weeks,
	consultation: m.standards_reason_consultation,
	consultation_open: m.standards_reason_consultation_open,
	comments: m.standards_reason_comments,
	participation: m.standards_reason_participation,
	data_protection: m.standards_reason_data_protection,
	decision: m.standards_reason_decision,
	decision_outdated: m.standards_reason_decision_outdated,
	nobody_signs: m.standards_reason_nobody_signs,
	agreement: m.standards_reason_agreement,
	entry_day: m.standards_reason_entry_day,
	review_day: m.standards_reason_review_day,
	signatures: m.standards_reason_signatures,
	review: m.standards_reason_review,
	successor: m.standards_reason_successor,
	repeal_decision: m.standards_reason_repeal_decision,
	reason: m.standards_reason_reason
};

/** What is missing, as a sentence that says what to do. */
export function reasonSentence(reason: LifeReason): string {
	return SENTENCES[reason]();
}

/** Missing things that a field of the step itself takes: the page asks for them there. */
const FIELDS: Partial<Record<LifeReason, string>> = {
	closing_day: 'closesOn',
	three_weeks: 'reason',
	entry_day: 'inForceOn',
	review_day: 'reviewDueOn',
	reason: 'reason',
	repeal_decision: 'decisionId'
};

export function fieldOf(reason: LifeReason): string | undefined {
	return FIELDS[reason];
}

/** Where the missing thing is put right. */
export function reasonHref(
	reason: LifeReason,
	{ id, circleId, title, versionId }: { id: string; circleId: string; title: string; versionId: string }
): string | undefined {
	const ask = `/circles/${circleId}/decisions/new?${new URLSearchParams({ standardId: id, versionId, title })}`;
	const here = `/standards/${id}`;
	const places: Partial<Record<LifeReason, string>> = {
		parties: `${here}/edit/parties`,
		scope: `${here}/edit/scope`,
		steps: `${here}/steps`,
		responsible: `${here}/steps`,
		consultation: `${here}/move/consultation`,
		consultation_open: `${here}/consultation`,
		comments: `${here}/consultation`,
		participation: `${here}/edit/participation`,
		data_protection: `${here}/edit/dataProtection`,
		decision: ask,
		decision_outdated: ask,
		repeal_decision: ask,
		signatures: `${here}/signatures`,
		nobody_signs: `${here}/move/in_force`,
		review: `${here}/review/new`
	};
	return places[reason];
}

const VERBS: Record<StandardStateName, () => string> = {
	idea: m.standards_move_drafting,
	drafting: m.standards_move_drafting,
	consultation: m.standards_move_consultation,
	ready_for_decision: m.standards_move_ready_for_decision,
	agreed: m.standards_move_agreed,
	signing: m.standards_move_signing,
	in_force: m.standards_move_in_force,
	under_review: m.standards_move_under_review,
	superseded: m.standards_move_superseded,
	repealed: m.standards_move_repealed,
	rejected: m.standards_move_rejected,
	parked: m.standards_move_parked
};
const HINTS: Record<StandardStateName, () => string> = {
	idea: m.standards_say_drafting,
	drafting: m.standards_say_drafting,
	consultation: m.standards_say_consultation,
	ready_for_decision: m.standards_say_ready_for_decision,
	agreed: m.standards_say_agreed,
	signing: m.standards_say_signing,
	in_force: m.standards_say_in_force,
	under_review: m.standards_say_under_review,
	superseded: m.standards_say_superseded,
	repealed: m.standards_say_repealed,
	rejected: m.standards_say_rejected,
	parked: m.standards_say_parked
};

/** The verb of a step: "Rückmeldungen einholen". */
export function moveVerb(to: StandardStateName): string {
	return VERBS[to]();
}

/** What the step means for those concerned. */
export function moveHint(to: StandardStateName): string {
	return HINTS[to]();
}
