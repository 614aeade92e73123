import * as z from 'zod';
import { oneOf, optionalId, requiredLine } from '#lib/web/form.ts';
import { STANDARD_KINDS } from './standard.ts';

export const standardShape = z.object({
	title: requiredLine(160),
	circleId: requiredLine(40),
	kind: oneOf(STANDARD_KINDS),
	findingId: optionalId(),
	drafterId: optionalId(),
	supersedesId: optionalId()
});
export type StandardInput = z.output<typeof standardShape>;
