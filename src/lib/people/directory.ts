import { type Account, maySeeDirectory } from '#lib/accounts/account.ts';
import { foldText } from './nameKeys.ts';

export const PAGE_SIZE = 100;

const collator = new Intl.Collator('de', { sensitivity: 'base', numeric: true });

/** The account when it may work with the directory of persons and organisations, else undefined: the page is not found. */
export function directoryReader(account: Account): Account | undefined {
	return maySeeDirectory(account) ? account : undefined;
}

/** German alphabetical order: ä like a, ß like ss, capitals do not count. */
export function alphabetical(a: string, b: string): number {
	return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

// “Muller”, “Mueller” and “Müller” are searched alike.
function searchable(text: string): string {
	return foldText(text).replace(/([aou])e/g, '$1');
}

/** True when every word occurs somewhere in the texts; umlauts, accents and capitals do not count. */
export function hasWords(words: string, texts: readonly string[]): boolean {
	const wanted = searchable(words).split(' ').filter(Boolean);
	if (wanted.length === 0) return true;
	const text = texts.map(searchable).join(' ');
	return wanted.every((word) => text.includes(word));
}

/** One page of a list. Pages count from 1; a page that does not exist becomes the nearest. */
export interface ListPage<T> {
	rows: T[];
	/** Found in all. */
	count: number;
	page: number;
	pages: number;
	/** Position of the first and last row shown, from 1; 0 when there is none. */
	from: number;
	to: number;
}

/** Cuts one page out of a list. */
export function pageOf<T>(rows: readonly T[], page: number, size = PAGE_SIZE): ListPage<T> {
	const pages = Math.max(1, Math.ceil(rows.length / size));
	const at = Math.min(Math.max(1, Number.isInteger(page) ? page : 1), pages);
	const start = (at - 1) * size;
	const shown = rows.slice(start, start + size);
	return {
		rows: shown,
		count: rows.length,
		page: at,
		pages,
		from: shown.length && start + 1,
		to: start + shown.length
	};
}
