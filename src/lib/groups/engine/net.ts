/** A class of parallel lines in a square of k × k cells: the line (0 … k−1) through the cell (i, d). */
export type ParallelClass = (i: number, d: number) => number;

/**
 * Parallel classes of a square of k × k cells, of which any two lines of different classes meet in exactly one cell: a
 * net, the same as orthogonal Latin squares of order k with rows and columns. Sloped classes come first, the first of
 * them is `i`; the last class is `d`.
 * Prime powers give k + 1 classes (lines over a finite field), other k the smallest prime power in k, plus one
 * (MacNeish 1922), and k = 3m + 1 at least four where m has them (Bose, Shrikhande and Parker 1960), so 10 has four.
 */
export function netOf(k: number): ParallelClass[] {
	const fields = factors(k).map(([prime, power]) => new Field(prime, power));
	const count = Math.min(...fields.map(({ size }) => size));
	const lines = Array.from({ length: count }, (_, slope): ParallelClass => {
		return (i, d) => {
			let line = 0;
			let unit = 1;
			// An element of the product of fields is a number in mixed radix; the slope is the same element of each.
			for (const field of fields) {
				line +=
					unit * field.add(Math.floor(i / unit) % field.size, field.times(slope, Math.floor(d / unit) % field.size));
				unit *= field.size;
			}
			return line;
		};
	});
	const net = [...lines, (_: number, d: number) => d];
	return net.length >= 4 || k % 3 !== 1 ? net : (parkerNet(k) ?? net);
}

/** Primes of a number with their powers. */
function factors(k: number): [prime: number, power: number][] {
	const found: [number, number][] = [];
	let rest = k;
	for (let p = 2; rest > 1; p++) {
		let power = 0;
		for (; rest % p === 0; rest /= p) power++;
		if (power > 0) found.push([p, power]);
	}
	return found;
}

/** The finite field of p^n elements: polynomials below degree n with coefficients below p, written as numbers to base p. */
class Field {
	readonly size: number;
	readonly #p: number;
	readonly #n: number;
	/** Without its leading term: x^n = −modulus. */
	readonly #modulus: number;

	constructor(p: number, n: number) {
		this.size = p ** n;
		this.#p = p;
		this.#n = n;
		let modulus = 0;
		while (n > 1 && !this.#isIrreducible(modulus)) modulus++;
		this.#modulus = modulus;
	}

	add(a: number, b: number): number {
		let sum = 0;
		for (let unit = 1; unit < this.size; unit *= this.#p)
			sum += unit * ((Math.floor(a / unit) + Math.floor(b / unit)) % this.#p);
		return sum;
	}

	times(a: number, b: number): number {
		return this.#n === 1 ? (a * b) % this.#p : this.#multiply(a, b, this.#modulus);
	}

	#multiply(a: number, b: number, modulus: number): number {
		let product = 0;
		// Horner over the digits of b, the highest first.
		for (let unit = this.size / this.#p; unit >= 1; unit /= this.#p) {
			product = this.#shift(product, modulus);
			for (let times = Math.floor(b / unit) % this.#p; times > 0; times--) product = this.add(product, a);
		}
		return product;
	}

	/** Times x. */
	#shift(a: number, modulus: number): number {
		const top = Math.floor((a * this.#p) / this.size);
		let shifted = (a * this.#p) % this.size;
		// Taking the modulus away is adding it p − 1 times.
		for (let times = top * (this.#p - 1); times > 0; times--) shifted = this.add(shifted, modulus);
		return shifted;
	}

	/** Without divisors of zero a ring of finite size is a field. */
	#isIrreducible(modulus: number): boolean {
		for (let a = 1; a < this.size; a++)
			for (let b = a; b < this.size; b++) if (this.#multiply(a, b, modulus) === 0) return false;
		return true;
	}
}

/** Four classes for k = 3m + 1 from four for m: 2m + 1 numbers in a circle and m points apart. */
function parkerNet(k: number): ParallelClass[] | undefined {
	const m = (k - 1) / 3;
	const around = 2 * m + 1;
	const inner = m > 1 ? netOf(m) : [];
	if (inner.length < 4) return undefined;
	const cells: number[][] = [];
	for (let c = 0; c < around; c++) {
		cells.push([c, c, c, c]);
		for (let j = 1; j <= m; j++) {
			const [a, b, back, apart] = [c, (c + j) % around, (c - j + around) % around, around + j - 1];
			cells.push([a, b, back, apart], [b, a, apart, back], [back, apart, a, b], [apart, back, b, a]);
		}
	}
	for (let i = 0; i < m; i++)
		for (let d = 0; d < m; d++) cells.push(inner.slice(0, 4).map((line) => around + line(i, d)));
	const byCell = new Map(cells.map((lines) => [lines[0]! * k + lines[3]!, lines]));
	return [0, 1, 2, 3].map(
		(of): ParallelClass =>
			(i, d) =>
				byCell.get(i * k + d)![of]!
	);
}
