import type { Operation } from './findingMerge.ts';
import type { Queued } from './findingQueue.ts';

/** The part of a browser's storage that is needed here. */
export interface Shelf {
	readonly length: number;
	key(index: number): string | null;
	getItem(key: string): string | null;
	setItem(key: string, value: string): void;
	removeItem(key: string): void;
}
interface Kept {
	queue: Queued[];
	/** What the server could not take; shown until somebody has copied it. */
	leftOver: Operation[];
	/** When the page that wrote this was alive last; 0 once it is closed. */
	aliveAt: number;
}

/** A page that has said nothing for so long is gone. */
const ALIVE_MS = 90_000;
const FRONT = 'tafelrunde.notes';

/** Keeps the queue of one open page in the browser. Each page has a shelf of its own, so that two never mix theirs. */
export class FindingKeep {
	readonly #shelf: Shelf;
	readonly #front: string;
	readonly #own: string;

	constructor(shelf: Shelf, workshopId: string, hand: string) {
		this.#shelf = shelf;
		this.#front = `${FRONT}.${workshopId}.`;
		this.#own = this.#front + hand;
	}

	/** False when the browser could not keep it: then the page must not be closed. */
	write(queue: readonly Queued[], leftOver: readonly Operation[], aliveAt: number): boolean {
		try {
			if (queue.length === 0 && leftOver.length === 0) this.#shelf.removeItem(this.#own);
			else this.#shelf.setItem(this.#own, JSON.stringify({ queue, leftOver, aliveAt }));
			return true;
		} catch {
			return false;
		}
	}

	/** True while nobody has taken over what this page had kept. */
	isOwn(): boolean {
		return this.#shelf.getItem(this.#own) !== null;
	}

	/** Takes over what closed pages of the same workshop have left; it may have been sent already. */
	takeOver(now: number): Pick<Kept, 'queue' | 'leftOver'> {
		const queue: Queued[] = [];
		const leftOver: Operation[] = [];
		const keys = Array.from({ length: this.#shelf.length }, (_, index) => this.#shelf.key(index) ?? '');
		for (const key of keys.filter((name) => name.startsWith(this.#front) && name !== this.#own)) {
			const kept = readKept(this.#shelf.getItem(key));
			if (!kept || now - kept.aliveAt < ALIVE_MS) continue;
			queue.push(...kept.queue.map((operation) => ({ ...operation, isTried: true as const })));
			leftOver.push(...kept.leftOver);
			this.#shelf.removeItem(key);
		}
		return { queue, leftOver };
	}
}

function readKept(text: string | null): Kept | undefined {
	try {
		const kept = JSON.parse(text ?? '') as Kept;
		return Array.isArray(kept.queue) && Array.isArray(kept.leftOver) ? kept : undefined;
	} catch {
		return undefined;
	}
}
