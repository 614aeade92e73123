import type { FindingKind, FindingSide, HeadNote, Note, Wording } from './finding.ts';
import { HEAD_NOTES, isHeadNote } from './finding.ts';

/** A wording somebody had before the eyes: its revision, or the operation that made it when no answer has come yet. */
export type Seen = number | string;

interface Operate {
	/** Made by the page, so that the same operation sent twice is done once. */
	id: string;
	noteId: string;
}
export interface Particulars {
	kind: FindingKind;
	side: FindingSide;
	question: number | null;
	position: number;
	isDissent: 0 | 1;
	dots: number;
	standardId: string | null;
}
export type Operation = Operate &
	(
		| ({ what: 'add'; text: string } & Particulars)
		| { what: 'write'; text: string; over: Seen[] }
		| ({ what: 'set' } & Partial<Particulars>)
		| { what: 'remove'; over: Seen[] }
		| { what: 'restore' }
	);

/** Who does it, when, in which open page, and what earlier operations made. */
export interface Act {
	at: string;
	byName: string;
	hand: string | null;
	made: ReadonlyMap<string, number>;
}
export interface Outcome {
	note: Note;
	/** The wording it made or met; 0 when it was not about a wording. */
	revision: number;
}

/**
 * Does one operation on a note. Text is never overwritten unseen: who typed over a wording that no longer stands gets
 * a place beside the one that does. Undefined: there is no such note.
 */
export function applyOperation(note: Note | undefined, operation: Operation, act: Act): Outcome | undefined {
	if (operation.what === 'add') return note ? write(note, operation.text, [], act) : add(operation, act);
	if (!note) return undefined;
	switch (operation.what) {
		case 'write':
			return write(note, operation.text, seenRevisions(operation.over, act), act);
		case 'set':
			return { note: set(note, operation, act), revision: 0 };
		case 'remove':
			return { note: remove(note, seenRevisions(operation.over, act), act), revision: 0 };
		case 'restore':
			return { note: note.isRemoved ? { ...note, isRemoved: false, changedAt: act.at } : note, revision: 0 };
	}
}

function seenRevisions(over: readonly Seen[], act: Act): number[] {
	return over.map((seen) => (typeof seen === 'number' ? seen : (act.made.get(seen) ?? 0)));
}

function add(operation: Extract<Operation, { what: 'add' }>, act: Act): Outcome {
	const { noteId, kind, side, question, position, isDissent, dots, standardId, text } = operation;
	const { at, byName, hand } = act;
	const first: Wording = { revision: 1, text, at, byName, basedOn: 0, settledAt: null, hand };
	const own = { kind, side, question, position, isDissent, dots, standardId };
	const moment = { createdAt: at, changedAt: at, byName };
	return { note: { id: noteId, ...own, head: 1, wordings: [first], isRemoved: false, ...moment }, revision: 1 };
}

function write(note: Note, text: string, seen: readonly number[], act: Act): Outcome {
	const open = note.wordings.filter((wording) => wording.settledAt === null);
	const over = open.filter((wording) => seen.includes(wording.revision));
	const isFirst = over.some((wording) => wording.revision === note.head) || open.length === 0;
	const settled = (wording: Wording) => (over.includes(wording) ? { ...wording, settledAt: act.at } : wording);
	if (over.length === 1 && over[0]?.text === text) {
		return { note: { ...note, isRemoved: false }, revision: over[0].revision };
	}
	// The same words stand beside it already: then they stand once.
	const twin = open.find((wording) => !over.includes(wording) && wording.text === text);
	if (twin) {
		const head = isFirst ? twin.revision : note.head;
		return { note: { ...note, wordings: note.wordings.map(settled), head, isRemoved: false }, revision: twin.revision };
	}
	const revision = Math.max(0, ...note.wordings.map((wording) => wording.revision)) + 1;
	const { at, byName, hand } = act;
	const basedOn = Math.max(0, ...over.map((wording) => wording.revision));
	// Typing on replaces the own half sentence; what others wrote, and what was settled, stays in the history.
	const isOwn = seen.length === 1 && over.length === 1 && hand !== null && over[0]?.hand === hand;
	const before = note.wordings.filter((wording) => !(isOwn && wording === over[0])).map(settled);
	const wordings = [...before, { revision, text, at, byName, basedOn, settledAt: null, hand }];
	const head = isFirst ? revision : note.head;
	return { note: { ...note, wordings, head, isRemoved: false, changedAt: at }, revision };
}

function set(note: Note, operation: Partial<Particulars>, act: Act): Note {
	if (isHeadNote(note.id)) return note;
	const { kind, side, question, position, isDissent, dots, standardId } = operation;
	const given = Object.entries({ kind, side, question, position, isDissent, dots, standardId });
	return { ...note, ...Object.fromEntries(given.filter(([, value]) => value !== undefined)), changedAt: act.at };
}

/** A line goes only when everything that stands in it was seen: what somebody has just typed stays. */
function remove(note: Note, seen: readonly number[], act: Act): Note {
	const unseen = note.wordings.some((wording) => wording.settledAt === null && !seen.includes(wording.revision));
	return unseen || isHeadNote(note.id) ? note : { ...note, isRemoved: true, changedAt: act.at };
}

/** Several operations in their order, as the server will do them; for showing what is not sent yet. */
export function applyAll(
	notes: ReadonlyMap<string, Note>,
	operations: readonly Operation[],
	act: Act
): Map<string, Note> {
	const result = new Map(notes);
	const made = new Map(act.made);
	for (const operation of operations) {
		const outcome = applyOperation(result.get(operation.noteId), operation, { ...act, made });
		if (!outcome) continue;
		result.set(operation.noteId, outcome.note);
		made.set(operation.id, outcome.revision);
	}
	return result;
}

/** A headline or next step that nobody has written yet. */
export function emptyHead(kind: HeadNote): Note {
	const own = {
		side: 'all' as const,
		question: null,
		position: HEAD_NOTES.indexOf(kind),
		isDissent: 0 as const,
		dots: 0
	};
	const moment = { createdAt: '', changedAt: '', byName: '' };
	return { id: kind, kind, ...own, standardId: null, head: 0, wordings: [], isRemoved: false, ...moment };
}
