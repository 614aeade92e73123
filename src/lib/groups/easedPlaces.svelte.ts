import { untrack } from 'svelte';
import type { Place } from './board.ts';
import { stepTowards } from './ease.ts';

/** People who change their group within one frame. */
const MOST = 5;

/** The places as the board shows them: they follow those of the draft or of the run at work, a few people each frame. */
export class EasedPlaces {
	#target: () => Place[];
	/** What is shown on the way; undefined = the target itself. */
	#way = $state.raw<Place[]>();
	#shown: Place[] | undefined;
	#frame = 0;

	/** Must be made while a component is set up. */
	constructor(target: () => Place[]) {
		this.#target = target;
		$effect.pre(() => {
			const next = this.#target();
			untrack(() => {
				// Whoever is on the way goes on to the new places with the next frame.
				if (this.#way === undefined) this.#follow(next);
			});
		});
		$effect(() => () => cancelAnimationFrame(this.#frame));
	}

	get shown(): Place[] {
		return this.#way ?? this.#target();
	}

	/** True while not everybody sits where she shall be shown. */
	get isMoving(): boolean {
		return this.#way !== undefined;
	}

	#follow(target: Place[]): void {
		cancelAnimationFrame(this.#frame);
		// The first board is drawn at once, as the server has drawn it.
		const step = this.#shown === undefined ? target : stepTowards(this.#shown, target, MOST);
		this.#shown = step;
		this.#way = step === target ? undefined : step;
		if (step !== target) this.#frame = requestAnimationFrame(() => this.#follow(this.#target()));
	}
}
