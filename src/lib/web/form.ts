import * as z from 'zod';
import { m } from '#lib/paraglide/messages.js';

export type Issues = Record<string, string>;
export type Values = Record<string, string | string[]>;

export type FormResult<T> = { data: T; values: Values } | { issues: Issues; values: Values };

/** What was typed, as text, so that a refused form shows it again. A field that occurs several times, or ends in [], is a list. */
export function valuesOf(form: FormData): Values {
	const values: Values = {};
	for (const key of new Set(form.keys())) {
		const texts = form.getAll(key).filter((entry): entry is string => typeof entry === 'string');
		if (key.endsWith('[]')) values[key.slice(0, -2)] = texts;
		else values[key] = texts.length > 1 ? texts : (texts[0] ?? '');
	}
	return values;
}

/**
 * Reads a form by its shape. Fields the shape does not name are ignored.
 * @returns the data, or one sentence per field; in both cases the values as typed.
 */
export function readForm<Shape extends z.ZodType>(shape: Shape, form: FormData): FormResult<z.output<Shape>> {
	const values = valuesOf(form);
	const result = shape.safeParse(values);
	if (result.success) return { data: result.data, values };
	const issues: Issues = {};
	for (const issue of result.error.issues) {
		const field = issue.path.map(String).join('.') || 'form';
		issues[field] ??= issue.message;
	}
	return { issues, values };
}

/** The refusals for the summary at the head; sentences that do not speak of their field begin with its name. */
export function summaryOf(
	issues: Issues,
	names: Record<string, () => string> = {}
): { field?: string; text: string }[] {
	return Object.entries(issues).map(([field, sentence]) => {
		const name = names[field]?.();
		const text = name ? `${name}: ${sentence}` : sentence;
		// What concerns the form as a whole leads to no field.
		return field === 'form' ? { text } : { field, text };
	});
}

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u2028\u2029\ufeff]/g; // eslint-disable-line no-control-regex -- exactly these are taken out

/** One line of text, without control characters; blanks at the ends fall away. */
export function line(max = 200) {
	return z
		.string()
		.default('')
		.transform((text) => text.replace(CONTROL, '').replace(/\s+/g, ' ').trim())
		.refine((text) => text.length <= max, { error: () => m.web_error_long({ max }) });
}

/** One line that must not be empty. */
export function requiredLine(max = 200) {
	return line(max).refine((text) => text !== '', { error: () => m.web_error_required() });
}

/** Several lines of text; line ends become \n. */
export function paragraphs(max = 4000) {
	return z
		.string()
		.default('')
		.transform((text) => text.replace(/\r\n?/g, '\n').replace(CONTROL, '').trim())
		.refine((text) => text.length <= max, { error: () => m.web_error_long({ max }) });
}

/** A mail address with exactly one @ and a domain; the address is never guessed at. */
export function email() {
	return line(254).superRefine((text, context) => {
		if (text === '') context.addIssue({ code: 'custom', message: m.web_error_required() });
		else if (!text.includes('@')) context.addIssue({ code: 'custom', message: m.web_error_email_at() });
		else if (!/^[^\s@,;<>"()[\]\\]+@[^\s@,;<>"()[\]\\]+\.[^\s@.,;<>"()[\]\\]{2,}$/.test(text))
			context.addIssue({ code: 'custom', message: m.web_error_email() });
	});
}

/** A mail address, or nothing. */
export function optionalEmail() {
	return line(254).superRefine((text, context) => {
		if (text !== '' && !email().safeParse(text).success)
			context.addIssue({ code: 'custom', message: m.web_error_email() });
	});
}

/** A civil day YYYY-MM-DD. */
export function day() {
	return z
		.string()
		.default('')
		.refine((text) => z.iso.date().safeParse(text).success, { error: () => m.web_error_day() });
}

/** A wall time HH:MM. */
export function timeOfDay() {
	return z
		.string()
		.default('')
		.refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), { error: () => m.web_error_time() });
}

/** A whole number within bounds. */
export function whole(min: number, max: number) {
	return z
		.string()
		.default('')
		.refine((text) => /^\d{1,9}$/.test(text.trim()) && Number(text) >= min && Number(text) <= max, {
			error: () => m.web_error_number({ min, max })
		})
		.transform(Number);
}

/** A ticked box: 1, else 0, as the database keeps it. */
export function tick() {
	return z
		.string()
		.optional()
		.transform((text) => (text === 'on' || text === '1' || text === 'true' ? 1 : 0));
}

/** One of some words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(words: Words) {
	return z.enum(words, { error: () => m.web_error_choice() });
}

/** Ids chosen in a list; nothing chosen is an empty list. Name the fields `name[]`. */
export function ids(max = 500) {
	return z.array(z.string().max(40)).max(max).default([]);
}

/** An id chosen, or nothing. */
export function optionalId() {
	return z
		.string()
		.max(40)
		.default('')
		.transform((text) => (text === '' ? null : text));
}

/** A web address that opens a page: https or http, nothing else. */
export function webAddress() {
	return line(500).refine((text) => text === '' || isWebAddress(text), { error: () => m.web_error_url() });
}

function isWebAddress(text: string): boolean {
	if (!/^https?:\/\//i.test(text)) return false;
	return URL.canParse(text);
}
