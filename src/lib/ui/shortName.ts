/** The longest name that stays whole on a narrow row. */
const LIMIT = 19;

/** One given name as its initial: "Karl" → "K.", "Karl-Heinz" → "K.-H.". */
function initial(given: string): string {
	const parts = given.split('-').filter(Boolean);
	return parts.map((part) => `${[...part][0]?.toLocaleUpperCase('de')}.`).join('-');
}

/**
 * A full name that fits a narrow row: over `limit` characters the first name shrinks to its initials.
 * The family name is never cut. Names without a first name stay as they are.
 */
export function shortName(firstName: string, lastName: string, limit = LIMIT): string {
	const first = firstName.trim();
	const last = lastName.trim();
	const full = [first, last].filter(Boolean).join(' ');
	if (!first || !last || [...full].length <= limit) return full;
	return [...first.split(/\s+/).map(initial), last].join(' ');
}
