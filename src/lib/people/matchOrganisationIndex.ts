import type { WordLikeness } from './matchWords.ts';
import { compareWords, organisationKey, organisationWords } from './matchWords.ts';

/** What a written name is compared with. */
export interface KnownOrganisation {
	id: string;
	name: string;
	shortName: string;
	aliases: readonly string[];
	mailDomain: string;
	town: string;
}

/** The words of all names of one organisation. */
export interface IndexedOrganisation {
	id: string;
	names: { words: string[]; initials: string }[];
	town: string[];
}

/** The known organisations, prepared for many questions. */
export interface OrganisationIndex {
	exact: Map<string, Map<string, 'name' | 'short' | 'alias'>>;
	byDomain: Map<string, string[]>;
	entries: IndexedOrganisation[];
	rarity: Map<string, number>;
	/** Written word → the known words it resembles; filled as words are asked. */
	alike: Map<string, Map<string, WordLikeness>>;
}

const FREE_MAIL = /^(gmx|web|gmail|googlemail|t-online|outlook|hotmail|yahoo|icloud|posteo|mailbox|freenet|live|aol)\./;

/** Prepares the known organisations once; `matchOrganisation` then answers quickly. */
export function indexOrganisations(organisations: readonly KnownOrganisation[]): OrganisationIndex {
	const index: OrganisationIndex = {
		exact: new Map(),
		byDomain: new Map(),
		entries: [],
		rarity: new Map(),
		alike: new Map()
	};
	for (const known of organisations) {
		const names: [string, 'name' | 'short' | 'alias'][] = [
			[known.name, 'name'],
			[known.shortName, 'short'],
			...known.aliases.map((alias): [string, 'alias'] => [alias, 'alias'])
		];
		const entry: IndexedOrganisation = { id: known.id, names: [], town: organisationWords(known.town) };
		for (const [name, by] of names) {
			const key = organisationKey(name);
			if (key === '') continue;
			const ids = index.exact.get(key) ?? new Map<string, 'name' | 'short' | 'alias'>();
			if (!ids.has(known.id)) ids.set(known.id, by);
			index.exact.set(key, ids);
			const words = organisationWords(name);
			entry.names.push({ words, initials: words.map((word) => word[0]).join('') });
		}
		for (const word of new Set(entry.names.flatMap(({ words }) => words)))
			index.rarity.set(word, (index.rarity.get(word) ?? 0) + 1);
		index.entries.push(entry);
		const domain = known.mailDomain.trim().toLowerCase().replace(/^@/, '');
		if (domain !== '') index.byDomain.set(domain, [...(index.byDomain.get(domain) ?? []), known.id]);
	}
	return index;
}

/** The organisations whose mail domain an address has; free mail has none. */
export function domainOwners(index: OrganisationIndex, email: string): string[] {
	let domain = email.toLowerCase().split('@')[1] ?? '';
	if (FREE_MAIL.test(domain)) return [];
	while (domain.includes('.')) {
		const owners = index.byDomain.get(domain);
		if (owners) return owners;
		domain = domain.slice(domain.indexOf('.') + 1);
	}
	return [];
}

/** Rare words tell more than “Jugendhilfe”: 1 for a word of one organisation, falling with each other one. */
export function weightOf(index: OrganisationIndex, word: string): number {
	return 1 / (1 + Math.log(index.rarity.get(word) ?? 1));
}

/** Each written word is compared with the whole vocabulary once, however many organisations and rows there are. */
export function wordsAlike(index: OrganisationIndex, written: string): Map<string, WordLikeness> {
	const asked = index.alike.get(written);
	if (asked) return asked;
	const alike = new Map<string, WordLikeness>();
	for (const known of index.rarity.keys()) {
		const likeness = compareWords(written, known);
		if (likeness.worth > 0) alike.set(known, likeness);
	}
	index.alike.set(written, alike);
	return alike;
}
