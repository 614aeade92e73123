import { m } from '#lib/paraglide/messages.js';

const WORDS: Record<string, () => Record<string, string>> = {
	unknown_person: () => ({ person: m.circles_error_person() }),
	other_organisation: () => ({ person: m.circles_error_other() }),
	unknown_organisation: () => ({ organisationId: m.circles_error_organisation() }),
	foreign: () => ({ circleId: m.tasks_error_foreign() }),
	not_allowed: () => ({ form: m.tasks_error_circle() }),
	gone: () => ({ minutesItemId: m.minutes_error_item() })
};

/** Beside which field of a new task a refusal stands, and what it says. */
export function taskIssues({ refused }: { refused: string }): Record<string, string> {
	return WORDS[refused]?.() ?? {};
}
