import { m } from '#lib/paraglide/messages.js';
import type { Issues } from '#lib/web/form.ts';

/** Which field a refused seat stumbles over, and the sentence beside it. */
export function seatIssues({ refused }: { refused: string }): Issues {
	if (refused === 'unknown_person') return { person: m.circles_error_person() };
	if (refused === 'other_organisation') return { person: m.circles_error_other() };
	if (refused === 'unknown_organisation') return { organisationId: m.circles_error_organisation() };
	return { organisationId: m.circles_error_not_allowed() };
}
