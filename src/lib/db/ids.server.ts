import { randomBytes, randomInt, createHash } from 'node:crypto';

// Without vowels and look-alikes: an id never spells a word and can be read aloud.
const LETTERS = '23456789bcdfghjkmnpqrstvwxyz';

/** A new id of 12 letters (57 bit): unique, not secret. */
export function newId(): string {
	return Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

/** A new secret of 256 bit for links and sessions. Only its hash is ever stored. */
export function newToken(): string {
	return randomBytes(32).toString('base64url');
}

/** What is stored of a token. */
export function hashToken(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}
