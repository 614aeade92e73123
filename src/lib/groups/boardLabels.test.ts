import { expect, test } from 'vitest';
import type { BoardPerson } from './board.ts';
import { labelsOf } from './boardLabels.ts';

const person = (id: string, lastName: string, organisationShortName: string) =>
	({ id, firstName: 'Kim', lastName, organisationShortName, organisationId: id }) as BoardPerson;

test('people of one name are told apart by their organisation, others are called by name alone', () => {
	const people = [
		person('a', 'Weber', 'Flussgarten'),
		person('b', 'Weber', 'JA Kreis'),
		person('c', 'Lorenzen', 'Caritas'),
		person('d', 'Weber', '')
	];
	const labels = labelsOf({ people, workshops: [] });
	expect(people.map(({ id }) => labels.person(id))).toEqual([
		'Kim Weber (Flussgarten)',
		'Kim Weber (JA Kreis)',
		'Kim Lorenzen',
		'Kim Weber'
	]);
});
