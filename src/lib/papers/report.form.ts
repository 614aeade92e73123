import * as z from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { email, line, paragraphs, requiredLine, tick } from '#lib/web/form.ts';

/** Some words of running text, of which there must be some. */
function requiredText(max: number) {
	return paragraphs(max).refine((text) => text !== '', { error: () => m.web_error_required() });
}

/** A report may be kept half written; what a release needs is asked then. `seenAt` tells which state was on the screen. */
export const reportForm = z.object({
	headline: requiredLine(160),
	lead: paragraphs(800),
	body: paragraphs(8000),
	caption: paragraphs(600),
	contact: paragraphs(600),
	seenAt: line(40)
});
export type ReportInput = z.output<typeof reportForm>;

export const quoteForm = z.object({
	name: requiredLine(120),
	jobFunction: requiredLine(160),
	email: email(),
	text: requiredText(1200)
});
export type QuoteInput = z.output<typeof quoteForm>;

/** `seenText` is what was on the screen, so that a correction of her own is never written over. */
export const quoteCorrectionForm = quoteForm.extend({ seenText: paragraphs(1200) });
export type QuoteCorrection = z.output<typeof quoteCorrectionForm>;

/** What the quoted person herself sends. */
export const ownQuoteForm = z.object({ text: requiredText(1200) });

/** The sentence without which nothing is released. */
export const reportReleaseForm = z.object({
	noCase: z.literal('on', { error: () => m.reports_error_no_case() }),
	/** The text may appear although quotes are missing. */
	withoutQuotes: tick(),
	seenAt: line(40)
});
