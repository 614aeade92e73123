/** Words of the field in which long compounds may be broken; browsers without a German dictionary break nothing. */
// prettier-ignore
const PARTS = [
	'wohl', 'gefährdung', 'hilfe', 'hilfen', 'planung', 'auftrag', 'anfrage', 'arbeit', 'schutz', 'pflege', 'beratung',
	'vereinbarung', 'mitwirkung', 'krankheiten', 'erkrankung', 'ämter', 'konferenz', 'begleitung', 'betreuung', 'gespräch',
	'gespräche', 'verfahren', 'abbrüche', 'einrichtung', 'einrichtungen', 'gruppe', 'gruppen', 'wechsel', 'übergänge',
	'verantwortung', 'beteiligung', 'prüfung', 'sprenger', 'sprengende', 'schule', 'eltern', 'sche', 'schen'
];
const LONG = 12;

/** Puts soft hyphens into the long words of a heading: Kindes-wohl-gefährdung. The text reads as before. */
export function softHyphens(text: string): string {
	return text.replace(/[\p{L}]+/gu, (word) => (word.length < LONG ? word : hyphenate(word)));
}

function hyphenate(word: string): string {
	const lower = word.toLowerCase();
	const breaks = new Set<number>();
	for (const part of PARTS) {
		const at = lower.indexOf(part, 3);
		if (at >= 3 && lower.length - at >= 3) breaks.add(at);
	}
	return [...word].map((letter, i) => (breaks.has(i) ? `\u00ad${letter}` : letter)).join('');
}
