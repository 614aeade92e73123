import type { ListMapping } from './list.ts';
import { LIST_FIELDS } from './listFields.ts';
import { type Side, SIDES } from './side.ts';

/** The answer “this organisation is not known yet, create it”. */
export const NEW = 'new';
/** The answer “leave this row out”. */
export const OUT = 'out';

/** What somebody decided while looking at the preview of a list. */
export interface ImportChoices {
	/** Which sheet of the file. */
	sheet: number;
	/** How the columns are to be read; absent: as recognised. */
	mapping?: ListMapping;
	/** Written organisation (by `organisationChoiceKey`) → id of a known one, NEW, or `new:<key>` for one created under another name. */
	organisations: Record<string, string>;
	/** The side of a new organisation, by the same key. */
	sides: Record<string, Side>;
	/** Line → id of a known person, `line:N` for the person of an earlier line, NEW or OUT. */
	persons: Record<string, string>;
}

/** Nothing decided yet. */
export function noChoices(sheet = 0): ImportChoices {
	return { sheet, organisations: {}, sides: {}, persons: {} };
}

/** The answer “the same person as in this earlier line”. */
export function sameAsLine(line: number): string {
	return `line:${line}`;
}

/** The line an answer points to, or undefined. */
export function lineOf(answer: string): number | undefined {
	const line = /^line:(\d+)$/.exec(answer)?.[1];
	return line === undefined ? undefined : Number(line);
}

type Values = Readonly<Record<string, string | string[]>>;

function answers(values: Values, prefix: string): [string, string][] {
	return Object.entries(values).flatMap(([name, value]): [string, string][] =>
		name.startsWith(prefix) && typeof value === 'string' ? [[name.slice(prefix.length), value]] : []
	);
}

function put<T>(before: Record<string, T>, changes: readonly [string, T | undefined][]): Record<string, T> {
	const after = { ...before };
	for (const [key, value] of changes) {
		if (value === undefined) delete after[key];
		else after[key] = value;
	}
	return after;
}

/**
 * The choices after a form was sent: fields `org-<key>`, `side-<key>` and `row-<line>`. What the form does not name
 * stays (the rows of other pages); an empty answer takes a choice back.
 */
export function withAnswers(choices: ImportChoices, values: Values): ImportChoices {
	const given = (prefix: string) =>
		answers(values, prefix).map(([key, text]): [string, string | undefined] => [key, text || undefined]);
	const sides = answers(values, 'side-').map(([key, text]): [string, Side | undefined] => [
		key,
		SIDES.find((side) => side === text)
	]);
	return {
		...choices,
		organisations: put(choices.organisations, given('org-')),
		sides: put(choices.sides, sides),
		persons: put(choices.persons, given('row-'))
	};
}

/**
 * The choices after the columns were set: fields `sheet`, `headingLine` (last line of the heading, 0 = none) and
 * `column-<n>`. Another sheet is read anew, as recognised.
 */
export function withColumns(choices: ImportChoices, values: Values, headingLines: readonly number[]): ImportChoices {
	const sheet = Number(values.sheet ?? choices.sheet);
	if (sheet !== choices.sheet) return noChoices(sheet);
	const line = Math.max(0, Math.trunc(Number(values.headingLine)) || 0);
	const kept = line === (headingLines.at(-1) ?? 0) ? [...headingLines] : line > 0 ? [line] : [];
	const columns: ListMapping['columns'] = {};
	for (const [column, text] of answers(values, 'column-')) {
		const field = LIST_FIELDS.find((known) => known === text);
		if (field && /^\d{1,3}$/.test(column)) columns[Number(column)] = field;
	}
	return { ...choices, mapping: { headingLines: kept, columns } };
}
