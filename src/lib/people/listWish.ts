import { cleanText, foldText } from './nameKeys.ts';

/** What a wish is matched with. */
export interface WishedWorkshop {
	id: string;
	number: number;
	title: string;
}

/** The workshop number written in a wish: “3”, “WS 3”, “Workshop 3: …”, “3 – …”. Undefined when there is none. */
export function wishNumber(text: string): number | undefined {
	const found =
		/^(?:workshop|ws|forum|nr\.?|gruppe|ag)?\s*(?:nr\.?)?\s*#?(\d{1,2})(?!\d|:\d)(?:\.0|[.):\s–—-]|$)/i.exec(
			cleanText(text)
		);
	return found ? Number(found[1]) : undefined;
}

/** One cell with several wishes (“3, 1 und 5”) in their order; titles with commas stay whole. */
export function splitWishes(text: string): string[] {
	const parts = text
		.split(/[\n;]/)
		.map(cleanText)
		.filter((part) => part !== '');
	if (parts.length !== 1) return parts;
	const short = (parts[0] ?? '').split(/[,/>+&|]|\bund\b|\bdann\b/).map(cleanText);
	return short.every((part) => /^(?:workshop|ws|forum)?\s*#?\d{1,2}\.?$/i.test(part)) ? short : parts;
}

/** No wish at all: “egal”, “keiner”, “beliebig”. */
export function isNoWish(text: string): boolean {
	return /^(egal|keine?r?|kein wunsch|beliebig|offen|flexibel|any|none|no preference|ist mir egal|)$/.test(
		foldText(text)
	);
}

/** The workshop a wish means: by number, by its whole title, or by the only title that begins so or holds it. */
export function matchWish(text: string, workshops: readonly WishedWorkshop[]): string | undefined {
	const number = wishNumber(text);
	const byNumber = workshops.filter((workshop) => workshop.number === number);
	if (number !== undefined) return byNumber.length === 1 ? byNumber[0]?.id : undefined;
	const wish = foldText(text);
	if (wish.length < 4) return undefined;
	const tests = [
		(title: string) => title === wish,
		(title: string) => title.startsWith(wish) || wish.startsWith(title),
		(title: string) => title.includes(wish)
	];
	for (const test of tests) {
		const found = workshops.filter((workshop) => test(foldText(workshop.title)));
		if (found.length > 0) return found.length === 1 ? found[0]?.id : undefined;
	}
	return undefined;
}
