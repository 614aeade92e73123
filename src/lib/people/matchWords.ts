import { foldText } from './nameKeys.ts';

const LEGAL_FORM =
	/^(g?gmbh|gag|ag|ug|kg|ohg|gbr|mbh|eg|se|kdoer|koer|haftungsbeschraenkt|gemeinnuetzige|gemeinnuetziger|co|ltd|inc|vvag)$/;
const FILLER = /^(fuer|fur|der|die|das|des|und|am|an|im|in|von|vom|zu|zur|zum|bei|the|of|for|and)$/;
const SHORTHAND: Record<string, string> = {
	ev: 'evangelisch',
	evang: 'evangelisch',
	kath: 'katholisch',
	st: 'sankt',
	lra: 'landratsamt',
	ja: 'jugendamt',
	kja: 'kreisjugendamt',
	stja: 'stadtjugendamt',
	kjp: 'kinderundjugendpsychiatrie',
	awo: 'arbeiterwohlfahrt',
	drk: 'deutschesroteskreuz'
};

function wordsOf(name: string): string[] {
	const words = foldText(name)
		.replace(/\b(e ?v|g ?gmbh|gem gmbh)\b(?=( |$)(\b(co|kg)\b ?)*$)/g, (form) => form.replace(' ', ''))
		.split(' ')
		.filter((word) => word !== '' && !LEGAL_FORM.test(word));
	// “Ev.” in front is evangelisch, at the end it is the registered association.
	if (words.length > 1 && /^ev$/.test(words.at(-1) ?? '')) words.pop();
	return words;
}

/** The name of an organisation for exact comparison: legal form, spelling of umlauts and punctuation do not count. */
export function organisationKey(name: string): string {
	return wordsOf(name).join('');
}

/** The words of an organisation's name that carry meaning, each once. */
export function organisationWords(name: string): string[] {
	return [...new Set(wordsOf(name).filter((word) => !FILLER.test(word)))];
}

function withinEdits(a: string, b: string, limit: number): boolean {
	if (Math.abs(a.length - b.length) > limit) return false;
	let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
	for (let i = 1; i <= a.length; i++) {
		const current = [i];
		for (let j = 1; j <= b.length; j++) {
			const swap = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			current.push(Math.min(swap, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
		}
		previous = current;
	}
	return (previous[b.length] ?? limit + 1) <= limit;
}

/** Are two words the same but for a slip of the keyboard? One slip from 5 letters, two from 9. */
export function nearlySame(a: string, b: string): boolean {
	const length = Math.min(a.length, b.length);
	return length >= 5 && a[0] === b[0] && withinEdits(a, b, length >= 9 ? 2 : 1);
}

/** Can the letters of a short form be found in this order, from the first letter on? “erh” in erlangenhoechstadt. */
export function isShortFormOf(short: string, long: string): boolean {
	if (short.length < 2 || short.length > 6 || long.length < short.length * 2 || short[0] !== long[0]) return false;
	let at = 0;
	for (const letter of short) {
		at = long.indexOf(letter, at) + 1;
		if (at === 0) return false;
	}
	return true;
}

/** How two words of organisation names agree. */
export type WordLikeness = { worth: number; why: 'words' | 'abbreviation' | 'spelling' };

/** How alike a written word and a known word are: worth 0 to 1. */
export function compareWords(written: string, known: string): WordLikeness {
	if (written === known) return { worth: 1, why: 'words' };
	const long = SHORTHAND[written];
	if (long !== undefined && (known.startsWith(long) || known.endsWith(long) || long.startsWith(known)))
		return { worth: 0.9, why: 'abbreviation' };
	const [short, longer] = written.length < known.length ? [written, known] : [known, written];
	if (short.length >= 4 && (longer.startsWith(short) || longer.endsWith(short))) return { worth: 0.8, why: 'words' };
	if (nearlySame(written, known)) return { worth: 0.8, why: 'spelling' };
	if (isShortFormOf(written, known)) return { worth: 0.45, why: 'abbreviation' };
	return { worth: 0, why: 'words' };
}
