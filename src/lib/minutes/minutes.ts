/** Short form of a hash for people: the first twelve signs in groups of four. */
export function hashWords(hash: string): string {
	return [hash.slice(0, 4), hash.slice(4, 8), hash.slice(8, 12)].join('\u00a0');
}
