import type { PackSide, Placed } from './pack.ts';

/** A noun that results of several workshops use, with these results by side. */
export interface CommonTheme {
	/** The noun as most of the results write it. */
	word: string;
	workshops: number;
	sides: { side: PackSide; findings: Placed[] }[];
}

/** Words of every workshop in this field; they tell nothing about what two of them have in common. */
export const EVERYWHERE = [
	...['Familie', 'Kind', 'Jugendliche', 'Eltern', 'Mensch', 'Träger', 'Jugendamt', 'Fachkraft', 'Hilfe', 'Fall'],
	...['Tag', 'Werktag', 'Woche', 'Monat', 'Jahr', 'Stunde', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag'],
	...['Samstag', 'Sonntag', 'Seite', 'Teil', 'Umfang', 'Beginn', 'Ende', 'Beispiel', 'Workshop', 'Stelle', 'Dienst']
];
const SMALL = new Set(
	(
		'aber alle allem allen aller alles auch beide beiden beim dabei dann dass dein deren dessen dies diese diesem diesen dieser ' +
		'dieses doch durch eine einem einen einer eines fuer gegen hier ihre ihrem ihren ihrer jede jedem jeden jeder jedes keine keinem ' +
		'keinen keiner mehr mein nach nicht noch oder ohne sehr sein seine sich sind sondern trotz uber unser unsere unter viel viele ' +
		'vielen wann warum weil welche welchem welchen welcher welches wenig wenige wenn wird zwei drei vier funf zehn zwar zwischen'
	).split(' ')
);
const PARTICLES = ['ruck', 'unter', 'uber', 'gegen', 'hinter', 'wider', 'zwischen', 'neben', 'fern', 'nicht'];

/** Small letters, no dots above vowels, ss for ß: "Rückmeldungen" → "ruckmeldungen". */
function fold(word: string): string {
	return word.toLowerCase().replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '');
}

/** The word without its ending, so that singular and plural meet: "Nummern" and "Nummer" → "numm". */
export function stemOf(word: string): string {
	const folded = fold(word);
	const stem = folded.replace(/(innen|ern|em|en|er|es|e|n|s)$/, '');
	return stem.length >= 4 ? stem : folded;
}

const everywhere = new Set(EVERYWHERE.map(stemOf));

interface Word {
	stem: string;
	/** As it stands in the result. */
	text: string;
	isCapital: boolean;
}

function wordsOf(text: string): Word[] {
	return [...text.normalize('NFC').matchAll(/\p{L}{4,}/gu)]
		.map(([word]) => ({ stem: stemOf(word), text: word, isCapital: /^\p{Lu}\p{Ll}/u.test(word) }))
		.filter(({ stem, text: word }) => !everywhere.has(stem) && !SMALL.has(fold(word)));
}

interface Noun {
	texts: string[];
	findings: Set<Placed>;
}

/** Nouns by stem. A capital alone does not make one: "Gemeinsame Anfrage" begins with a word others write small. */
function nounsOf(findings: Placed[]): Map<string, Noun> {
	const all = findings.flatMap((finding) => wordsOf(finding.text).map((word) => ({ ...word, finding })));
	const small = new Set(all.filter(({ isCapital }) => !isCapital).map(({ stem }) => stem));
	const nouns = Map.groupBy(
		all.filter(({ isCapital, stem }) => isCapital && !small.has(stem)),
		({ stem }) => stem
	);
	return new Map(
		[...nouns].map(([stem, uses]) => [
			stem,
			{ texts: uses.map(({ text }) => text), findings: new Set(uses.map(({ finding }) => finding)) }
		])
	);
}

/** The noun a compound ends in: "Erstgespräch" speaks of a "Gespräch"; "Rückmeldung" is no kind of "Meldung". */
function headOf(compound: string, nouns: string[]): string | undefined {
	const heads = nouns.filter((noun) => {
		const before = compound.slice(0, -noun.length);
		return noun.length >= 5 && before.length >= 4 && compound.endsWith(noun) && !PARTICLES.includes(before);
	});
	return heads.sort((a, b) => b.length - a.length)[0];
}

/** Most frequent wording; of equals the shorter one, then by alphabet. */
function commonest(texts: string[]): string {
	const counts = [...Map.groupBy(texts, (text) => text)].map(([text, uses]) => ({ text, uses: uses.length }));
	counts.sort((a, b) => b.uses - a.uses || a.text.length - b.text.length || a.text.localeCompare(b.text, 'de'));
	return counts[0]?.text ?? '';
}

function bySide(findings: Placed[]): CommonTheme['sides'] {
	const sides: PackSide[] = ['youth_office', 'providers', 'partners', 'all'];
	const parts = sides.map((side) => ({ side, findings: findings.filter((one) => one.side === side) }));
	return parts.filter((part) => part.findings.length > 0);
}

/**
 * What several workshops speak of. The rule, plain enough to be said on the page: a noun of four letters or more that results of
 * at least two workshops use, in singular or plural, alone or as the last part of a compound. Nouns are told by their capital;
 * a word that is also written small somewhere is none. Words of every workshop (EVERYWHERE) do not count.
 * @returns most workshops first, then most results, then by alphabet; of nouns with the same results only the first
 */
export function commonThemes(findings: Placed[]): CommonTheme[] {
	const nouns = nounsOf(findings);
	const stems = [...nouns.keys()];
	const compounds = Map.groupBy(stems, (stem) => headOf(stem, stems));
	const seen = new Set<string>();
	return [...nouns]
		.map(([stem, { texts, findings: direct }]) => {
			const kinds = (compounds.get(stem) ?? []).flatMap((compound) => [...(nouns.get(compound)?.findings ?? [])]);
			const own = new Set([...direct, ...kinds]);
			const workshops = new Set([...own].map((one) => one.workshopId)).size;
			return { word: commonest(texts), workshops, findings: findings.filter((one) => own.has(one)) };
		})
		.filter(({ workshops }) => workshops >= 2)
		.sort(
			(a, b) => b.workshops - a.workshops || b.findings.length - a.findings.length || a.word.localeCompare(b.word, 'de')
		)
		.filter(({ findings: own }) => {
			const key = own.map(({ id }) => id).join(' ');
			return !seen.has(key) && seen.add(key);
		})
		.map(({ word, workshops, findings: own }) => ({ word, workshops, sides: bySide(own) }));
}
