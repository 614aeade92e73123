import { drawLimit, STEP } from './anneal.ts';
import type { Random } from './random.ts';

/** Steady temperature of the walk, in meetings of one pair of seats per turn: high enough to leave a dead end. */
const WARMTH = 0.28;

/**
 * Many rounds from one: the seats stand in rings of `turn` seats, those left over stand still. From round to round
 * everybody moves on by one seat of her ring, while the groups stay where they are. Two people then meet as often as their
 * difference (their rings, and how many seats one is ahead of the other) occurs in the groups of this one pattern. So a
 * pattern in which every difference occurs once at most gives rounds in which nobody meets twice. It is sought by a walk
 * that exchanges seats, a task smaller by the number of rounds than seating all of them. (The method of differences,
 * Bose 1939; such patterns begin tournaments and the walks of Kirkman's schoolgirls.)
 */
export class Turning {
	readonly turn: number;
	/** Group of each seat in the best pattern so far, and how often two people meet again while it is turned once around. */
	readonly best: { groupOf: Int32Array; repeats: number };
	readonly #seats: number;
	readonly #rings: number;
	readonly #random: Random;
	/** Kind of each two seats, by seat × seats + seat: one difference, one kind. */
	readonly #kind: Int32Array;
	/** Of each kind: how many pairs of people it stands for, and how often it occurs in the pattern. */
	readonly #pairs: number[] = [];
	readonly #count: Int32Array;
	readonly #groups: number[][];
	readonly #groupOf: Int32Array;
	#repeats = 0;

	constructor(seats: number, groups: number, turn: number, random: Random) {
		this.turn = turn;
		this.#seats = seats;
		this.#rings = Math.floor(seats / turn);
		this.#random = random;
		this.#kind = this.#sortPairs();
		this.#count = new Int32Array(this.#pairs.length);
		this.#groupOf = new Int32Array(seats);
		this.#groups = Array.from({ length: groups }, () => []);
		this.#dealByLot();
		this.best = { groupOf: this.#groupOf.slice(), repeats: this.#repeats };
	}

	/** The seat from which one comes to this one in so many rounds. */
	seatBefore(seat: number, rounds: number): number {
		if (seat >= this.#rings * this.turn) return seat;
		const at = seat % this.turn;
		return seat - at + ((at + this.turn - (rounds % this.turn)) % this.turn);
	}

	/**
	 * Goes on with the walk, until a pattern without repeats at most.
	 * @param steps exchanges to try at most
	 * @param stop asked every `STEP` exchanges; true ends the walk
	 * @returns exchanges tried
	 */
	walk(steps: number, stop: (done: number) => boolean): number {
		let done = 0;
		while (done < steps && this.best.repeats > 0) {
			const end = Math.min(steps, done + STEP);
			for (; done < end && this.best.repeats > 0; done++) this.#tryExchange();
			if (stop(done)) break;
		}
		return done;
	}

	#sortPairs(): Int32Array {
		const seats = this.#seats;
		const kind = new Int32Array(seats ** 2).fill(-1);
		for (let a = 0; a < seats; a++)
			for (let b = 0; b < a; b++) {
				if (kind[a * seats + b]! >= 0) continue;
				let pairs = 0;
				for (let rounds = 0; rounds < this.turn; rounds++) {
					const [c, d] = [this.seatBefore(a, rounds), this.seatBefore(b, rounds)];
					if (kind[c * seats + d]! >= 0) break;
					kind[c * seats + d] = kind[d * seats + c] = this.#pairs.length;
					pairs++;
				}
				this.#pairs.push(pairs);
			}
		return kind;
	}

	#dealByLot(): void {
		const lot = Array.from({ length: this.#seats }, (_, seat) => seat);
		for (let i = lot.length - 1; i >= 0; i--) {
			const j = this.#random.below(i + 1);
			[lot[i], lot[j]] = [lot[j]!, lot[i]!];
			const group = this.#groups[i % this.#groups.length]!;
			this.#repeats += this.#note(lot[i]!, group, 1);
			this.#groupOf[lot[i]!] = i % this.#groups.length;
			group.push(lot[i]!);
		}
	}

	/** Notes a seat's pairs with the others of a group, but for one seat, in (1) or out (−1); how the repeats change. */
	#note(seat: number, group: readonly number[], by: 1 | -1, but = seat): number {
		let change = 0;
		for (const other of group) {
			if (other === but || other === seat) continue;
			const kind = this.#kind[seat * this.#seats + other]!;
			change -= this.#repeatsOf(kind);
			this.#count[kind]! += by;
			change += this.#repeatsOf(kind);
		}
		return change;
	}

	/** In a whole turn each occurrence in the pattern is a meeting per round; the first one of each pair is none again. */
	#repeatsOf(kind: number): number {
		return Math.max(0, this.#count[kind]! * this.turn - this.#pairs[kind]!);
	}

	#tryExchange(): void {
		const limit = drawLimit(this.#random, WARMTH * this.turn);
		const a = this.#random.below(this.#seats);
		const b = this.#random.below(this.#seats);
		const [home, there] = [this.#groupOf[a]!, this.#groupOf[b]!];
		if (home === there) return;
		const [mine, theirs] = [this.#groups[home]!, this.#groups[there]!];
		const change =
			this.#note(a, mine, -1) + this.#note(b, theirs, -1) + this.#note(a, theirs, 1, b) + this.#note(b, mine, 1, a);
		if (change > limit) {
			this.#note(a, theirs, -1, b);
			this.#note(b, mine, -1, a);
			this.#note(a, mine, 1);
			this.#note(b, theirs, 1);
			return;
		}
		mine[mine.indexOf(a)] = b;
		theirs[theirs.indexOf(b)] = a;
		this.#groupOf[a] = there;
		this.#groupOf[b] = home;
		this.#repeats += change;
		if (this.#repeats >= this.best.repeats) return;
		this.best.repeats = this.#repeats;
		this.best.groupOf.set(this.#groupOf);
	}
}
