import { tick } from 'svelte';
import { m } from '#lib/paraglide/messages.js';
import type { Board, BoardPerson } from './board.ts';
import { labelsOf } from './boardLabels.ts';
import { groupOfPerson, isWalk, nextGroup, rowsOf, walk } from './boardWalk.ts';
import { previewWords } from './priceWords.ts';

/** What the hand needs from the page. */
export interface HandTask {
	board: () => Board;
	/** Makes the board ready for a hand; false while nobody may be lifted. */
	settle: () => boolean;
	select: (id: string) => void;
	move: (id: string, workshopId: string) => void;
	/** A group is about to take the focus: on a narrow screen it has to be the one that is shown. */
	show: (workshopId: string | null) => void;
}

/** What the hand on the board does: where the focus is, who is lifted and over which group; keyboard and mouse alike. */
export class BoardHand {
	focusId = $state<string | null>(null);
	liftedId = $state<string | null>(null);
	overId = $state<string | null>(null);
	/** What was announced last, and how often. */
	spoken = $state('');
	turn = $state(0);
	#task: HandTask;

	constructor(task: HandTask) {
		this.#task = task;
	}

	/** Reads a sentence aloud. */
	say(text: string): void {
		this.spoken = text;
		this.turn += 1;
	}

	#person(id: string | null): BoardPerson | undefined {
		return this.#task.board().data.people.find((person) => person.id === id);
	}

	#name(person: BoardPerson): string {
		return `${person.firstName} ${person.lastName}`;
	}

	lift(id: string): void {
		const person = this.#person(id);
		if (!person) return;
		if (!this.#task.settle()) return this.say(m.groups_live_rest());
		const board = this.#task.board();
		this.liftedId = id;
		this.overId = groupOfPerson(board, person);
		this.say(m.groups_say_lifted({ name: this.#name(person), group: labelsOf(board.data).group(this.overId ?? '') }));
	}

	/** Holds the lifted person over a group; says what the group would become and the price. */
	hover(workshopId: string): void {
		const person = this.#person(this.liftedId);
		if (!person || this.overId === workshopId) return;
		const board = this.#task.board();
		this.overId = workshopId;
		const isHome = groupOfPerson(board, person) === workshopId;
		const group = labelsOf(board.data).group(workshopId);
		this.say(isHome ? m.groups_say_home({ group }) : previewWords(board, person, workshopId).spoken);
	}

	setDown(): void {
		const person = this.#person(this.liftedId);
		const over = this.overId;
		this.liftedId = null;
		this.overId = null;
		if (!person || over === null || groupOfPerson(this.#task.board(), person) === over) return;
		this.#task.move(person.id, over);
		void this.focus(person.id);
	}

	/** Puts the lifted person back; nothing has changed. */
	putBack(): void {
		const person = this.#person(this.liftedId);
		this.liftedId = null;
		this.overId = null;
		if (!person) return;
		const board = this.#task.board();
		const group = labelsOf(board.data).group(groupOfPerson(board, person) ?? '');
		this.say(m.groups_say_put_back({ name: this.#name(person), group }));
	}

	/** Moves the focus to somebody's row, wherever it is now. */
	async focus(id: string): Promise<void> {
		this.focusId = id;
		const person = this.#person(id);
		if (person) this.#task.show(groupOfPerson(this.#task.board(), person));
		await tick();
		document.getElementById(`seat-${id}`)?.focus();
	}

	/** A key on somebody's row. */
	key(event: KeyboardEvent, id: string): void {
		if (event.altKey || event.ctrlKey || event.metaKey) return;
		const board = this.#task.board();
		if (event.key === ' ') {
			if (this.liftedId) this.setDown();
			else this.lift(id);
		} else if (event.key === 'Escape' && this.liftedId) {
			this.putBack();
		} else if (event.key === 'Enter') {
			if (this.liftedId) this.setDown();
			else this.#task.select(id);
		} else if (this.liftedId && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
			const next = nextGroup(board, this.overId, event.key);
			if (next) this.hover(next);
		} else if (this.liftedId && isWalk(event.key)) {
			// While somebody is lifted the rows stand still.
		} else if (isWalk(event.key)) {
			void this.focus(walk(rowsOf(board), id, event.key));
		} else return;
		event.preventDefault();
	}
}
