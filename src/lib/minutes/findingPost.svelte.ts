import type { Note } from './finding.ts';
import type { FindingDesk } from './findingDesk.svelte.ts';
import { madeWith } from './findingLine.ts';
import { acknowledge, takeBatch } from './findingQueue.ts';

/** Notes as the server tells them. */
export interface Heard {
	version: number;
	notes: Note[];
}
interface Answer extends Heard {
	made: Record<string, number>;
	refused: string[];
}

/** How things stand between the page and the server. */
export type PostState = 'saved' | 'saving' | 'offline' | 'closed' | 'signed_out';

const SEND_MS = 600;
const LISTEN_MS = 3000;
const PATIENCE_MS = 15_000;

/** Carries the queue of a page to the server and brings back what others have written. */
export class FindingPost {
	/** The last attempt failed: no connection, or the server does not answer. */
	isCut = $state(false);
	/** Why nothing can be sent any more: the link is void, or nobody is logged in. */
	door = $state<'closed' | 'signed_out'>();
	readonly #desk: FindingDesk;
	readonly #address: string;
	#version = -1;
	#isBusy = false;
	#timer: ReturnType<typeof setTimeout> | undefined;

	readonly state = $derived.by((): PostState => {
		if (this.door) return this.door;
		if (this.isCut) return 'offline';
		return this.#desk.queue.length > 0 ? 'saving' : 'saved';
	});

	constructor(desk: FindingDesk, address: string) {
		this.#desk = desk;
		this.#address = address;
	}

	open(): () => void {
		const atOnce = () => void this.#turn();
		const seen = () => document.visibilityState === 'visible' && atOnce();
		addEventListener('online', atOnce);
		addEventListener('offline', atOnce);
		document.addEventListener('visibilitychange', seen);
		atOnce();
		return () => {
			removeEventListener('online', atOnce);
			removeEventListener('offline', atOnce);
			document.removeEventListener('visibilitychange', seen);
			clearTimeout(this.#timer);
		};
	}

	/** Something is in the queue: it goes as soon as the fingers rest for a moment. */
	soon(): void {
		this.#wait(SEND_MS);
	}

	#wait(ms: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#turn(), ms);
	}

	async #turn(): Promise<void> {
		if (this.#isBusy) return;
		this.#isBusy = true;
		try {
			if (this.#desk.queue.length > 0) await this.#send();
			else if (document.visibilityState === 'visible') await this.#listen();
		} catch {
			this.isCut = true;
		}
		this.#isBusy = false;
		this.#desk.keep();
		this.#desk.takeOver();
		this.#wait(this.#desk.queue.length > 0 && !this.isCut && !this.door ? SEND_MS : LISTEN_MS);
	}

	async #send(): Promise<void> {
		const { batch, queue } = takeBatch(this.#desk.queue);
		this.#desk.queue = queue;
		this.#desk.keep();
		const response = await this.#ask('', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ hand: this.#desk.hand, name: this.#desk.name, operations: batch })
		});
		if (response.status === 400 || response.status === 413) return this.#giveBack(batch.map(({ id }) => id));
		if (!this.#isOpen(response)) return;
		const answer = (await response.json()) as Answer;
		this.#desk.made = madeWith(this.#desk.made, answer.made);
		this.#desk.queue = acknowledge(this.#desk.queue, this.#desk.made);
		this.#giveBack(answer.refused);
		this.#take(answer);
	}

	async #listen(): Promise<void> {
		const response = await this.#ask(`?since=${this.#version}`, {});
		if (!this.#isOpen(response) || response.status === 204) return;
		this.#take((await response.json()) as Heard);
	}

	#ask(query: string, init: RequestInit): Promise<Response> {
		return fetch(this.#address + query, { ...init, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
	}

	/** False when the answer is none: what is queued stays, and is tried again. */
	#isOpen(response: Response): boolean {
		const isSignedOut = response.status === 401 || response.type === 'opaqueredirect';
		this.door = response.status === 404 ? 'closed' : isSignedOut ? 'signed_out' : undefined;
		this.isCut = !this.door && !response.ok;
		return response.ok;
	}

	/** Notes that came along with the page itself; older ones than those heard already say nothing new. */
	hearFresh(heard: Heard): void {
		if (heard.version > this.#version) this.#take(heard);
	}

	#take(heard: Heard): void {
		this.#version = heard.version;
		this.#desk.hear(heard);
	}

	/** What cannot be saved is shown for copying instead of being tried for ever. */
	#giveBack(ids: readonly string[]): void {
		if (ids.length === 0) return;
		const desk = this.#desk;
		const back = desk.queue.filter((operation) => ids.includes(operation.id));
		desk.leftOver = [...desk.leftOver, ...back.filter((operation) => 'text' in operation)];
		desk.queue = desk.queue.filter((operation) => !ids.includes(operation.id));
	}
}
