/** A person as far as a choice by name needs her. */
export interface Choosable {
	id: string;
	firstName: string;
	lastName: string;
	organisationId: string | null;
	shortName: string | null;
	jobFunction: string;
}

function plain(person: Choosable): string {
	const name = `${person.lastName}, ${person.firstName}`;
	return person.shortName ? `${name} · ${person.shortName}` : name;
}

/**
 * One wording per person, no two alike: "Fährmann, Lukas · JA Kreis". Namesakes in one organisation are told apart by
 * their function, and if that is the same too, by a number.
 * @returns wording → id, in the order of the wordings
 */
export function choices(people: readonly Choosable[]): Map<string, string> {
	const namesakes = Map.groupBy(people, plain);
	const found = new Map<string, string>();
	for (const person of people) {
		const alike = (namesakes.get(plain(person))?.length ?? 0) > 1;
		const base = alike && person.jobFunction ? `${plain(person)} (${person.jobFunction})` : plain(person);
		let wording = base;
		for (let n = 2; found.has(wording); n++) wording = `${base} ${n}`;
		found.set(wording, person.id);
	}
	return new Map([...found].sort(([a], [b]) => a.localeCompare(b, 'de')));
}

/** The wording of one person, for a form that shows who is chosen. */
export function wordingOf(found: Map<string, string>, personId: string): string {
	for (const [wording, id] of found) if (id === personId) return wording;
	return '';
}

/**
 * Ids of the people named; blanks are left out, doubles too.
 * @returns the ids, or the first wording that names nobody
 */
export function chosenIds(
	found: Map<string, string>,
	wordings: readonly string[]
): { ids: string[] } | { unknown: string } {
	const folded = new Map([...found].map(([wording, id]) => [wording.toLocaleLowerCase('de'), id]));
	const ids = new Set<string>();
	for (const wording of wordings.map((text) => text.replace(/\s+/g, ' ').trim()).filter(Boolean)) {
		const id = folded.get(wording.toLocaleLowerCase('de'));
		if (id === undefined) return { unknown: wording };
		ids.add(id);
	}
	return { ids: [...ids] };
}
