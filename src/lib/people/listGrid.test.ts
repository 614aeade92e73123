import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListField } from './listFields.ts';
import { LIST_FIELDS } from './listFields.ts';
import { readParticipants } from './list.ts';
import { cleanText } from './nameKeys.ts';

const HEADINGS = ['Vorname', 'Nachname', 'Name', 'Träger', 'E-Mail', 'Telefon', '1. Wunsch', 'Person', 'neu'];
const VALUES = [
	'Anna',
	'Dr. Anna',
	'von Berg',
	'Müller, Anna',
	'a@b.example',
	'Summe:',
	'3',
	'Warteliste',
	'-',
	' \u00a0'
];
const cell = fc.oneof(
	fc.constantFrom(...HEADINGS),
	fc.constantFrom(...VALUES),
	fc.string({ unit: 'grapheme' }),
	fc.constant('')
);
const grid = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 14 });
const columns = fc.dictionary(fc.integer({ min: 0, max: 9 }).map(String), fc.constantFrom<ListField>(...LIST_FIELDS));

function filledLines(cells: string[][]): number[] {
	return cells.flatMap((row, at) => (row.some((text) => cleanText(text) !== '') ? [at + 1] : []));
}

describe('any grid', () => {
	it('is read without an error, and no row with something in it is lost', () => {
		fc.assert(
			fc.property(grid, (cells) => {
				const { rows, skipped } = readParticipants(cells);
				const lines = [...rows, ...skipped].map(({ line }) => line).sort((a, b) => a - b);
				expect(lines).toEqual(filledLines(cells));
			}),
			{ numRuns: 500 }
		);
	});

	it('keeps every row with any choice of columns', () => {
		fc.assert(
			fc.property(grid, columns, fc.integer({ min: 0, max: 4 }), (cells, chosen, line) => {
				const headingLines = line === 0 ? [] : [line];
				const { rows, skipped } = readParticipants(cells, { headingLines, columns: chosen });
				expect([...rows, ...skipped].map((row) => row.line).sort((a, b) => a - b)).toEqual(filledLines(cells));
			}),
			{ numRuns: 300 }
		);
	});
});
