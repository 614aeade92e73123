import { describe, expect, it } from 'vitest';
import { readCatering, readEmail, readYesNo } from './listValues.ts';
import { matchWish, splitWishes, wishNumber } from './listWish.ts';

const WORKSHOPS = [
	{ id: 'a', number: 1, title: 'Fallanfrage – vom ersten Anruf bis zum Start der Hilfe' },
	{ id: 'b', number: 3, title: 'Kontrollauftrag – Hilfe und Kontrolle offen verabreden' },
	{ id: 'c', number: 4, title: 'Sucht und psychische Krankheiten – Systeme verbinden' }
];

describe('wishes', () => {
	it('are matched by number, title, its beginning or a piece that only one has', () => {
		const wishes = [
			'3',
			'WS 3',
			'Workshop 3: was war das',
			'3 – Kontrollauftrag',
			'kontrollauftrag',
			'SUCHT',
			'Hilfe',
			'9',
			'x'
		];
		expect(wishes.map((wish) => matchWish(wish, WORKSHOPS))).toEqual([
			'b',
			'b',
			'b',
			'b',
			'b',
			'c',
			undefined,
			undefined,
			undefined
		]);
		expect(wishNumber('12:30 Uhr')).toBeUndefined();
		expect(wishNumber('3.0')).toBe(3);
	});

	it('in one cell are split only when they are numbers or lines', () => {
		expect(splitWishes('3, 1 und 5')).toEqual(['3', '1', '5']);
		expect(splitWishes('WS 3 > WS 1')).toEqual(['WS 3', 'WS 1']);
		expect(splitWishes('Sucht, Krise und Familie')).toEqual(['Sucht, Krise und Familie']);
		expect(splitWishes('Sucht\nKontrolle; 3')).toEqual(['Sucht', 'Kontrolle', '3']);
	});
});

describe('values', () => {
	it('read yes, no and neither', () => {
		expect(['ja', 'X', '✓', 'Ja, seit März', 'nein', '-', 'weiß nicht', ''].map(readYesNo)).toEqual([
			true,
			true,
			true,
			true,
			false,
			false,
			undefined,
			undefined
		]);
	});

	it('read catering', () => {
		expect(['Vegetarisch', 'vegan!', 'egal', 'kein Essen', 'Nussallergie'].map(readCatering)).toEqual([
			'vegetarian',
			'vegan',
			'no_preference',
			'none',
			undefined
		]);
	});

	it('read e-mail addresses and never guess a broken one', () => {
		expect(readEmail('Anna Schmidt <Anna.Schmidt@A.example>')).toEqual({
			email: 'anna.schmidt@a.example',
			problem: 'mendedEmail'
		});
		expect(readEmail('anna (at) a.example')).toEqual({ email: 'anna@a.example', problem: 'mendedEmail' });
		expect(readEmail('a@a.example / b@b.example')).toEqual({ email: 'a@a.example', problem: 'severalEmails' });
		expect(readEmail('anna@müller.example')).toEqual({ email: 'anna@müller.example' });
		for (const broken of [
			'anna',
			'anna@',
			'@a.example',
			'anna@a',
			'an..na@a.example',
			'anna schmidt@',
			'ännä@a.example'
		])
			expect(readEmail(broken)).toEqual({ email: '', problem: 'brokenEmail' });
		expect(readEmail('k. A.')).toEqual({ email: '' });
	});
});
