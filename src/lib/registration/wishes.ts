export const MOST_WISHES = 5;

/** Names of the form fields, one per rank: the browser itself keeps a rank from being given twice. */
export function wishFields(count: number): string[] {
	return Array.from({ length: count }, (_, index) => `wish${index + 1}`);
}

/** The first rank (from 1) whose workshop already has a better rank; undefined when each workshop has one rank. */
export function rankGivenTwice(ranked: readonly string[]): number | undefined {
	const at = ranked.findIndex((id, index) => id !== '' && ranked.indexOf(id) !== index);
	return at < 0 ? undefined : at + 1;
}

/**
 * Wishes as they are stored: only workshops of this gathering, at most `count`, each once, without gaps
 * (who leaves out the second rank means the third as second).
 */
export function tidyWishes(ranked: readonly string[], workshopIds: readonly string[], count: number): string[] {
	const known = ranked.filter((id) => workshopIds.includes(id));
	return [...new Set(known)].slice(0, count);
}
