import { expect, test } from 'vitest';
import { type CaseHint, caseHints, titledSurnames } from './caseHint.ts';

const known = { surnames: new Set(['Lorenzen', 'El-Sayed', 'von Berg', 'Brandt']), todayOn: '2026-11-12' };

test.each<[string, CaseHint[]]>([
	['Rückmeldung binnen drei Werktagen', []],
	['Treffen am 12.11.2026 um 9.30 Uhr', []],
	['Vereinbarung vom 03.05.2019', []],
	['gilt seit 1. Januar 2020', []],
	['§ 8a SGB VIII, Fassung 2021', []],
	['17 von 20 Stimmen, 3.2. bis 4.5.', []],
	['Der Junge, 12.03.2011, kommt aus der Wohngruppe', ['birth_date']],
	['geb. 04.09.2026', ['birth_date']],
	['geboren am 4. September 2025', ['birth_date']],
	['* 1.2.15', ['birth_date']],
	['2011-03-12', ['birth_date']],
	['12. März 2011', ['birth_date']],
	['Az. 51-2/1234', ['file_number']],
	['AZ: 12/2024', ['file_number']],
	['Aktenzeichen 5 F 123/24', ['file_number']],
	['Beschluss 7 F 81/25', ['file_number']],
	['Fallnummer 4711', ['file_number']],
	['Azubis 3 bis 5 einladen', []],
	['Fallnummern abschaffen', []],
	['Herr Müller kommt nicht zum Hilfeplangespräch', ['name']],
	['mit Frau Dr. Schuster-Hahn sprechen', ['name']],
	['Brief an Herrn Özdemir', ['name']],
	['Frau Lorenzen und Frau El-Sayed übernehmen die Kleingruppe', []],
	['Frau von Berg moderiert', []],
	['Frau K. und Herr M. im fiktiven Fall', []],
	['Familie Brandt aus dem Fall', []],
	['der Frau Hilfe anbieten', []],
	['die Frau und der Herr am Empfang', []],
	['Frau Kunert, geb. 3.4.1988, Az. 12/3', ['birth_date', 'file_number', 'name']]
])('%j: %j', (text, hints) => {
	expect(caseHints(text, known)).toEqual(hints);
});

test('names of the invented case can be read from its text', () => {
	expect(titledSurnames('Frau Brandt ruft an. Herr Celik, ihr Partner, schweigt.')).toEqual(['Brandt', 'Celik']);
});
