/** Words as typed, or with the address they lead to. Never markup. */
export type Words = string | { text: string; href?: string; isBold?: boolean };

/** One part of a paper. Lines within a cell stand beneath each other. */
export type Block =
	| { kind: 'heading'; level: 1 | 2 | 3; text: string }
	| { kind: 'text'; words: Words[]; tone?: 'lede' | 'muted' | 'strong' }
	| { kind: 'facts'; rows: [string, string][] }
	| { kind: 'list'; items: Words[][] }
	| { kind: 'table'; caption: string; head: string[]; widths: number[]; rows: Words[][][]; tall?: boolean }
	| { kind: 'break' };

/** A document before it is DOCX or PDF. The first block is its title as heading of level 1; levels are never skipped. */
export interface Paper {
	title: string;
	language: 'de' | 'en';
	/** Who stands behind it, for the properties of the file. */
	author: string;
	/** Stands at the foot of each page, before the page number. */
	foot: string;
	/** "Seite # von #": page and number of pages take the places of the signs. */
	pageOf: string;
	isLandscape?: boolean;
	blocks: Block[];
}

export function heading(level: 1 | 2 | 3, text: string): Block {
	return { kind: 'heading', level, text };
}

/** A paragraph; empty text makes none. */
export function text(words: Words | Words[], tone?: 'lede' | 'muted' | 'strong'): Block[] {
	const list = Array.isArray(words) ? words : [words];
	if (list.every((one) => plain(one).trim() === '')) return [];
	return [{ kind: 'text', words: list, ...(tone ? { tone } : {}) }];
}

/** Paragraphs of a longer text: an empty line parts them. */
export function paragraphs(long: string): Block[] {
	return long.split(/\n{2,}/).flatMap((part) => text(part.trim()));
}

/** Name and value; rows without a value fall away. */
export function facts(rows: [string, string][]): Block[] {
	const said = rows.filter(([, value]) => value.trim() !== '');
	return said.length > 0 ? [{ kind: 'facts', rows: said }] : [];
}

export function list(items: Words[][]): Block[] {
	return items.length > 0 ? [{ kind: 'list', items }] : [];
}

/** A heading with what belongs below it; without content there is no heading either. */
export function section(level: 2 | 3, title: string, content: Block[]): Block[] {
	return content.length > 0 ? [heading(level, title), ...content] : [];
}

export function plain(words: Words): string {
	return typeof words === 'string' ? words : words.text;
}
