import { describe, expect, it } from 'vitest';
import { foldText, looseNameKey, nameKey } from './nameKeys.ts';
import { splitName, takeTitle } from './nameParts.ts';

const names = (text: string, lastNameFirst = false) => {
	const { title, firstName, lastName, reading } = splitName(text, lastNameFirst);
	return [title, firstName, lastName, reading];
};

describe('splitName', () => {
	it.each([
		['Anna Schmidt', ['', 'Anna', 'Schmidt', 'plain']],
		['Dr. Anna Schmidt', ['Dr.', 'Anna', 'Schmidt', 'plain']],
		['Prof. Dr. med. Anna Schmidt', ['Prof. Dr. med.', 'Anna', 'Schmidt', 'plain']],
		['Frau Dr.Anna Schmidt', ['Dr.', 'Anna', 'Schmidt', 'plain']],
		['Dipl.-Psych. Anna Schmidt', ['Dipl.-Psych.', 'Anna', 'Schmidt', 'plain']],
		['Anna Schmidt, M.A.', ['M.A.', 'Anna', 'Schmidt', 'plain']],
		['Müller, Sabine', ['', 'Sabine', 'Müller', 'comma']],
		['Rümmele, Dr. Katja', ['Dr.', 'Katja', 'Rümmele', 'comma']],
		['Dr. Rümmele, Katja', ['Dr.', 'Katja', 'Rümmele', 'comma']],
		['Rümmele, Katja, Dr.', ['Dr.', 'Katja', 'Rümmele', 'comma']],
		['Lüdersfeld, Katharina von', ['', 'Katharina', 'von Lüdersfeld', 'comma']],
		['von Lüdersfeld, Katharina', ['', 'Katharina', 'von Lüdersfeld', 'comma']],
		['Katharina von Lüdersfeld', ['', 'Katharina', 'von Lüdersfeld', 'plain']],
		['Anna Maria von der Heide', ['', 'Anna Maria', 'von der Heide', 'plain']],
		['Ulrike Meyer zu Hasselried', ['', 'Ulrike', 'Meyer zu Hasselried', 'guessed']],
		['Karl Freiherr von und zu Grünlohe', ['', 'Karl', 'Freiherr von und zu Grünlohe', 'plain']],
		["Patrick O'Dowd-Lehmann", ['', 'Patrick', "O'Dowd-Lehmann", 'plain']],
		['Valentina Rizzo-Stöckl', ['', 'Valentina', 'Rizzo-Stöckl', 'plain']],
		['Hans Peter Müller', ['', 'Hans Peter', 'Müller', 'guessed']],
		['Schmidt', ['', '', 'Schmidt', 'single']],
		['Schmidt,', ['', '', 'Schmidt', 'single']],
		['  ', ['', '', '', 'none']]
	])('%s', (text, expected) => expect(names(text)).toEqual(expected));

	it('reads the surname first under a heading that says so', () => {
		expect(names('Müller Sabine', true)).toEqual(['', 'Sabine', 'Müller', 'guessed']);
		expect(names('von Lüdersfeld Katharina', true)).toEqual(['', 'Katharina', 'von Lüdersfeld', 'guessed']);
		expect(names('Dr. Katja Rümmele', true)).toEqual(['Dr.', 'Katja', 'Rümmele', 'plain']);
	});

	it('keeps the salutation apart from the title', () => {
		expect(takeTitle('Herr Prof. Dr. Arne')).toEqual({ salutation: 'Herr', title: 'Prof. Dr.', rest: 'Arne' });
		expect(takeTitle('Herr')).toEqual({ salutation: '', title: '', rest: 'Herr' });
	});
});

describe('name keys', () => {
	it('forgive spelling, case, hyphens, blanks and decomposed letters', () => {
		expect(foldText('  Größler-O’Dowd\u00a0Şahin İpek Yıldırım ')).toBe('groessler odowd sahin ipek yildirim');
		expect(nameKey('Hans-Jürgen', 'Weißgerber')).toBe(nameKey('HANS JUERGEN', 'Weissgerber'));
		expect(nameKey('Jo\u0308rg', 'Süß')).toBe(nameKey('Joerg', 'Suess'));
		expect(looseNameKey('Jorg', 'Muller')).toBe(looseNameKey('Jörg', 'Mueller'));
		expect(nameKey('Anna', 'Berg')).not.toBe(nameKey('Anna', 'von Berg'));
	});
});
