import * as z from 'zod';
import { day, line, oneOf, optionalId, paragraphs, requiredLine } from '#lib/web/form.ts';
import { CHOICES, METHODS } from './decide.ts';
import { RESULTS } from './decision.ts';
import { m } from '#lib/paraglide/messages.js';

function requiredText(max: number) {
	return paragraphs(max).refine((text) => text !== '', { error: () => m.web_error_required() });
}

export const decisionShape = z.object({
	title: requiredLine(160),
	wording: requiredText(4000),
	reasons: paragraphs(4000),
	method: oneOf(METHODS),
	votesUntilOn: z.union([z.literal('').transform(() => null), day()]).default(null),
	gatheringId: optionalId(),
	minutesItemId: optionalId(),
	findingId: optionalId(),
	standardId: optionalId(),
	versionId: optionalId()
});
export type DecisionInput = z.output<typeof decisionShape>;

/** The voice of one organisation. A serious objection needs a reason: it is what improves the text. */
export const voteShape = z
	.object({
		organisationId: requiredLine(40),
		choice: oneOf([...CHOICES, 'none']),
		castBy: oneOf(['seat', 'deputy']).default('seat'),
		reason: paragraphs(2000)
	})
	.refine(({ choice, reason }) => choice !== 'objection' || reason !== '', {
		path: ['reason'],
		error: () => m.decisions_error_reason()
	});
export type VoteInput = z.output<typeof voteShape>;

export const roundShape = z.object({ wording: requiredText(4000) });
export const dissentShape = z.object({ organisationId: requiredLine(40), text: requiredText(2000) });
export const closeShape = z.object({ decidedOn: day() });
export const searchShape = z.object({
	words: line(100),
	circle: line(40),
	year: line(4),
	result: z.union([z.literal(''), oneOf([...RESULTS, 'open'])]).catch(''),
	page: line(5)
});
