import { energy, type Weights } from './goal.ts';
import type { State } from './state.ts';

/** A chain of moves made one after the other that can be taken back as a whole. */
export class Trial {
	readonly #state: State;
	readonly #weights: Weights;
	readonly #steps: { unit: number; from: number }[] = [];
	/** Rise of the energy so far. */
	energy = 0;

	constructor(state: State, weights: Weights) {
		this.#state = state;
		this.#weights = weights;
	}

	/** Moves a unit; does nothing if it is there already. */
	move(unit: number, to: number): void {
		const from = this.#state.place[unit]!;
		if (from === to) return;
		this.energy += energy(this.#state.priceShift(unit, to), this.#weights);
		this.#state.shift(unit, to);
		this.#steps.push({ unit, from });
	}

	/** Keeps the chain if the energy rises by `limit` at most, else takes it back. True if kept. */
	settle(limit: number): boolean {
		if (this.energy <= limit) return true;
		for (const { unit, from } of this.#steps.reverse()) {
			this.#state.priceShift(unit, from);
			this.#state.shift(unit, from);
		}
		return false;
	}
}
