import { describe, expect, it } from 'vitest';
import { shortName } from './shortName.ts';

describe('shortName', () => {
	it.each([
		['Kim', 'Lorenzen', 'Kim Lorenzen'],
		['Nadja', 'Wojciechowski', 'Nadja Wojciechowski'],
		['Steffen', 'Kötterheinrich', 'S. Kötterheinrich'],
		['Karl-Heinz', 'Würmeling', 'K.-H. Würmeling'],
		['Ayşe', 'Yıldırım-Krämer', 'A. Yıldırım-Krämer'],
		['Hans Jürgen', 'von der Weißgerberei', 'H. J. von der Weißgerberei'],
		['Änne', 'Brömmelkamp-Übelhör', 'Ä. Brömmelkamp-Übelhör'],
		['', 'Externe Referentin, Impulsvortrag', 'Externe Referentin, Impulsvortrag'],
		['  Kim ', ' Lorenzen ', 'Kim Lorenzen']
	])('%s %s → %s', (first, last, short) => {
		expect(shortName(first, last)).toBe(short);
	});
	it('takes another limit', () => {
		expect(shortName('Kim', 'Lorenzen', 8)).toBe('K. Lorenzen');
	});
});
