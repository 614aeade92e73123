import type { ListField } from './listFields.ts';
import type { DroppedColumn, ListColumn } from './listHeading.ts';
import { columnsOf, findHeading } from './listHeading.ts';
import type { ListRow, RowTexts } from './listRow.ts';
import { readRow } from './listRow.ts';
import type { ListSection, SkippedRow, SkipReason } from './listSection.ts';
import { isFooter, isOtherSection, looksLikeOrganisation, readSection, rowText } from './listSection.ts';
import { readText } from './listValues.ts';
import { cleanText, foldText } from './nameKeys.ts';
import { splitName } from './nameParts.ts';

/** How somebody wants the list to be read: the lines of the heading (from 1, none = 0 lines) and column → field. */
export interface ListMapping {
	headingLines: number[];
	columns: Partial<Record<number, ListField>>;
}

/** A list as it was understood. Every row that is not empty stands in `rows` or in `skipped`. */
export interface ParticipantList {
	headingFound: boolean;
	headingLines: number[];
	columns: ListColumn[];
	dropped: DroppedColumn[];
	rows: ListRow[];
	skipped: SkippedRow[];
}

type Grid = readonly (readonly string[])[];
interface Layout {
	headingFound: boolean;
	headingLines: number[];
	headingTexts: string[];
	columns: ListColumn[];
	dropped: DroppedColumn[];
}

function layoutOf(cells: Grid, mapping: ListMapping | undefined): Layout {
	const found = findHeading(cells);
	if (!mapping) {
		if (!found) return { headingFound: false, headingLines: [], headingTexts: [], columns: [], dropped: [] };
		return { headingFound: true, headingLines: found.lines, headingTexts: found.texts, ...columnsOf(cells, found) };
	}
	const sameLines = found && found.lines.join() === mapping.headingLines.join();
	const lastHeading = cells[(mapping.headingLines.at(-1) ?? 0) - 1] ?? [];
	const texts = sameLines ? found.texts : lastHeading.map(cleanText);
	const width = cells.reduce((most, row) => Math.max(most, row.length), 0);
	const layout: Layout = { headingFound: true, ...mapping, headingTexts: texts, columns: [], dropped: [] };
	for (let column = 0; column < width; column++) {
		const field = mapping.columns[column];
		const heading = texts[column] ?? '';
		if (field && !layout.columns.some((taken) => taken.field === field))
			layout.columns.push({ column, heading, field });
		else if (field) layout.dropped.push({ column, heading, why: 'double' });
		else if (heading !== '') layout.dropped.push({ column, heading, why: 'notChosen' });
	}
	return layout;
}

/** One filled cell in a row: a section, a number, a person with nothing but a name, or unclear. */
function readLonely(text: string, field: ListField | undefined, columns: ListColumn[]): SkipReason | 'person' {
	if (/^[\d.\s]+$/.test(text)) return 'numberOnly';
	if (columns.length === 1 && field) return 'person';
	if (field === 'organisation' || field === 'email') return 'person';
	if (looksLikeOrganisation(text) || isOtherSection(text)) return 'section';
	if (field === undefined) return 'section';
	if (field !== 'fullName' && field !== 'nameLastFirst') return 'unclear';
	return splitName(text).firstName !== '' && !/\d/.test(text) ? 'person' : 'unclear';
}

function judgeRow(row: readonly string[], layout: Layout): SkipReason | 'person' {
	const filled = row.map((text, column) => ({ text: cleanText(text), column })).filter(({ text }) => text !== '');
	const texts = filled.map(({ text }) => text);
	const headings = layout.headingTexts.filter((text) => text !== '').map(foldText);
	if (headings.length > 1 && texts.map(foldText).join('|') === headings.join('|')) return 'heading';
	if (isFooter(texts)) return 'footer';
	const fieldAt = (column: number) => layout.columns.find((taken) => taken.column === column)?.field;
	const only = filled[0];
	if (only && new Set(texts).size === 1) return readLonely(only.text, fieldAt(only.column), layout.columns);
	const needed = filled.filter(({ text, column }) => fieldAt(column) && readText(text) !== '');
	if (needed.length === 0) return 'nothingNeeded';
	return 'person';
}

function textsOf(row: readonly string[], columns: ListColumn[]): RowTexts {
	const texts: RowTexts = {};
	for (const { column, field } of columns) texts[field] = row[column] ?? '';
	return texts;
}

function hasOrganisations(cells: Grid, layout: Layout): boolean {
	const column = layout.columns.find(({ field }) => field === 'organisation')?.column;
	const below = cells.slice(layout.headingLines.at(-1) ?? 0);
	return column !== undefined && below.some((row) => readText(row[column] ?? '') !== '');
}

/**
 * Reads the cells of one sheet as a list of people: finds the heading below title rows, reads each row and names
 * every doubt. With `mapping` the columns are taken as somebody chose them.
 */
export function readParticipants(cells: Grid, mapping?: ListMapping): ParticipantList {
	const layout = layoutOf(cells, mapping);
	const rows: ListRow[] = [];
	const skipped: SkippedRow[] = [];
	const ownOrganisations = hasOrganisations(cells, layout);
	const bodyFrom = layout.headingLines.at(-1) ?? 0;
	let section: ListSection = { text: '', means: 'nothing' };
	for (const [at, row] of cells.entries()) {
		const line = at + 1;
		if (row.every((text) => cleanText(text) === '')) continue;
		const above = line <= bodyFrom ? (layout.headingLines.includes(line) ? 'heading' : 'title') : undefined;
		const verdict = layout.headingFound ? (above ?? judgeRow(row, layout)) : 'noHeading';
		if (verdict === 'person') {
			rows.push(readRow(line, textsOf(row, layout.columns), section));
			continue;
		}
		skipped.push({ line, reason: verdict, text: rowText(row) });
		if (verdict !== 'section') continue;
		section = readSection(row.map(cleanText).find(Boolean) ?? '', ownOrganisations);
	}
	const { headingFound, headingLines, columns, dropped } = layout;
	return { headingFound, headingLines, columns, dropped, rows, skipped };
}
