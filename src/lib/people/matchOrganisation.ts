import type { IndexedOrganisation, OrganisationIndex } from './matchOrganisationIndex.ts';
import { domainOwners, weightOf, wordsAlike } from './matchOrganisationIndex.ts';
import { isShortFormOf, organisationKey, organisationWords } from './matchWords.ts';

// Whoever asks for a match needs the index first: both doors stand in one file.
export { indexOrganisations } from './matchOrganisationIndex.ts';
export type { KnownOrganisation } from './matchOrganisationIndex.ts';

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

const ENOUGH = 0.4;
const AT_MOST = 4;

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

function likenessOf(index: OrganisationIndex, written: string[], entry: IndexedOrganisation): OrganisationCandidate {
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
