import * as z from 'zod';
import { oneOf, paragraphs } from '#lib/web/form.ts';
import { m } from '#lib/paraglide/messages.js';
import { TENSION_KINDS } from './tension.ts';

const filled = (max: number) =>
	paragraphs(max).refine((value) => value !== '', { error: () => m.web_error_required() });

export const tensionShape = z.object({ kind: oneOf(TENSION_KINDS), text: filled(2000) });
export const tensionAnswerShape = z.object({ tensionId: z.string().max(40), text: filled(2000) });
