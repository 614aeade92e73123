import { m } from '#lib/paraglide/messages.js';
import { moment } from '#lib/time/wording.ts';
import type { Issues } from '#lib/web/form.ts';
import type { OfficeQuote, ReleasedReport } from './report.ts';
import type { ReportHint } from './reportHint.ts';

/** What the fields are called, for the summary of a refused form. */
export const REPORT_NAMES: Record<string, () => string> = {
	headline: m.reports_field_headline,
	lead: m.reports_field_lead,
	body: m.reports_field_body,
	caption: m.reports_field_caption,
	contact: m.reports_field_contact,
	name: m.reports_quote_name,
	jobFunction: m.reports_quote_function,
	email: m.reports_quote_email,
	text: m.reports_quote_text
};

const REFUSALS: Record<string, () => string> = {
	changed: m.reports_error_changed,
	quote_changed: m.reports_error_quote_changed,
	released: m.reports_error_released,
	unfinished: m.reports_error_unfinished,
	gone: m.reports_error_gone,
	none: m.reports_error_none
};

/** Why something was refused, as an issue of the whole form or of the box that answers it. */
export function reportIssues(why: string): Issues {
	if (why === 'unreleased') return { withoutQuotes: m.reports_error_unreleased() };
	return { form: (REFUSALS[why] ?? m.reports_error_gone)() };
}

const HINTS: Record<ReportHint, () => string> = {
	birth_date: m.reports_hint_birth_date,
	file_number: m.reports_hint_file_number,
	name: m.reports_hint_name,
	child: m.reports_hint_child,
	renamed: m.reports_hint_renamed
};

/** "ein Aktenzeichen, das Alter eines Kindes zusammen mit einem Ort" */
export function hintWords(hints: readonly ReportHint[]): string {
	return hints.map((hint) => HINTS[hint]()).join(', ');
}

const PARTS = {
	lead: m.reports_field_lead,
	body: m.reports_field_body,
	caption: m.reports_field_caption
};

/** Vorspann · Zitat von … */
export function partName({ part, name }: { part: keyof typeof PARTS | 'quote'; name: string }): string {
	return part === 'quote' ? m.reports_check_quote({ name }) : PARTS[part]();
}

/** How far a quote is, before and after the report is out. */
export function quoteState(
	quote: OfficeQuote,
	released: ReleasedReport | undefined
): { state: 'done' | 'part' | 'todo' | 'stop'; words: string } {
	const printed = released?.quotes.some(({ id }) => id === quote.id);
	if (printed && quote.releasedAt) return { state: 'done', words: m.reports_released_quote_out() };
	if (printed) return { state: 'stop', words: m.reports_released_quote_back() };
	if (released) return { state: 'todo', words: m.reports_released_quote_missing() };
	if (quote.releasedAt) return { state: 'done', words: m.reports_quote_released({ moment: moment(quote.releasedAt) }) };
	return quote.hasLink
		? { state: 'part', words: m.reports_quote_waiting() }
		: { state: 'todo', words: m.reports_quote_unsent() };
}

/** Which quotes would appear if the report were released now. */
export function quotesSentence(quotes: readonly OfficeQuote[]): string {
	const released = quotes.filter(({ releasedAt }) => releasedAt !== null).length;
	if (released === 0 && quotes.length === 0) return m.reports_release_no_quotes();
	if (released === quotes.length) return m.reports_release_all_quotes();
	return m.reports_release_quotes({ released, all: quotes.length });
}
