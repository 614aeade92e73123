import { type Note, openWordings } from './finding.ts';
import type { Operation, Seen } from './findingMerge.ts';

const LETTERS = 'bcdfghjkmnpqrstvwxyz23456789';

/** An id made in the browser; 20 letters of 28 (96 bit), so that two never meet. Works without https too. */
export function browserId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(20));
	return Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join('');
}

/** Everything that stands in a line before one's eyes: what was heard of it and what is still on its way. */
export function seenOf(heard: Note | undefined, queue: readonly Operation[], noteId: string): Seen[] {
	const open = heard ? openWordings(heard).map(({ revision }) => revision) : [];
	const waiting = queue
		.filter((o) => o.noteId === noteId && (o.what === 'add' || o.what === 'write'))
		.map(({ id }) => id);
	return [...open, ...waiting];
}

/** What typing in a line is based on: the last wording that is on its way, else the one that stands first. */
export function baseOf(note: Note, queue: readonly Operation[]): Seen[] {
	const waiting = queue.findLast((o) => o.noteId === note.id && (o.what === 'add' || o.what === 'write'));
	if (waiting) return [waiting.id];
	return note.head === 0 ? [] : [note.head];
}

/** Texts that could not be saved, for copying. */
export function textsOf(operations: readonly Operation[]): string[] {
	return operations.flatMap((operation) => ('text' in operation && operation.text !== '' ? [operation.text] : []));
}

/** Notes by their ids. */
export function notesById(notes: readonly Note[]): ReadonlyMap<string, Note> {
	return new Map(notes.map((note) => [note.id, note]));
}

/** What operations made, with what was just heard. */
export function madeWith(made: Iterable<[string, number]>, heard: Record<string, number>): ReadonlyMap<string, number> {
	return new Map([...made, ...Object.entries(heard)]);
}
