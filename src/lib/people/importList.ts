import { LIST_FIELDS, type ListField } from './listFields.ts';
import type { ListMapping, ParticipantList } from './list.ts';
import type { DroppedColumn } from './listHeading.ts';
import { readParticipants } from './list.ts';
import type { ListRow } from './listRow.ts';
import { cleanText } from './nameKeys.ts';

/** One sheet as it is stored with an import. */
export interface ImportSheet {
	name: string;
	cells: string[][];
}

// Only a registration needs these; the directory keeps nothing about food, needs or wishes.
const FOR_REGISTRATION = new Set<ListField>([
	'wish1',
	'wish2',
	'wish3',
	'wishes',
	'newcomer',
	'catering',
	'supportNeed',
	'photo',
	'note'
]);
const PLACEHOLDER = '–';

/** The fields a list can be read into. Without a gathering those of a registration are not offered. */
export function fieldsFor(forGathering: boolean): ListField[] {
	return LIST_FIELDS.filter((field) => forGathering || !FOR_REGISTRATION.has(field));
}

function withoutRegistration(row: ListRow): ListRow {
	return {
		...row,
		wishes: [],
		newcomer: undefined,
		catering: '',
		supportNeed: '',
		photo: undefined,
		note: ''
	};
}

/** Reads a sheet; without a gathering the columns that only a registration needs are dropped too. */
export function readImportList(cells: string[][], forGathering: boolean, mapping?: ListMapping): ParticipantList {
	const list = readParticipants(cells, mapping);
	if (forGathering) return list;
	const unneeded = list.columns.filter(({ field }) => FOR_REGISTRATION.has(field));
	const dropped = unneeded.map(({ column, heading }) => ({ column, heading, why: 'notNeeded' as const }));
	return {
		...list,
		columns: list.columns.filter(({ field }) => !FOR_REGISTRATION.has(field)),
		dropped: [...list.dropped, ...dropped].sort((a, b) => a.column - b.column),
		rows: list.rows.map(withoutRegistration)
	};
}

/** The cells without the contents of columns that are certainly not needed: these are never stored. */
export function withoutUnneeded(cells: string[][], forGathering: boolean): string[][] {
	const list = readImportList(cells, forGathering);
	const columns = list.dropped.filter(({ why }) => why === 'notNeeded').map(({ column }) => column);
	if (columns.length === 0) return cells;
	const lines = new Set(list.rows.map(({ line }) => line));
	const blank = (row: string[]) =>
		row.map((text, column) => (columns.includes(column) && cleanText(text) !== '' ? PLACEHOLDER : text));
	return cells.map((row, at) => (lines.has(at + 1) ? blank(row) : row));
}

/** The sheet in which most people were found. */
export function fullestSheet(sheets: readonly ImportSheet[]): number {
	const counts = sheets.map(({ cells }) => readParticipants(cells).rows.length);
	return counts.indexOf(Math.max(...counts));
}

/** A column as it is shown for correction: what it means, or why it is dropped, with the first text in it. */
export interface ImportColumn {
	column: number;
	heading: string;
	field: ListField | '';
	why: DroppedColumn['why'] | undefined;
	sample: string;
}

/** All columns of a list, taken and dropped, in their order. */
export function importColumns(list: ParticipantList, cells: readonly (readonly string[])[]): ImportColumn[] {
	const lines = list.rows.map(({ line }) => line);
	const sampleOf = (column: number) => {
		const line = lines.find((at) => cleanText(cells[at - 1]?.[column] ?? '') !== '');
		return line === undefined ? '' : cleanText(cells[line - 1]?.[column] ?? '').slice(0, 60);
	};
	const taken = list.columns.map(({ column, heading, field }) => ({ column, heading, field, why: undefined }));
	const dropped = list.dropped.map(({ column, heading, why }) => ({ column, heading, field: '' as const, why }));
	return [...taken, ...dropped]
		.sort((a, b) => a.column - b.column)
		.map((one) => ({ ...one, sample: one.why === 'notNeeded' ? '' : sampleOf(one.column) }));
}

/** Columns of a list without a heading: all there are, so that somebody can say what they mean. */
export function bareColumns(cells: readonly (readonly string[])[]): ImportColumn[] {
	const width = Math.min(
		60,
		cells.reduce((most, row) => Math.max(most, row.length), 0)
	);
	return Array.from({ length: width }, (_, column) => ({
		column,
		heading: '',
		field: '' as const,
		why: undefined,
		sample: cells
			.slice(0, 5)
			.map((row) => cleanText(row[column] ?? ''))
			.filter(Boolean)
			.join(' · ')
			.slice(0, 80)
	}));
}
