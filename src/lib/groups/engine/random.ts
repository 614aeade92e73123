/** Chance that can be repeated: everything follows from a seed, nothing from the machine. */

/** 32-bit hash of a text under a seed (FNV-1a with a final mix). */
export function hashText(text: string, seed: number): number {
	let h = (0x811c9dc5 ^ seed) >>> 0;
	for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
	h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
	h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
	return (h ^ (h >>> 16)) >>> 0;
}

/** Orders ids by lot: by seeded hash, then by id. The order they come in does not matter. */
export function byLot<T>(items: readonly T[], idOf: (item: T) => string, seed: number): T[] {
	return items
		.map((item) => ({ item, id: idOf(item), lot: hashText(idOf(item), seed) }))
		.sort((a, b) => a.lot - b.lot || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
		.map((entry) => entry.item);
}

/** sfc32: small, fast, integer only, hence the same on every machine. */
export class Random {
	#a: number;
	#b: number;
	#c: number;
	#d = 1;

	constructor(seed: number, stream: number) {
		this.#a = hashText('a', seed) | 0;
		this.#b = hashText('b', stream) | 0;
		this.#c = (seed ^ Math.imul(stream + 1, 0x9e3779b9)) | 0;
		for (let i = 0; i < 15; i++) this.next();
	}

	/** An integer in 0 … 2³² − 1. */
	next(): number {
		const t = (((this.#a + this.#b) | 0) + this.#d) | 0;
		this.#d = (this.#d + 1) | 0;
		this.#a = this.#b ^ (this.#b >>> 9);
		this.#b = (this.#c + (this.#c << 3)) | 0;
		this.#c = ((this.#c << 21) | (this.#c >>> 11)) + t;
		this.#c |= 0;
		return t >>> 0;
	}

	/** An integer in 0 … n − 1. */
	below(n: number): number {
		return Math.floor((this.next() / 4294967296) * n);
	}
}
