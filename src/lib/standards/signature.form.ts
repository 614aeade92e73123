import * as z from 'zod';
import { day, oneOf, paragraphs, requiredLine } from '#lib/web/form.ts';
import { m } from '#lib/paraglide/messages.js';

export const SIGNATURE_FORMS = ['paper', 'qualified_electronic'] as const;

export const signatureShape = z.object({
	organisationId: requiredLine(40),
	signedOn: day(),
	signatory: requiredLine(200),
	form: oneOf(SIGNATURE_FORMS)
});
export type SignatureInput = z.output<typeof signatureShape>;

export const correctionShape = z.object({
	organisationId: requiredLine(40),
	reason: paragraphs(600).refine((text) => text !== '', { error: () => m.web_error_required() })
});
