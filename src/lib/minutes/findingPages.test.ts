import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Note, openWordings } from './finding.ts';
import { applyAll, applyOperation, type Operation, type Seen } from './findingMerge.ts';
import { acknowledge, type Queued, queueSet, queueText, takeBatch } from './findingQueue.ts';

const PLAIN = {
	...{ kind: 'works' as const, side: 'all' as const, question: null, position: 1, isDissent: 0 as const },
	...{ dots: 0, standardId: null }
};
const act = (hand: string | null, made = new Map<string, number>()) => ({ at: 'now', byName: hand ?? '', hand, made });
const open = (note: Note) => openWordings(note).map(({ text }) => text);

/** What the server holds: notes, and what each operation made. */
interface Server {
	notes: Map<string, Note>;
	made: Map<string, number>;
}

function serve(server: Server, batch: readonly Operation[], hand: string): Map<string, number> {
	for (const operation of batch) {
		if (server.made.has(operation.id)) continue;
		const outcome = applyOperation(server.notes.get(operation.noteId), operation, act(hand, server.made));
		if (!outcome) throw new Error(`no note ${operation.noteId}`);
		server.notes.set(operation.noteId, outcome.note);
		server.made.set(operation.id, outcome.revision);
	}
	return new Map(batch.map(({ id }) => [id, server.made.get(id) ?? 0]));
}

/** An open page: what it last heard, its queue, and what the typing in a line is based on. */
class Page {
	seen = new Map<string, Note>();
	queue: Queued[] = [];
	bases = new Map<string, Seen[]>();
	readonly hand: string;
	constructor(hand: string) {
		this.hand = hand;
	}
	shown(): Map<string, Note> {
		return applyAll(this.seen, this.queue, act(this.hand));
	}
	lineAt(index: number): Note | undefined {
		const lines = [...this.shown().values()].filter((note) => !note.isRemoved);
		return lines.length === 0 ? undefined : lines[index % lines.length];
	}
	baseOf(note: Note): Seen[] {
		const pending = this.queue.findLast((o) => o.noteId === note.id && (o.what === 'add' || o.what === 'write'));
		return this.bases.get(note.id) ?? (pending ? [pending.id] : [note.head]);
	}
}

type Move =
	| { do: 'line'; page: number }
	| { do: 'type'; page: number; line: number }
	| { do: 'leave'; page: number; line: number }
	| { do: 'settle'; page: number; line: number }
	| { do: 'set'; page: number; line: number }
	| { do: 'remove'; page: number; line: number }
	| { do: 'send'; page: number; luck: 'arrives' | 'request lost' | 'answer lost' };

const page = fc.nat({ max: 1 });
const line = fc.nat({ max: 5 });
const move: fc.Arbitrary<Move> = fc.oneof(
	fc.record({ do: fc.constant('line' as const), page }),
	{ weight: 4, arbitrary: fc.record({ do: fc.constant('type' as const), page, line }) },
	fc.record({ do: fc.constant('leave' as const), page, line }),
	fc.record({ do: fc.constant('settle' as const), page, line }),
	fc.record({ do: fc.constant('set' as const), page, line }),
	fc.record({ do: fc.constant('remove' as const), page, line }),
	{
		weight: 3,
		arbitrary: fc.record({
			do: fc.constant('send' as const),
			page,
			luck: fc.constantFrom('arrives' as const, 'request lost' as const, 'answer lost' as const)
		})
	}
);

const moves = fc.array(move, { maxLength: 60, size: 'max' });

/** Lets two pages work; gives the server's end and every text with the operations that were typed knowingly over it. */
function play(moves: readonly Move[]) {
	const server: Server = { notes: new Map(), made: new Map() };
	const pages = [new Page('a'), new Page('b')];
	let count = 0;
	/** text → its line, while it is meant to stand. */
	const standing = new Map<string, string>();
	const authors = new Map<string, string>();
	const dropped = new Set<string>();
	/** text → its line, once somebody else has replaced it. */
	const history = new Map<string, string>();
	const drop = (noteId: string, texts: Iterable<string>, by: string) => {
		for (const text of texts) {
			standing.delete(text);
			// The own half sentence goes, also when the other has typed over it at the same time.
			if (authors.get(text) === by) history.delete(text);
			else if (!dropped.has(text)) history.set(text, noteId);
			dropped.add(text);
		}
	};
	/** Texts of the wordings named, as this page sees them. */
	const textsOf = (who: Page, note: Note, base: readonly Seen[]) => {
		const own = new Set(base.filter((seen) => typeof seen === 'string'));
		const queued = who.queue.filter((o) => own.has(o.id)).map((o) => ('text' in o ? o.text : ''));
		const numbers = base.map((seen) => (typeof seen === 'string' ? server.made.get(seen) : seen));
		const heard = who.seen.get(note.id)?.wordings.filter((w) => numbers.includes(w.revision)) ?? [];
		const known =
			server.notes.get(note.id)?.wordings.filter((w) => base.some((s) => server.made.get(String(s)) === w.revision)) ??
			[];
		return [...queued, ...[...heard, ...known].map(({ text }) => text)];
	};
	const send = (who: Page, luck: 'arrives' | 'request lost' | 'answer lost') => {
		const { batch, queue } = takeBatch(who.queue);
		who.queue = queue;
		if (luck === 'request lost') return;
		const made = serve(server, batch, who.hand);
		if (luck === 'answer lost') return;
		who.queue = acknowledge(who.queue, made);
		who.seen = new Map(server.notes);
	};
	for (const step of moves) {
		const who = pages[step.page] as Page;
		if (step.do === 'send') {
			send(who, step.luck);
			continue;
		}
		const id = `o${(count += 1)}`;
		const text = `Text ${count}`;
		authors.set(text, who.hand);
		if (step.do === 'line') {
			who.queue = [...who.queue, { id, noteId: `n${id}`, what: 'add', ...PLAIN, position: count, text }];
			who.bases.set(`n${id}`, [id]);
			standing.set(text, `n${id}`);
		} else {
			const note = who.lineAt(step.line);
			if (!note) continue;
			const base = who.baseOf(note);
			if (step.do === 'leave') who.bases.delete(note.id);
			if (step.do === 'set') who.queue = queueSet(who.queue, note.id, { dots: count }, id);
			if (step.do === 'type') {
				drop(note.id, textsOf(who, note, base), who.hand);
				const next = queueText(who.queue, note.id, text, base, id);
				who.queue = next.queue;
				who.bases.set(note.id, next.base);
				standing.set(text, note.id);
			}
			// Settling and removing are offered only for what has arrived.
			const heard = who.seen.get(note.id);
			if (!heard || who.queue.some((operation) => operation.noteId === note.id)) continue;
			const over = openWordings(heard).map(({ revision }) => revision);
			if (step.do !== 'settle' && step.do !== 'remove') continue;
			const by = step.do === 'settle' && over.length === 1 ? who.hand : 'nobody';
			for (const wording of openWordings(heard)) drop(note.id, [wording.text], by);
			who.bases.delete(note.id);
			if (step.do === 'remove') who.queue = [...who.queue, { id, noteId: note.id, what: 'remove', over }];
			else {
				who.queue = [...who.queue, { id, noteId: note.id, what: 'write', text, over }];
				standing.set(text, note.id);
			}
		}
	}
	for (const who of pages) while (who.queue.length > 0) send(who, 'arrives');
	for (const who of pages) send(who, 'arrives');
	return { server, pages, standing, history };
}

describe('two open pages, with and without a connection', () => {
	it('lose no text: what nobody has knowingly replaced stands at the end', () => {
		fc.assert(
			fc.property(moves, (list) => {
				const { server, standing } = play(list);
				for (const [text, noteId] of standing) {
					const note = server.notes.get(noteId);
					expect(note && !note.isRemoved && open(note).includes(text), text).toBe(true);
				}
			}),
			{ numRuns: 1500 }
		);
	});

	it('meet in the same line often enough for this to say something', () => {
		const apart = fc
			.sample(moves, 300)
			.filter((list) => [...play(list).server.notes.values()].some((n) => open(n).length > 1));
		expect(apart.length).toBeGreaterThan(30);
	});

	it('keep in the history what one has replaced of the other', () => {
		fc.assert(
			fc.property(moves, (list) => {
				const { server, history } = play(list);
				for (const [text, noteId] of history)
					expect(
						server.notes.get(noteId)?.wordings.some((w) => w.text === text),
						text
					).toBe(true);
			}),
			{ numRuns: 1500 }
		);
	});

	it('see the same in the end, and the first wording is an open one', () => {
		fc.assert(
			fc.property(moves, (list) => {
				const { server, pages } = play(list);
				for (const who of pages) expect([...who.shown().entries()]).toEqual([...server.notes.entries()]);
				for (const note of server.notes.values())
					expect(note.wordings.some((w) => w.revision === note.head && w.settledAt === null)).toBe(true);
			}),
			{ numRuns: 700 }
		);
	});

	it('change nothing when everything is sent twice', () => {
		fc.assert(
			fc.property(moves, (list) => {
				const once = play(list.map((step) => (step.do === 'send' ? { ...step, luck: 'arrives' as const } : step)));
				const twice = play(
					list.flatMap((step): Move[] =>
						step.do === 'send'
							? [
									{ ...step, luck: 'answer lost' },
									{ ...step, luck: 'arrives' }
								]
							: [step]
					)
				);
				expect([...twice.server.notes.entries()]).toEqual([...once.server.notes.entries()]);
			}),
			{ numRuns: 500 }
		);
	});
});
