import * as z from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { day, line, optionalId, paragraphs } from '#lib/web/form.ts';

function optionalDay() {
	return z.union([z.literal('').transform(() => null), day()]).default(null);
}

/** What a step of the way asks for; each step uses its own part of it. */
export const moveShape = z
	.object({
		closesOn: optionalDay(),
		inForceOn: optionalDay(),
		endsOn: optionalDay(),
		reviewDueOn: optionalDay(),
		decisionId: optionalId(),
		reason: paragraphs(1000),
		officeId: z.array(line(40)).max(20).default([]),
		officeOn: z.array(optionalDay()).max(20).default([])
	})
	.transform(({ officeId, officeOn, ...plan }) => ({
		...plan,
		offices: officeId.flatMap((organisationId, row) => {
			const inForceOn = officeOn[row] ?? null;
			return inForceOn === null ? [] : [{ organisationId, inForceOn }];
		})
	}));
export type MoveInput = z.output<typeof moveShape>;

/** A day of entry of its own for one youth office. */
export const entryShape = z.object({ organisationId: line(40), inForceOn: day() });

export const versionShape = z.object({
	label: line(40).refine((text) => text !== '', { error: () => m.web_error_required() }),
	changeNote: paragraphs(1000)
});
