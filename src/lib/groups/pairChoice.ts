import { alphabetical } from '#lib/people/directory.ts';
import type { BoardData } from './board.ts';

/** Everybody who can be entered in a pair, and the pairs with their names. */
export function pairChoice(board: BoardData) {
	const people = board.people
		.toSorted((a, b) => alphabetical(a.lastName, b.lastName) || alphabetical(a.firstName, b.firstName))
		.map(({ personId, firstName, lastName, organisationShortName }) => ({
			value: personId,
			label: `${lastName}, ${firstName} (${organisationShortName})`
		}));
	const nameOf = new Map(board.people.map((person) => [person.personId, `${person.firstName} ${person.lastName}`]));
	const pairs = board.pairs.map((pair) => ({
		...pair,
		names: [pair.personA, pair.personB].map((id) => nameOf.get(id)).filter((name) => name !== undefined)
	}));
	return { people, pairs };
}
