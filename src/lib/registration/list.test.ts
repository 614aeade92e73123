import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { countSides, type ListedRegistration, listAddress, listPage, possibleDoubles, readQuestion } from './list.ts';
import { listFile } from './listFile.server.ts';

function row(id: string, more: Partial<ListedRegistration> = {}): ListedRegistration {
	return {
		id,
		standing: 'seat',
		ordinal: 1,
		title: '',
		firstName: 'Kim',
		lastName: `L${id}`,
		organisationId: 'o1',
		organisationName: 'Verein',
		jobFunction: '',
		email: `${id}@example.org`,
		side: 'partner',
		isNewcomer: false,
		registeredAt: '2026-10-10T08:00:00.000Z',
		channel: 'web',
		how: 'seat',
		withdrawnAt: null,
		substitute: '',
		...more
	};
}
const question = { standing: 'seat' as const, words: '', organisation: '', page: 1 };

describe('the list of the office', () => {
	it('shows 100 of 2,000 a page', () => {
		const rows = Array.from({ length: 2000 }, (_, i) => row(String(i)));
		expect(listPage(rows, { ...question, page: 20 })).toMatchObject({ from: 1901, to: 2000, pages: 20, count: 2000 });
	});

	it('keeps the queue in order and finds names however umlauts are written', () => {
		const rows = [
			row('a', { standing: 'waiting', ordinal: 9, lastName: 'Adler' }),
			row('z', { standing: 'waiting', ordinal: 2, lastName: 'Schäfer' })
		];
		expect(listPage(rows, { ...question, standing: 'waiting' }).rows.map(({ id }) => id)).toEqual(['z', 'a']);
		expect(listPage(rows, { ...question, standing: 'waiting', words: 'schaefer' }).count).toBe(1);
	});

	it('reads the address of the page and writes it again', () => {
		const address = listAddress(question, { standing: 'waiting', words: 'ä b', organisation: 'o1', page: 3 });
		expect(readQuestion(new URLSearchParams(address))).toEqual({
			standing: 'waiting',
			words: 'ä b',
			organisation: 'o1',
			page: 3
		});
		expect(readQuestion(new URLSearchParams('?stand=x&page=-1'))).toMatchObject({ standing: 'seat' });
	});

	it('finds the same name in the same organisation, counts sides of those with a place', () => {
		const rows = [
			row('1', { lastName: 'Müller' }),
			row('2', { lastName: 'Mueller' }),
			row('3', { standing: 'waiting' })
		];
		expect(possibleDoubles(rows)).toEqual(['1', '2']);
		expect(countSides(rows)).toEqual({ youth_office: 0, outpatient: 0, residential_daycare: 0, partner: 2 });
	});

	it('writes a file in which no cell is a formula, and neither needs nor food stand', () => {
		const bad = ['=1+1', '+1', '-1', '@x', ' =1', '\t=1', '\r=1', '\u0000=1'];
		const rows = bad.map((lastName, i) => row(String(i), { lastName, organisationName: 'A; "B"' }));
		const cells: string[][] = parse(listFile(rows), { bom: true, delimiter: ';' });
		expect(cells).toHaveLength(9);
		expect(cells.slice(1).every((line) => line.every((cell) => !/^[=+\-@\t\r\u0000]/.test(cell)))).toBe(true); // eslint-disable-line no-control-regex -- the signs under test
		expect(cells[1]?.[4]).toBe('A; "B"');
		expect(cells[0]?.join()).not.toMatch(/Essen|braucht|Food|need/);
	});
});
