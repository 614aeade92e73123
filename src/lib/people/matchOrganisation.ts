import type { WordLikeness } from './matchWords.ts';
import { compareWords, isShortFormOf, organisationKey, organisationWords } from './matchWords.ts';

/** What a written name is compared with. */
export interface KnownOrganisation {
	id: string;
	name: string;
	shortName: string;
	aliases: readonly string[];
	mailDomain: string;
	town: string;
}

export type OrganisationWhy = 'words' | 'abbreviation' | 'spelling' | 'mailDomain' | 'severalSame';

export interface OrganisationCandidate {
	id: string;
	/** 0 to 1; only for the order. */
	score: number;
	why: OrganisationWhy[];
}

/** `same` only for an equal name, short name or alias; everything else is for a person to decide. */
export type OrganisationMatch =
	| { kind: 'same'; id: string; by: 'name' | 'short' | 'alias' }
	| { kind: 'suggest'; candidates: OrganisationCandidate[] }
	| { kind: 'unknown' };

interface Entry {
	id: string;
	names: { words: string[]; initials: string }[];
	town: string[];
}

/** The known organisations, prepared for many questions. */
export interface OrganisationIndex {
	exact: Map<string, Map<string, 'name' | 'short' | 'alias'>>;
	byDomain: Map<string, string[]>;
	entries: Entry[];
	rarity: Map<string, number>;
	/** Written word → the known words it resembles; filled as words are asked. */
	alike: Map<string, Map<string, WordLikeness>>;
}

const FREE_MAIL = /^(gmx|web|gmail|googlemail|t-online|outlook|hotmail|yahoo|icloud|posteo|mailbox|freenet|live|aol)\./;
const ENOUGH = 0.4;
const AT_MOST = 4;

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
		const entry: Entry = { id: known.id, names: [], town: organisationWords(known.town) };
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

function domainOwners(index: OrganisationIndex, email: string): string[] {
	let domain = email.toLowerCase().split('@')[1] ?? '';
	if (FREE_MAIL.test(domain)) return [];
	while (domain.includes('.')) {
		const owners = index.byDomain.get(domain);
		if (owners) return owners;
		domain = domain.slice(domain.indexOf('.') + 1);
	}
	return [];
}

function weightOf(index: OrganisationIndex, word: string): number {
	return 1 / (1 + Math.log(index.rarity.get(word) ?? 1));
}

/** Each written word is compared with the whole vocabulary once, however many organisations and rows there are. */
function wordsAlike(index: OrganisationIndex, written: string): Map<string, WordLikeness> {
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

/** “erh” for what is left of a name once “caritas” is found in it. */
function isShortFormOfRest(word: string, known: string[], used: ReadonlySet<string>): boolean {
	if (word.length < 3 || word.length > 6) return false;
	return isShortFormOf(word, known.filter((other) => !used.has(other)).join(''));
}

function scoreName(index: OrganisationIndex, written: string[], known: string[], initials: string, town: string[]) {
	const why = new Set<OrganisationWhy>();
	const used = new Set<string>();
	const joined = known.join('');
	let found = 0;
	let whole = 0;
	for (const word of written) {
		const alike = wordsAlike(index, word);
		let best = { worth: 0, why: 'words' as OrganisationWhy, other: '' };
		for (const other of known) {
			const likeness = alike.get(other);
			if (likeness && likeness.worth > best.worth) best = { ...likeness, other };
		}
		if (best.worth < 0.5 && (word === initials || isShortFormOfRest(word, known, used)))
			best = { worth: word === initials ? 0.8 : 0.5, why: 'abbreviation', other: best.other };
		if (best.worth === 0 && town.includes(word)) best = { worth: 0.6, why: 'words', other: '' };
		const weight = weightOf(index, best.other || word);
		whole += weight;
		found += weight * best.worth;
		if (best.worth === 0) continue;
		why.add(best.why);
		used.add(best.other);
	}
	const covered = [...used].reduce((sum, word) => sum + word.length, 0) / Math.max(1, joined.length);
	return { score: whole === 0 ? 0 : (found / whole) * (0.75 + 0.25 * covered), why: [...why] };
}

function likenessOf(index: OrganisationIndex, written: string[], entry: Entry): OrganisationCandidate {
	const best: OrganisationCandidate = { id: entry.id, score: 0, why: [] };
	for (const { words, initials } of entry.names) {
		const { score, why } = scoreName(index, written, words, initials, entry.town);
		if (score > best.score) Object.assign(best, { score, why });
	}
	return best;
}

/**
 * Finds the organisation that a list means. Only an equal name, short name or alias is taken as the same; likeness
 * and the mail domain give suggestions, best first.
 */
export function matchOrganisation(index: OrganisationIndex, written: string, email: string): OrganisationMatch {
	const exact = [...(index.exact.get(organisationKey(written)) ?? [])];
	const [first] = exact;
	if (first && exact.length === 1) return { kind: 'same', id: first[0], by: first[1] };
	if (exact.length > 1)
		return { kind: 'suggest', candidates: exact.map(([id]) => ({ id, score: 1, why: ['severalSame'] })) };
	const words = organisationWords(written);
	const owners = new Set(domainOwners(index, email));
	const candidates: OrganisationCandidate[] = [];
	for (const entry of index.entries) {
		const likeness = likenessOf(index, words, entry);
		if (owners.has(entry.id))
			candidates.push({
				id: entry.id,
				score: Math.min(0.99, 0.6 + likeness.score * 0.4),
				why: likeness.score >= ENOUGH ? [...likeness.why, 'mailDomain'] : ['mailDomain']
			});
		else if (likeness.score >= ENOUGH) candidates.push(likeness);
	}
	if (candidates.length === 0) return { kind: 'unknown' };
	candidates.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
	return { kind: 'suggest', candidates: candidates.slice(0, AT_MOST) };
}
