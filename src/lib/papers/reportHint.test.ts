import { describe, expect, test } from 'vitest';
import { type ReportHint, reportHints } from './reportHint.ts';

const known = {
	surnames: new Set(['Lorenzen', 'Wojciechowski']),
	towns: ['Birkenfurt', 'Sandbruck', 'Bad Seetal'],
	todayOn: '2026-11-13'
};

test.each<[string, ReportHint[]]>([
	['106 Fachkräfte kamen am 12. November 2026 in Birkenfurt zusammen.', []],
	['Frau Lorenzen begrüßte die Gäste.', []],
	['Herr Quandt begrüßte die Gäste.', ['name']],
	['Das Mädchen, geb. 4.9.2015, war dabei.', ['birth_date']],
	['Siehe Az. 51-2/1234.', ['file_number']],
	['Ein 7-jähriger Junge aus Sandbruck blieb in der Schule.', ['child']],
	['Ein 7jähriges Kind lebt in Birkenfurt.', ['child']],
	['Die 14-Jährige aus Birkenfurt blieb der Schule fern.', ['child']],
	['Das Mädchen (12) aus Bad Seetal zog um.', ['child']],
	['Der Schüler, 9 Jahre, wohnt in Sandbruck.', ['child']],
	['Das Kind in Sandbruck war 3 Jahre alt.', ['child']],
	['Der Sohn einer Familie aus Sandbruck ist 11 Jahre alt.', ['child']],
	['Die Tochter, die in Sandbruck lebt, ist mit 11 Jahren die Jüngste.', ['child']],
	['Ein 7-jähriges Kind aus dem Stadtteil am See kam nicht an.', ['child']],
	['Ein 7-jähriger Junge wartete. Die Klinik in Sandbruck antwortete.', []],
	['Der seit 14 Jahren bestehende Runde Tisch in Birkenfurt tagte.', []],
	['Die 20-jährige Zusammenarbeit in Birkenfurt trägt.', []],
	['Sandbrucker Kinder (12) spielten.', []],
	['Mia (Name geändert) zog um.', ['renamed']],
	['Alle Namen wurden geändert.', ['renamed']],
	['Der Name des Trägers änderte sich.', []]
])('%s', (text, hints) => {
	expect(reportHints(text, known)).toEqual(hints);
});

describe('several at once', () => {
	test('are all named', () => {
		expect(reportHints('Frau Kunert, Az. 12/3. Das Kind (8) aus Sandbruck.', known)).toEqual([
			'file_number',
			'name',
			'child'
		]);
	});
});
