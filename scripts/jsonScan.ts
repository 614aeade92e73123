/** What is wrong with a JSON text: it ends too early, a sign does not belong there, a field stands twice, or it is absurdly deep. */
export type Slip = { kind: 'end' | 'sign' | 'twice' | 'deep'; at: number; found: string };

/** A problem file needs eight levels. */
const DEEPEST = 32;
const SPACE = /[ \t\n\r]*/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y;
// eslint-disable-next-line no-control-regex -- JSON allows no control signs inside a text
const OPEN_TEXT = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*/y;

/** The first slip in a JSON text; undefined if there is none. */
export function scanJson(text: string): Slip | undefined {
	try {
		const scan = new Scan(text);
		scan.value(0);
		scan.end();
		return undefined;
	} catch (slip) {
		if (slip instanceof Error) throw slip;
		return slip as Slip;
	}
}

class Scan {
	readonly #text: string;
	#at = 0;

	constructor(text: string) {
		this.#text = text;
	}

	value(depth: number): void {
		const sign = this.#peek();
		if ((sign === '{' || sign === '[') && depth >= DEEPEST) this.#fail('deep');
		if (sign === '{') this.#object(depth);
		else if (sign === '[') this.#items(']', () => this.value(depth + 1));
		else if (sign === '"') this.#quoted();
		else this.#take(SCALAR);
	}

	end(): void {
		if (this.#peek() !== undefined) this.#fail('sign');
	}

	#object(depth: number): void {
		const seen = new Set<string>();
		this.#items('}', () => {
			this.#peek();
			const at = this.#at;
			const name = JSON.parse(this.#quoted()) as string;
			if (seen.has(name)) this.#fail('twice', at, name);
			seen.add(name);
			if (this.#peek() !== ':') this.#fail('sign');
			this.#at++;
			this.value(depth + 1);
		});
	}

	/** Items between brackets, parted by commas. */
	#items(close: string, read: () => void): void {
		this.#at++;
		if (this.#peek() === close) return void this.#at++;
		for (;;) {
			read();
			const sign = this.#peek();
			if (sign !== close && sign !== ',') this.#fail('sign');
			this.#at++;
			if (sign === close) return;
		}
	}

	/** The next sign that is not space. */
	#peek(): string | undefined {
		SPACE.lastIndex = this.#at;
		SPACE.test(this.#text);
		this.#at = SPACE.lastIndex;
		return this.#text[this.#at];
	}

	#take(pattern: RegExp): string {
		pattern.lastIndex = this.#at;
		const found = pattern.exec(this.#text)?.[0];
		if (found === undefined) return this.#fail('sign');
		this.#at += found.length;
		return found;
	}

	/** A text with its quotation marks; the slip is at the sign where it goes wrong. */
	#quoted(): string {
		const open = this.#take(OPEN_TEXT);
		if (this.#text[this.#at] !== '"') this.#fail('sign');
		this.#at++;
		return `${open}"`;
	}

	#fail(kind: Slip['kind'], at = this.#at, found = this.#shown(at)): never {
		const slip: Slip = { kind: kind === 'sign' && at >= this.#text.length ? 'end' : kind, at, found };
		throw slip;
	}

	/** The word or sign that stands there. */
	#shown(at: number): string {
		const word = this.#text.slice(at, at + 40).match(/^[\w+.-]+|^[!-~]/)?.[0];
		const code = this.#text.codePointAt(at) ?? 0;
		// Signs that would not be seen on a screen are told by their number.
		return word ?? `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
	}
}
