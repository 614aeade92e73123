const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const SINGLE_LETTERS: Record<string, string> = {
	ä: 'ae',
	ö: 'oe',
	ü: 'ue',
	ß: 'ss',
	ø: 'oe',
	æ: 'ae',
	œ: 'oe',
	å: 'a',
	ı: 'i',
	ł: 'l',
	đ: 'd',
	ð: 'd',
	þ: 'th'
};

/** One line of text as a person would read it: composed letters, plain single blanks, nothing invisible. */
export function cleanText(text: string): string {
	return text.normalize('NFC').replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();
}

/** The text for comparison: lower case, ä = ae, ß = ss, no accents, apostrophes gone, everything else a blank. */
export function foldText(text: string): string {
	return cleanText(text)
		.toLowerCase()
		.replace(/[äöüßøæœåıłđðþ]/g, (letter) => SINGLE_LETTERS[letter] ?? letter)
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/['’‘`´]/g, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/** Folded text without blanks: “Hans-Jürgen” and “Hans Juergen” are the same. */
export function squashText(text: string): string {
	return foldText(text).replaceAll(' ', '');
}

/** Squashed text that also forgives a lost umlaut: “Muller” = “Müller” = “Mueller”. */
export function looseText(text: string): string {
	return squashText(text).replace(/([aou])e/g, '$1');
}

/** Key of a person's name; the particle of the surname counts. */
export function nameKey(firstName: string, lastName: string): string {
	return `${squashText(firstName)}|${squashText(lastName)}`;
}

/** Key of a person's name that forgives lost umlauts. */
export function looseNameKey(firstName: string, lastName: string): string {
	return `${looseText(firstName)}|${looseText(lastName)}`;
}
