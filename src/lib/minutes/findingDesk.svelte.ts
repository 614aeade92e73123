import { m } from '#lib/paraglide/messages.js';
import { byPosition, type FindingKind, type FindingSide, isHeadNote, type Note, textOf } from './finding.ts';
import { FindingKeep } from './findingKeep.ts';
import { baseOf, browserId, madeWith, notesById, seenOf, textsOf } from './findingLine.ts';
import { applyAll, type Operation, type Particulars, type Seen } from './findingMerge.ts';
import { type Queued, queueSet, queueText } from './findingQueue.ts';
import { FindingPost, type Heard } from './findingPost.svelte.ts';

const NOTHING_MADE: ReadonlyMap<string, number> = madeWith([], {});

interface Typing {
	noteId: string;
	text: string;
	/** What stood in the line before. */
	before: string;
	base: Seen[];
	/** A new line, not shown in the list until it is finished. */
	isNew: boolean;
}

/** The open capture page of one workshop: what was heard, what is on its way, and the line in which somebody types. */
export class FindingDesk {
	/** A script is at work; before that, and without one, the page is plain forms. */
	isLive = $state(false);
	heard = $state.raw(notesById([]));
	queue = $state.raw<Queued[]>([]);
	/** What the server would not take; shown for copying. */
	leftOver = $state.raw<Operation[]>([]);
	typing = $state.raw<Typing>();
	/** The line that was removed last, for taking it back. */
	removedId = $state<string>();
	isKept = $state(true);
	said = $state('');
	saidTurn = $state(0);
	name = $state('');
	made = NOTHING_MADE;
	readonly post: FindingPost;
	hand = $state('');
	#keep: FindingKeep | undefined;

	/** All notes as they will be once everything has arrived. */
	readonly notes = $derived(
		applyAll(this.heard, this.queue, { at: '', byName: this.name, hand: this.hand, made: this.made })
	);
	/** Lines in the order of the board, without removed ones and the one just being made. */
	readonly lines = $derived(
		[...this.notes.values()]
			.filter(
				(note) => !isHeadNote(note.id) && !note.isRemoved && !(this.typing?.isNew && this.typing.noteId === note.id)
			)
			.sort(byPosition)
	);
	readonly removed = $derived([...this.notes.values()].filter((note) => note.isRemoved).sort(byPosition));
	readonly leftTexts = $derived(textsOf(this.leftOver));

	constructor(snapshot: Heard, address: string) {
		this.hear(snapshot);
		this.post = new FindingPost(this, address);
	}

	/** Begins to save as typed. Call it once the page is in the browser. @returns how to end it */
	open(workshopId: string): () => void {
		this.hand = browserId();
		this.#keep = new FindingKeep(localStorage, workshopId, this.hand);
		this.name = localStorage.getItem('tafelrunde.notes.name') ?? '';
		this.isLive = true;
		this.takeOver();
		const close = this.post.open();
		// A page that goes leaves its queue to the next one at once.
		const leave = () => this.#keep?.write(this.queue, this.leftOver, 0);
		addEventListener('pagehide', leave);
		return () => {
			removeEventListener('pagehide', leave);
			leave();
			close();
		};
	}

	hear({ notes }: Pick<Heard, 'notes'>): void {
		this.heard = notesById(notes);
	}

	/** Keeps the queue in the browser; also says that this page is still alive. */
	keep(): void {
		this.isKept = this.#keep?.write(this.queue, this.leftOver, Date.now()) ?? true;
	}

	takeOver(): void {
		const left = this.#keep?.takeOver(Date.now());
		if (!left || left.queue.length + left.leftOver.length === 0) return;
		this.queue = [...left.queue, ...this.queue];
		this.leftOver = [...left.leftOver, ...this.leftOver];
		this.#changed();
	}

	announce(sentence: string): void {
		this.said = sentence;
		this.saidTurn += 1;
	}

	sign(name: string): void {
		this.name = name;
		localStorage.setItem('tafelrunde.notes.name', name);
	}

	textIn(note: Note): string {
		return this.typing?.noteId === note.id ? this.typing.text : textOf(note);
	}

	begin(note: Note): void {
		if (this.typing?.noteId === note.id) return;
		this.finish();
		const text = textOf(note);
		this.typing = { noteId: note.id, text, before: text, base: baseOf(note, this.queue), isNew: false };
	}

	/** The first letter of a new line makes it; from then on it is typed like any other. */
	beginLine(text: string, where: { kind: FindingKind; side: FindingSide; question: number | null }): void {
		this.finish();
		const noteId = browserId();
		const id = browserId();
		const position = Math.max(0, ...[...this.notes.values()].map((note) => note.position)) + 1024;
		const own = { ...where, position, isDissent: 0 as const, dots: 0, standardId: null };
		this.#push({ id, noteId, what: 'add', ...own, text: text.trim() });
		this.typing = { noteId, text, before: '', base: [id], isNew: true };
	}

	type(text: string): void {
		const { typing } = this;
		if (!typing) return;
		this.typing = { ...typing, text };
		// An empty line is not a wording: it goes when the field is left.
		if (text.trim() === '' && !isHeadNote(typing.noteId)) return;
		this.#ownQueue();
		const next = queueText(this.queue, typing.noteId, text.trim(), typing.base, browserId());
		this.queue = next.queue;
		this.typing = { ...typing, text, base: next.base };
		this.#changed();
	}

	/** Leaves the line. One that was emptied is removed, with its text for taking it back. */
	finish(): void {
		const { typing } = this;
		if (!typing) return;
		const isEmptied = typing.text.trim() === '' && !isHeadNote(typing.noteId);
		if (isEmptied && typing.before !== '') this.type(typing.before);
		this.typing = undefined;
		if (isEmptied) this.remove(typing.noteId, typing.isNew);
	}

	set(noteId: string, change: Partial<Particulars>): void {
		this.#ownQueue();
		this.queue = queueSet(this.queue, noteId, change, browserId());
		this.#changed();
	}

	remove(noteId: string, silently = false): void {
		const over = seenOf(this.heard.get(noteId), this.queue, noteId);
		this.#push({ id: browserId(), noteId, what: 'remove', over });
		if (silently) return;
		this.removedId = noteId;
		this.announce(m.findings_removed());
	}

	restore(noteId: string): void {
		this.#push({ id: browserId(), noteId, what: 'restore' });
		this.removedId = undefined;
		this.announce(m.findings_restored());
	}

	/** One text in place of all wordings that stand side by side; `aside` become lines of their own. */
	settle(note: Note, text: string, aside: readonly string[] = []): void {
		const over = seenOf(this.heard.get(note.id), this.queue, note.id);
		const { kind, side, question, isDissent } = note;
		aside.forEach((own, index) => {
			if (kind === 'headline' || kind === 'next_step') return;
			const place = { kind, side, question, position: note.position + index + 1, isDissent, dots: 0, standardId: null };
			this.#push({ id: browserId(), noteId: browserId(), what: 'add', ...place, text: own });
		});
		this.#push({ id: browserId(), noteId: note.id, what: 'write', text: text.trim(), over });
		this.announce(m.findings_settled());
	}

	/** The texts were copied: they need not be kept any more. */
	dropLeftOver(): void {
		this.leftOver = [];
		this.#changed();
	}

	#push(operation: Operation): void {
		this.#ownQueue();
		this.queue = [...this.queue, operation];
		this.#changed();
	}

	/** Another page has taken this one's queue over while it slept: what is in it may have been sent, and is not changed. */
	#ownQueue(): void {
		if (this.queue.length === 0 || !this.isKept || this.#keep?.isOwn() !== false) return;
		this.queue = this.queue.map((operation) => ({ ...operation, isTried: true as const }));
	}

	#changed(): void {
		this.keep();
		this.post.soon();
	}
}
