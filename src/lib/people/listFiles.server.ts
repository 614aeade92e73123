import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import type { Refusal } from '#lib/web/refusal.ts';
import { refuse } from '#lib/web/refusal.ts';
import { judgeArchive } from './listArchive.server.ts';
import type { ListRefusedWhy } from './listNames.ts';
import { decodeText, findDelimiter, kindOfBytes } from './listText.ts';

export const LIST_BYTES_AT_MOST = 5 * 1024 * 1024;
export const LIST_ROWS_AT_MOST = 5000;
const COLUMNS_AT_MOST = 200;

/** Why a file is not read; `listRefusalSentence` says it to a person. */
export type ListFileRefusal = Refusal<ListRefusedWhy>;

/** The cells of one sheet as text, row by row as in the file: row 0 is line 1. */
export interface ListSheet {
	name: string;
	cells: string[][];
}

export interface ListFile {
	sheets: ListSheet[];
}

type XlsxCell = string | number | boolean | Date | null | undefined;

function cellText(value: XlsxCell): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'boolean') return value ? 'ja' : 'nein';
	if (!(value instanceof Date)) return String(value);
	return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
}

function trimRows(cells: string[][]): string[][] {
	const last = cells.findLastIndex((row) => row.some((text) => text.trim() !== ''));
	return cells.slice(0, last + 1);
}

/** Sheets with something in them, or the refusal. */
function admit(sheets: ListSheet[]): ListFile | ListFileRefusal {
	const filled = sheets
		.map(({ name, cells }) => ({ name, cells: trimRows(cells) }))
		.filter(({ cells }) => cells.length);
	if (filled.length === 0) return refuse('empty');
	const filledRows = ({ cells }: ListSheet) => cells.filter((row) => row.some((text) => text.trim() !== '')).length;
	if (filled.some((sheet) => filledRows(sheet) > LIST_ROWS_AT_MOST)) return refuse('tooManyRows');
	if (filled.some(({ cells }) => cells.some((row) => row.length > COLUMNS_AT_MOST))) return refuse('notAList');
	return { sheets: filled };
}

async function readSpreadsheet(bytes: Uint8Array): Promise<ListFile | ListFileRefusal> {
	const verdict = judgeArchive(bytes);
	if (verdict === 'other') return refuse('notAList');
	if (verdict === 'broken') return refuse('broken');
	if (verdict === 'tooLarge') return refuse('tooManyRows');
	try {
		const sheets = await readXlsxFile(Buffer.from(bytes), { trim: false });
		return admit(
			sheets.map(({ sheet, data }) => ({
				name: sheet,
				cells: data.map((row) => row.map((value) => cellText(value as XlsxCell)))
			}))
		);
	} catch {
		return refuse('broken');
	}
}

function readSeparatedText(name: string, bytes: Uint8Array): ListFile | ListFileRefusal {
	const text = decodeText(bytes);
	if (text === undefined) return refuse('notAList');
	if (text.trim() === '') return refuse('empty');
	const hint = /^sep=.\r?\n/i.exec(text)?.[0] ?? '';
	try {
		const cells: string[][] = parse(text.slice(hint.length), {
			bom: true,
			delimiter: findDelimiter(text),
			relax_column_count: true,
			relax_quotes: true,
			skip_empty_lines: false,
			to: LIST_ROWS_AT_MOST * 2
		});
		// The line with the hint keeps its number.
		return admit([{ name, cells: hint === '' ? cells : [[''], ...cells] }]);
	} catch {
		return refuse('broken');
	}
}

/** UTF-16 “EncryptedPackage”: a spreadsheet with a password has the shell of the old format. */
function isLocked(bytes: Uint8Array): boolean {
	return Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

/**
 * Reads an uploaded list: XLSX, or CSV with `;`, `,` or tab in UTF-8, UTF-16 or Windows-1252. The content decides, not
 * the name. Numbers and dates become text (days as YYYY-MM-DD). Whatever is no list comes back as a refusal.
 */
export async function readListFile(name: string, bytes: Uint8Array): Promise<ListFile | ListFileRefusal> {
	if (bytes.length > LIST_BYTES_AT_MOST) return refuse('tooManyBytes');
	if (bytes.length === 0) return refuse('empty');
	const kind = kindOfBytes(bytes);
	if (kind === 'zip') return readSpreadsheet(bytes);
	if (kind === 'oldOffice') return refuse(isLocked(bytes) ? 'locked' : 'oldFormat');
	if (kind === 'other') return refuse('notAList');
	return readSeparatedText(name, bytes);
}
