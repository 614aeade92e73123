import * as z from 'zod';
import { line, optionalId, requiredLine } from '#lib/web/form.ts';

export const contactShape = z.object({
	organisationId: requiredLine(40),
	jobFunction: requiredLine(160),
	name: line(160),
	deputy: line(160),
	phone: line(60),
	reachability: line(160),
	stepId: optionalId()
});
export type ContactInput = z.output<typeof contactShape>;
