const LETTERS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', ø: 'o', ł: 'l', ı: 'i' };
const LONGEST = 80;

/** The readable end of a public address: "standard-5-akute-krise". Letters of other alphabets fall away. */
export function slugOf(number: number, title: string): string {
	const plain = title
		.toLocaleLowerCase('de')
		.replace(/[äöüßæøłı]/g, (letter) => LETTERS[letter] ?? '')
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '');
	const whole = plain ? `standard-${number}-${plain}` : `standard-${number}`;
	if (whole.length <= LONGEST) return whole;
	return whole.slice(0, LONGEST + 1).replace(/-[^-]*$/, '');
}

/** The same, when others have taken it already: "…-2". */
export function freeSlug(slug: string, taken: readonly string[]): string {
	let place = 1;
	const named = () => (place === 1 ? slug : `${slug}-${place}`);
	while (taken.includes(named())) place += 1;
	return named();
}

/** Whether a standard is open to everybody, with who decided that and when. */
export interface Publication {
	slug: string;
	at: string;
	byName: string;
	withdrawn: { at: string; byName: string } | null;
}
