import * as z from 'zod';
import { paragraphs, requiredLine } from '#lib/web/form.ts';

export const topicShape = z.object({ title: requiredLine(200), note: paragraphs(600) });
export type TopicInput = z.output<typeof topicShape>;

export const parkShape = z.object({ topicId: requiredLine(40), reason: requiredLine(300) });
