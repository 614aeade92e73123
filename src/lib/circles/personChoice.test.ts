import fc from 'fast-check';
import { expect, it } from 'vitest';
import { choices, chosenIds, wordingOf } from './personChoice.ts';

const person = (id: string, lastName: string, jobFunction = '', shortName: string | null = 'JA Kreis') => ({
	...{ id, firstName: 'Kim', lastName, organisationId: 'o', shortName, jobFunction }
});

it('words people so that no two are alike', () => {
	const found = choices([
		person('1', 'Zöllner'),
		person('2', 'Öz', 'Leitung'),
		person('3', 'Öz'),
		person('4', 'Ahn', '', null)
	]);
	expect([...found]).toEqual([
		['Ahn, Kim', '4'],
		['Öz, Kim · JA Kreis', '3'],
		['Öz, Kim · JA Kreis (Leitung)', '2'],
		['Zöllner, Kim · JA Kreis', '1']
	]);
	expect(wordingOf(found, '2')).toBe('Öz, Kim · JA Kreis (Leitung)');
});

it('finds who is named, whatever the case, and names who is not there', () => {
	const found = choices([person('1', 'Zöllner'), person('2', 'Öz')]);
	expect(chosenIds(found, ['', ' ÖZ,  Kim · ja kreis ', 'öz, kim · JA Kreis'])).toEqual({ ids: ['2'] });
	expect(chosenIds(found, ['Niemand'])).toEqual({ unknown: 'Niemand' });
});

it('gives everybody a wording of her own', () => {
	const people = fc.array(
		fc.record({ lastName: fc.constantFrom('Öz', 'Öz 2', 'Ahn'), job: fc.constantFrom('', 'Leitung') })
	);
	fc.assert(
		fc.property(people, (list) => {
			const found = choices(list.map(({ lastName, job }, i) => person(`p${i}`, lastName, job)));
			expect(found.size).toBe(list.length);
			for (const [wording, id] of found) expect(chosenIds(found, [wording])).toEqual({ ids: [id] });
		})
	);
});
