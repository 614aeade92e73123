import { createHash } from 'node:crypto';

/** Fingerprint of an input, "sha256-" and 64 hex digits. The same content gives the same, whatever the order of keys. */
export function fingerprint(input: unknown): string {
	return `sha256-${createHash('sha256')
		.update(JSON.stringify(sorted(input)))
		.digest('hex')}`;
}

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return Object.fromEntries(entries.map(([key, entry]) => [key, sorted(entry)]));
}
