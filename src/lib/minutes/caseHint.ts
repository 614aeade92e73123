/** What in a text looks like a real case. */
export type CaseHint = 'birth_date' | 'file_number' | 'name';

const MONTHS = 'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember';
const DATE = new RegExp(
	String.raw`(?<![\d.])(\d{1,2})\.\s?(?:(\d{1,2})\.\s?|(${MONTHS})\s)((?:19|20)\d{2}|\d{2})(?!\d)|(?<!\d)((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)`,
	'gu'
);
const BORN = /(?:\bgeb(?:\.|oren)?|\bGeburts(?:tag|datum)|\*)[^.!?]{0,20}$/iu;
const FILE_NUMBERS = [
	/(?<!\p{L})(?:Az|AZ|Akten(?:zeichen|nummer)|Gesch(?:\.|äfts)?-?Z(?:\.|eichen)?|Fall(?:-?Nr|nummer))(?!\p{L})\.?:?\s{0,2}[\p{L}\s./-]{0,12}\d/u,
	/(?<!\d)\d{1,3}\s?(?:F|AR|XVII|UF)\s?\d{1,5}\/\d{2}(?!\d)/u
];
const TITLED =
	/(?<!\p{L})(?:Frau|Herrn?|Fr\.|Hr\.)\s+(?:(?:Dr|Prof)\.\s*)*((?:von|van|zu|de|al|el)[\s-])?(\p{Lu}[\p{L}’'-]+)/gu;
/** Behind an article "Frau" is a word, not a form of address: "der Frau Hilfe anbieten". */
const ARTICLE = /(?:^|[\s(„])(?:die|der|dem|den|des|eine[rmn]?|jede[rmn]?|keine[rmn]?|welche[rmn]?)\s$/iu;

interface Known {
	/** Surnames that may stand here: participants, moderators, people of the invented case. */
	surnames: ReadonlySet<string>;
	/** A date of birth lies some time before this day. */
	todayOn: string;
}

/**
 * Looks for a full date of birth, a file number, or "Frau/Herr" with a surname nobody here bears. A hint only: it never
 * blocks, and the text goes nowhere.
 */
export function caseHints(text: string, known: Known): CaseHint[] {
	const hints: CaseHint[] = [];
	if (hasBirthDate(text, known.todayOn)) hints.push('birth_date');
	if (FILE_NUMBERS.some((pattern) => pattern.test(text))) hints.push('file_number');
	if (titledSurnames(text).some((name) => !known.surnames.has(name))) hints.push('name');
	return hints;
}

function hasBirthDate(text: string, todayOn: string): boolean {
	for (const match of text.matchAll(DATE)) {
		if (BORN.test(text.slice(0, match.index))) return true;
		const written = match[5] ?? match[4] ?? '';
		const thisYear = Number(todayOn.slice(0, 4));
		const short = Number(written) + (Number(written) > thisYear % 100 ? 1900 : 2000);
		const year = written.length === 2 ? short : Number(written);
		// Days of meetings and of the laws of the last years are no dates of birth; a small child's is found by "geb.".
		if (year < thisYear - 1 && !/(?:vom|seit|am|ab|zum|bis)\s$/u.test(text.slice(0, match.index))) return true;
	}
	return false;
}

/** Surnames behind "Frau" or "Herr" in a text. Single letters are no names: "Frau K." is made unrecognisable. */
export function titledSurnames(text: string): string[] {
	return [...text.matchAll(TITLED)]
		.filter((match) => !ARTICLE.test(text.slice(0, match.index)))
		.map((match) => `${match[1] ?? ''}${match[2] ?? ''}`.trim().replace(/(?:’|')s?$/u, ''));
}
