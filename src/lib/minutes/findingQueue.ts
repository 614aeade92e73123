import type { Operation, Particulars, Seen } from './findingMerge.ts';

/** An operation on its way. Once it has been tried it may have arrived, and is not changed any more. */
export type Queued = Operation & { isTried?: true };

/** So many go on one journey. */
export const BATCH = 40;

const lastOf = (queue: readonly Queued[], noteId: string) => queue.findLast((operation) => operation.noteId === noteId);

/**
 * Puts a text on the queue: into the last operation on its note when that is still here and a wording, else behind it.
 * @param base what was before the eyes when the typing began
 * @param id for the operation, if one is made
 * @returns the queue, and what further typing in this note is based on
 */
export function queueText(
	queue: readonly Queued[],
	noteId: string,
	text: string,
	base: Seen[],
	id: string
): { queue: Queued[]; base: Seen[] } {
	const last = lastOf(queue, noteId);
	const isOurs =
		(last?.what === 'write' && sameSeen(base, [last.id])) || (last?.what === 'add' && sameSeen(base, [last.id]));
	if (last && isOurs && !last.isTried) {
		return { queue: queue.map((operation) => (operation === last ? ({ ...last, text } as Queued) : operation)), base };
	}
	return { queue: [...queue, { id, noteId, what: 'write', text, over: base }], base: [id] };
}

function sameSeen(a: readonly Seen[], b: readonly Seen[]): boolean {
	return a.length === b.length && a.every((seen, index) => seen === b[index]);
}

/** Changes kind, side, dots … of a line, inside its own first operation when that has not left yet. */
export function queueSet(queue: readonly Queued[], noteId: string, change: Partial<Particulars>, id: string): Queued[] {
	const last = lastOf(queue, noteId);
	if (last && !last.isTried && (last.what === 'set' || last.what === 'add')) {
		return queue.map((operation) => (operation === last ? ({ ...last, ...change } as Queued) : operation));
	}
	return [...queue, { id, noteId, what: 'set', ...change }];
}

/** The operations of the next journey, and the queue in which they are marked as tried. */
export function takeBatch(queue: readonly Queued[]): { batch: Operation[]; queue: Queued[] } {
	const marked = queue.map((operation, index) =>
		index < BATCH ? { ...operation, isTried: true as const } : operation
	);
	return { batch: marked.slice(0, BATCH).map(({ isTried: _, ...operation }) => operation as Operation), queue: marked };
}

/** Takes what has arrived off the queue; what was typed over it now names the revision it became. */
export function acknowledge(queue: readonly Queued[], made: ReadonlyMap<string, number>): Queued[] {
	const name = (seen: Seen) => (typeof seen === 'string' ? (made.get(seen) ?? seen) : seen);
	return queue
		.filter((operation) => !made.has(operation.id))
		.map((operation) => ('over' in operation ? { ...operation, over: operation.over.map(name) } : operation));
}
