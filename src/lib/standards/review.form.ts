import * as z from 'zod';
import { day, line, oneOf, optionalId, paragraphs, requiredLine } from '#lib/web/form.ts';
import { m } from '#lib/paraglide/messages.js';
import { OUTCOMES, WORKS } from './review.ts';

const required = () => paragraphs(4000).refine((text) => text !== '', { error: () => m.web_error_required() });

/** A review: what became of the three questions, an answer of each party, and what the circle decided. */
export const reviewShape = z
	.object({
		reviewedOn: day(),
		gatheringId: optionalId(),
		developments: required(),
		challenges: required(),
		quality: required(),
		organisationId: z.array(line(40)).max(100).default([]),
		works: z
			.array(z.enum([...WORKS, '']))
			.max(100)
			.default([]),
		said: z.array(paragraphs(1000)).max(100).default([]),
		outcome: oneOf(OUTCOMES),
		decisionId: requiredLine(40),
		reviewDueOn: z.union([z.literal('').transform(() => null), day()]).default(null),
		label: line(40)
	})
	.refine(({ outcome, reviewDueOn, reviewedOn }) => outcome !== 'renew' || (reviewDueOn ?? '') > reviewedOn, {
		path: ['reviewDueOn'],
		error: () => m.reviews_error_next()
	})
	.refine(({ outcome, label }) => outcome !== 'revise' || label !== '', {
		path: ['label'],
		error: () => m.reviews_error_label()
	})
	.transform(({ organisationId, works, said, ...review }) => ({
		...review,
		answers: organisationId.flatMap((id, row) => {
			const answer = works[row] ?? '';
			return answer === '' ? [] : [{ organisationId: id, works: answer, text: said[row] ?? '' }];
		})
	}));
export type ReviewInput = z.output<typeof reviewShape>;
