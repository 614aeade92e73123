import { alphabetical } from './directory.ts';

interface Named {
	id: string;
	name: string;
	partOfId: string | null;
}

/** Alphabetical, and each department directly after the organisation it is part of. */
export function inOrder<Row extends Named>(rows: readonly Row[]): Row[] {
	const sorted = rows.toSorted((a, b) => alphabetical(a.name, b.name));
	const departments = Map.groupBy(sorted, ({ partOfId }) => partOfId);
	const known = new Set(rows.map(({ id }) => id));
	return sorted
		.filter(({ partOfId }) => partOfId === null || !known.has(partOfId))
		.flatMap((row) => [row, ...(departments.get(row.id) ?? [])]);
}

/** The name in a list to choose from: “Frühe Hilfen (JA Kreis)”. Two youth offices may call their departments alike. */
export function choiceName(name: string, partOfName: string): string {
	return partOfName === '' || name.includes(partOfName) ? name : `${name} (${partOfName})`;
}
