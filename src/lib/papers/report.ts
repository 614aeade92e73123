import { foldText } from '#lib/people/nameKeys.ts';

/** The five texts of a report for the press. */
export const REPORT_FIELDS = ['headline', 'lead', 'body', 'caption', 'contact'] as const;
export type ReportField = (typeof REPORT_FIELDS)[number];
export type ReportTexts = Record<ReportField, string>;

/** What somebody says in a report. Only what she has released herself is ever published. */
export interface Quote {
	id: string;
	name: string;
	jobFunction: string;
	text: string;
}

/** A quote as the office sees it. */
export interface OfficeQuote extends Quote {
	email: string;
	/** A link was made for her. */
	hasLink: boolean;
	/** She has released exactly this text. */
	releasedAt: string | null;
}

/** A report as it was released; stored as JSON and never changed. */
export interface ReleasedReport extends ReportTexts {
	dateOn: string;
	hosts: string[];
	quotes: Quote[];
}

/** Address of the public page: title and day, "fachtag-hilfen-verbinden-2026-11-12"; `number` keeps namesakes apart. */
export function slugOf(title: string, dateOn: string, number = 1): string {
	const words = foldText(title)
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '');
	const short = words.slice(0, 60).replace(/-[^-]*$/, (rest) => (words.length > 60 ? '' : rest));
	return [short || 'bericht', dateOn, number > 1 ? String(number) : ''].filter(Boolean).join('-');
}

/** Paragraphs of a text: an empty line between them. */
export function paragraphsOf(text: string): string[] {
	return text
		.split(/\n\s*\n/)
		.map((part) => part.trim())
		.filter(Boolean);
}
