import { m } from '#lib/paraglide/messages.js';
import type { Issues } from '#lib/web/form.ts';

/** Which field of a review is refused, and the sentence beside it. */
export function reviewIssues(why: string): Issues {
	if (why === 'decision') return { decisionId: m.reviews_error_decision() };
	if (why === 'too_late') return { reviewedOn: m.reviews_error_future() };
	if (why === 'label') return { label: m.standards_lock_label() };
	if (why === 'gathering') return { gatheringId: m.reviews_error_gathering() };
	return { outcome: why === 'not_in_force' ? m.reviews_error_not_in_force() : m.standards_lock_not_allowed() };
}
