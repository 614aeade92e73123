import { cleanText } from './nameKeys.ts';

/** How a name was taken apart: the more was guessed, the later in this list. */
export type NameReading = 'plain' | 'comma' | 'guessed' | 'single' | 'none';

export interface NameParts {
	salutation: string;
	title: string;
	firstName: string;
	lastName: string;
	reading: NameReading;
}

const SALUTATION = /^(frau|herrn?|fr\.|hr\.|mrs?\.?|ms\.?|mx\.?)$/i;
const TITLE =
	/^((prof|dr|mag|ing|dipl|priv|doz|pd|habil|jun|univ)\.?(-[\p{L}.]+)*|prof\.?dr\.?|(med|phil|jur|rer|nat|pol|oec|soc|theol|paed|päd|psych|dent|vet|h|c)\.|(b|m)\. ?(a|sc|ed)\.|ma|ba|msc|bsc|\((fh|univ|tu|uni|ba)\.?\)|(dr|prof)\.\p{L}+\.?|lic\.?|mult\.?|e\.h\.)$/iu;
const PARTICLE =
	/^(von|van|vom|zu|zum|zur|de|del|della|den|der|di|da|dos|du|la|le|ten|ter|el|al|bin|ibn|af|und|graf|gräfin|freiherr|freifrau|baron|baronin)$/i;
const JOINING = /^(zu|zur|zum)$/i;

/** Takes salutation and academic titles off the front of a name: “Frau Dr. med. Anna” → Frau, Dr. med., Anna. */
export function takeTitle(text: string): { salutation: string; title: string; rest: string } {
	const words = cleanText(text.replace(/\b(dr|prof)\.(?=\p{L})/giu, '$1. ')).split(' ');
	const salutation: string[] = [];
	const title: string[] = [];
	// The last word is always left: somebody may really be called “Herr” or “Prof”.
	while (words.length > 1) {
		const word = words[0] ?? '';
		if (title.length === 0 && SALUTATION.test(word)) salutation.push(word);
		else if (TITLE.test(word)) title.push(word);
		else break;
		words.shift();
	}
	return { salutation: salutation[0] ?? '', title: title.join(' '), rest: words.join(' ') };
}

function lastNameStart(words: string[]): number {
	const particle = words.findIndex((word, at) => at > 0 && at < words.length - 1 && PARTICLE.test(word));
	if (particle < 0) return words.length - 1;
	const joins = JOINING.test(words[particle] ?? '') && particle > 1;
	return joins ? particle - 1 : particle;
}

/** “Katharina von Lüdersfeld” → Katharina / von Lüdersfeld. Only two plain words are not a guess. */
function splitPlain(words: string[]): { firstName: string; lastName: string; reading: NameReading } {
	if (words.length === 1) return { firstName: '', lastName: words[0] ?? '', reading: 'single' };
	const start = lastNameStart(words);
	const certain = words.length === 2 || PARTICLE.test(words[start] ?? '');
	return {
		firstName: words.slice(0, start).join(' '),
		lastName: words.slice(start).join(' '),
		reading: certain ? 'plain' : 'guessed'
	};
}

/** “Müller Sabine” under a heading that puts the surname first. */
function splitTurned(words: string[]): { firstName: string; lastName: string; reading: NameReading } {
	if (words.length === 1) return { firstName: '', lastName: words[0] ?? '', reading: 'single' };
	let end = 1;
	while (end < words.length - 1 && (PARTICLE.test(words[end - 1] ?? '') || PARTICLE.test(words[end] ?? ''))) end++;
	return { firstName: words.slice(end).join(' '), lastName: words.slice(0, end).join(' '), reading: 'guessed' };
}

function splitComma(before: string, after: string[]): NameParts {
	const given = takeTitle(after.find((part) => !TITLE.test(part.split(' ')[0] ?? '') || part.includes(' ')) ?? '');
	const trailing = after.filter((part) => part !== '' && TITLE.test(part)).join(' ');
	const family = takeTitle(before);
	const words = given.rest.split(' ');
	const particles: string[] = [];
	while (words.length > 1 && PARTICLE.test(words.at(-1) ?? '')) particles.unshift(words.pop() ?? '');
	return {
		salutation: family.salutation || given.salutation,
		title: cleanText(`${family.title} ${given.title} ${trailing}`),
		firstName: words.join(' '),
		lastName: cleanText(`${particles.join(' ')} ${family.rest}`),
		reading: words.join('') === '' ? 'single' : 'comma'
	};
}

/**
 * Takes a full name in one cell apart: titles, particles, “Nachname, Vorname”.
 * `lastNameFirst` says that the heading puts the surname first; it only matters without a comma.
 */
export function splitName(text: string, lastNameFirst = false): NameParts {
	const written = cleanText(text);
	const none: NameParts = { salutation: '', title: '', firstName: '', lastName: '', reading: 'none' };
	if (written === '') return none;
	const [before = '', ...after] = written.split(',').map((part) => part.trim());
	const onlyTitles = after.every((part) => part === '' || part.split(' ').every((word) => TITLE.test(word)));
	if (before !== '' && after.length > 0 && !onlyTitles) return splitComma(before, after);
	const { salutation, title, rest } = takeTitle(before || after.join(' '));
	const words = rest.split(' ').filter(Boolean);
	if (words.length === 0) return none;
	const trailing = before === '' ? '' : after.filter(Boolean).join(' ');
	// Nobody writes “Dr. Möllenhoff Friederike”: a title in front means the natural order.
	const turned = lastNameFirst && title === '' && salutation === '';
	const parts = turned ? splitTurned(words) : splitPlain(words);
	return { salutation, title: cleanText(`${title} ${trailing}`), ...parts };
}
