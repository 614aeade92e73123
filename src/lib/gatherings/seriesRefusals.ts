import { m } from '#lib/paraglide/messages.js';
import type { Issues } from '#lib/web/form.ts';

/** Which field a refused series stumbles over, and the sentence beside it. */
export function seriesIssues({ refused }: { refused: string }): Issues {
	if (refused === 'unknown_circle') return { circleId: m.series_error_circle() };
	return { title: m.series_error_not_allowed() };
}

/** Why a part could not be added. */
export function partIssues({ refused }: { refused: string }): Issues {
	if (refused === 'own_host' || refused === 'unknown_host') return { title: m.series_error_no_host() };
	if (refused === 'no_part') return { gatheringId: m.series_error_part() };
	return { title: m.series_error_not_allowed() };
}
