import type { HeadingMeaning, ListField } from './listFields.ts';
import { readHeading, readStackedHeading } from './listFields.ts';
import { cleanText } from './nameKeys.ts';

/** One column of a list: its written heading and what it means. `column` counts from 0. */
export interface ListColumn {
	column: number;
	heading: string;
	field: ListField;
}

/** A column that is not taken over, and why. */
export interface DroppedColumn {
	column: number;
	heading: string;
	why: 'notNeeded' | 'unknown' | 'double' | 'noHeading' | 'notChosen';
}

/** The heading of a list: its lines (counted from 1) and, per column, text and meaning. */
export interface ListHeading {
	lines: number[];
	texts: string[];
	meanings: HeadingMeaning[];
}

const LOOK_AT_ROWS = 40;
const NAME_FIELDS = new Set<HeadingMeaning>(['firstName', 'lastName', 'fullName', 'nameLastFirst']);

/** A cell of the grid as clean text; outside the grid it is empty. */
export function cellAt(cells: readonly (readonly string[])[], row: number, column: number): string {
	const text = cells[row]?.[column];
	return text === undefined ? '' : cleanText(text);
}

function widthOf(cells: readonly (readonly string[])[]): number {
	return cells.reduce((width, row) => Math.max(width, row.length), 0);
}

function single(cells: readonly (readonly string[])[], row: number): ListHeading {
	const texts = (cells[row] ?? []).map(cleanText);
	return { lines: [row + 1], texts, meanings: texts.map(readHeading) };
}

/** Two rows read as one heading: a text above spans the empty cells to its right. */
function stacked(cells: readonly (readonly string[])[], row: number): ListHeading {
	const width = Math.max(cells[row]?.length ?? 0, cells[row + 1]?.length ?? 0);
	const heading: ListHeading = { lines: [row + 1, row + 2], texts: [], meanings: [] };
	let parent = '';
	for (let column = 0; column < width; column++) {
		const above = cellAt(cells, row, column);
		const below = cellAt(cells, row + 1, column);
		if (above !== '') parent = above;
		else if (below === '') parent = '';
		heading.texts.push(below === '' ? above : cleanText(`${parent} ${below}`));
		heading.meanings.push(below === '' ? readHeading(above) : readStackedHeading(parent, below));
	}
	return heading;
}

function worthOf(heading: ListHeading): number {
	const fields = new Set(heading.meanings.filter((meaning) => meaning !== undefined && meaning !== 'notNeeded'));
	const filled = heading.texts.filter((text) => text !== '').length;
	const named = [...fields].some((field) => NAME_FIELDS.has(field));
	if (named && (fields.size >= 2 || filled === 1)) return fields.size;
	return fields.size >= 3 ? fields.size : 0;
}

/** The heading of a list, searched below title rows; undefined when no row reads like one. */
export function findHeading(cells: readonly (readonly string[])[]): ListHeading | undefined {
	let best: ListHeading | undefined;
	let worth = 0;
	for (let row = 0; row < Math.min(cells.length, LOOK_AT_ROWS); row++) {
		const one = single(cells, row);
		const two = stacked(cells, row);
		// Two rows count as one heading only when both are needed.
		const alone = Math.max(worthOf(one), worthOf(single(cells, row + 1)));
		for (const heading of worthOf(two) > alone ? [one, two] : [one]) {
			if (worthOf(heading) <= worth) continue;
			best = heading;
			worth = worthOf(heading);
		}
	}
	return best;
}

/** “Name” beside “Vorname” is the surname. */
function settle(meanings: HeadingMeaning[]): HeadingMeaning[] {
	const surnameMissing = meanings.includes('firstName') && !meanings.includes('lastName');
	const at = meanings.indexOf('fullName');
	return surnameMissing && at >= 0 ? meanings.with(at, 'lastName') : meanings;
}

/** Which columns are taken and which are dropped. A second column of the same meaning is dropped. */
export function columnsOf(
	cells: readonly (readonly string[])[],
	heading: ListHeading
): { columns: ListColumn[]; dropped: DroppedColumn[] } {
	const meanings = settle(heading.meanings);
	const columns: ListColumn[] = [];
	const dropped: DroppedColumn[] = [];
	const below = cells.slice(heading.lines.at(-1) ?? 0);
	for (let column = 0; column < widthOf(cells); column++) {
		const text = heading.texts[column] ?? '';
		const meaning = meanings[column];
		if (meaning === 'notNeeded') dropped.push({ column, heading: text, why: 'notNeeded' });
		else if (meaning && columns.some(({ field }) => field === meaning))
			dropped.push({ column, heading: text, why: 'double' });
		else if (meaning) columns.push({ column, heading: text, field: meaning });
		else if (text !== '') dropped.push({ column, heading: text, why: 'unknown' });
		else if (below.some((row) => cleanText(row[column] ?? '') !== ''))
			dropped.push({ column, heading: '', why: 'noHeading' });
	}
	return { columns, dropped };
}
