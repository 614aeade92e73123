import { type CaseHint, caseHints } from '#lib/minutes/caseHint.ts';

/** What in a report could make a child or a family recognisable. */
export type ReportHint = CaseHint | 'child' | 'renamed';

const CHILD = String.raw`(?:Junge|Mädchen|Kind|Sohn|Tochter|Schüler(?:in)?|Jugendliche[rn]?|Säugling|Bruder|Schwester)`;
const AGED = [
	new RegExp(String.raw`(?<!\d)1?\d[- ]?jährige[rnms]?\s+${CHILD}n?(?!\p{L})`, 'u'),
	new RegExp(String.raw`(?<!\p{L})${CHILD}n?\s*[,(]\s*1?\d(?:\s+Jahre(?:\s+alt)?)?\s*[,)]`, 'u'),
	new RegExp(String.raw`(?<!\p{L})${CHILD}n?,?\s(?:[^.!?]{0,60}\s)?(?:von|mit|ist|war)\s1?\d\sJahren?(?!\p{L})`, 'u'),
	/(?<!\p{L})(?:Der|Die|die|der|ein|eine)\s1?\d-?[Jj]ährige[rn]?(?=\s+(?:aus|in|lebt|wohnt|kommt|war|ist))/u
];

/** Whoever writes so tells of a real family. */
const RENAMED = /(?<!\p{L})Namen?\s(?:von\sder\sRedaktion\s|wurden?\s)?geändert(?!\p{L})/u;

export interface KnownAround {
	surnames: ReadonlySet<string>;
	/** Towns of the region. */
	towns: readonly string[];
	todayOn: string;
}

/**
 * As for results of workshops, and besides: the age of a child together with a
 * place in one sentence, and the words “Name geändert”. A hint, never a bar.
 */
export function reportHints(text: string, { towns, ...known }: KnownAround): ReportHint[] {
	const hints: ReportHint[] = caseHints(text, known);
	const sentences = text.split(/(?<=[.!?])\s+|\n/);
	if (sentences.some((sentence) => isAged(sentence) && namesPlace(sentence, towns))) hints.push('child');
	if (RENAMED.test(text)) hints.push('renamed');
	return hints;
}

function isAged(sentence: string): boolean {
	return AGED.some((pattern) => pattern.test(sentence));
}

function namesPlace(sentence: string, towns: readonly string[]): boolean {
	const words = new Set(sentence.split(/[^\p{L}-]+/u));
	const isTown = towns.some((town) => (town.includes(' ') ? sentence.includes(town) : words.has(town)));
	return (
		isTown || /(?<!\p{L})(?:aus|in)\s(?:dem\s|der\s)?(?:Ortsteil|Stadtteil|Dorf|Gemeinde)(?!\p{L})/u.test(sentence)
	);
}
