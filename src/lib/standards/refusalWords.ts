import { m } from '#lib/paraglide/messages.js';
import type { Issues } from '#lib/web/form.ts';
import type { LifeReason } from './lifecycle.ts';
import { fieldOf, reasonSentence } from './lifecycleWords.ts';

/** Which field of a new standard is refused, and the sentence beside it. */
export function createIssues({ refused }: { refused: 'circle' | 'finding' | 'group' | 'supersedes' }): Issues {
	if (refused === 'finding') return { circleId: m.standards_error_finding() };
	if (refused === 'group') return { drafterId: m.standards_error_group() };
	if (refused === 'supersedes') return { supersedesId: m.standards_error_supersedes() };
	return { circleId: m.standards_error_circle() };
}

/** What is missing for a step beside the field that asks for it. */
export function moveIssues(reasons: readonly LifeReason[]): Issues {
	return Object.fromEntries(
		reasons.flatMap((reason) => {
			const field = fieldOf(reason);
			return field ? [[field, reasonSentence(reason)]] : [];
		})
	);
}
