import * as z from 'zod';
import { oneOf, paragraphs, requiredLine } from '#lib/web/form.ts';
import { m } from '#lib/paraglide/messages.js';
import { SECTIONS } from './standardText.ts';
import { ANSWERS } from './answer.ts';

const required = (max: number) =>
	paragraphs(max).refine((text) => text !== '', { error: () => m.web_error_required() });

export const commentShape = z.object({
	section: oneOf(SECTIONS),
	organisationId: requiredLine(40),
	text: required(4000)
});
export type CommentInput = z.output<typeof commentShape>;

export const answerShape = z.object({ commentId: requiredLine(40), outcome: oneOf(ANSWERS), text: required(2000) });
export type AnswerInput = z.output<typeof answerShape>;
