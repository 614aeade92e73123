import { untrack } from 'svelte';
import type { Place } from './board.ts';
import { stepTowards } from './ease.ts';

/** People who change their group in one step: at least, and at most where the browser keeps up. */
const LEAST = 5;
const MOST = 60;
/** Milliseconds from a step to the frame after it: below the first the browser is at ease, above the second it is not. */
const [EASY_MS, HARD_MS] = [25, 45];

/** The places as the board shows them: they follow those of the draft or of the run at work, a few people at a time. */
export class EasedPlaces {
	#target: () => Place[];
	/** What is shown on the way; undefined = the target itself. */
	#way = $state.raw<Place[]>();
	#shown: Place[] | undefined;
	#frame = 0;
	#most = LEAST;

	/** Must be made while a component is set up. */
	constructor(target: () => Place[]) {
		this.#target = target;
		$effect.pre(() => {
			const next = this.#target();
			untrack(() => {
				// Whoever is on the way goes on to the new places with the next step.
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

	/** Everybody sits at once where she shall be shown: nobody who wants to move somebody waits for the way. */
	settle(): void {
		cancelAnimationFrame(this.#frame);
		this.#shown = this.#target();
		this.#way = undefined;
	}

	/** More people may move as long as the frame after a step comes quickly, fewer when it does not. */
	#setPace(tookMs: number): void {
		if (tookMs < EASY_MS) this.#most = Math.min(MOST, this.#most * 2);
		else if (tookMs > HARD_MS) this.#most = LEAST;
	}

	#follow(target: Place[]): void {
		cancelAnimationFrame(this.#frame);
		// The first board is drawn at once, as the server has drawn it.
		const step = this.#shown ? stepTowards(this.#shown, target, this.#most) : target;
		this.#shown = step;
		this.#way = step === target ? undefined : step;
		if (step === target) return;
		const steppedAt = performance.now();
		// One frame draws the step, the next one is left to the browser and to whoever clicks.
		this.#frame = requestAnimationFrame(() => {
			this.#setPace(performance.now() - steppedAt);
			this.#frame = requestAnimationFrame(() => this.#follow(this.#target()));
		});
	}
}
