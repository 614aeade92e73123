import { m } from '#lib/paraglide/messages.js';
import type { Issues } from '#lib/web/form.ts';

/** Which field a refused seat stumbles over, and the sentence beside it. */
export function seatIssues({ refused }: { refused: string }): Issues {
	if (refused === 'unknown_person') return { person: m.circles_error_person() };
	if (refused === 'other_organisation') return { person: m.circles_error_other() };
	if (refused === 'unknown_organisation') return { organisationId: m.circles_error_organisation() };
	if (refused === 'term') return { termEndsOn: m.circles_error_term() };
	return { organisationId: m.circles_error_not_allowed() };
}

/** Why nothing became of a topic. */
export function topicRefusal({ refused }: { refused: string }): string {
	if (refused === 'not_allowed') return m.circles_error_topic_not_allowed();
	if (refused === 'foreign_meeting') return m.circles_error_topic_meeting();
	if (refused === 'past_midnight') return m.circles_error_topic_midnight();
	return m.circles_error_topic_gone();
}

/** Which field a refused group, mandate or member stumbles over, and the sentence beside it. */
export function groupIssues({ refused }: { refused: string }, people: 'members' | 'person' = 'person'): Issues {
	if (refused === 'unknown_person') return { [people]: m.circles_error_person() };
	if (refused === 'no_members') return { members: m.circles_error_no_members() };
	if (refused === 'member_already') return { person: m.circles_error_member_already() };
	if (refused === 'past_date') return { reportDueOn: m.circles_error_past_date() };
	if (refused === 'unknown_circle') return { reportsToId: m.circles_error_reports_to() };
	if (refused === 'foreign_decision' || refused === 'foreign_finding') return { name: m.circles_error_foreign() };
	if (refused === 'done' || refused === 'no_mandate') return { text: m.circles_error_report_done() };
	return { text: m.circles_error_mandate_not_allowed() };
}

/** Which field a refused aim or reading stumbles over, and the sentence beside it. */
export function aimIssues({ refused }: { refused: string }, field: 'text' | 'value'): Issues {
	if (refused === 'future') return { readOn: m.circles_error_future() };
	return { [field]: refused === 'gone' ? m.circles_error_aim_gone() : m.circles_error_aim_not_allowed() };
}
