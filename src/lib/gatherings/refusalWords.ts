import { m } from '#lib/paraglide/messages.js';
import type { Issues } from '#lib/web/form.ts';
import type { GatheringRefusal } from './gatheringChanges.server.ts';

/** Which field a refused gathering stumbles over, and the sentence beside it. */
export function gatheringIssues({ refused }: GatheringRefusal): Issues {
	if (refused === 'own_host') return { hosts: m.gatherings_error_own_host() };
	if (refused === 'unknown_host') return { hosts: m.gatherings_error_no_host() };
	return { circleId: m.gatherings_error_circle() };
}
