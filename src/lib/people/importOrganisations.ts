import { type ImportChoices, NEW } from './importChoices.ts';
import { futureId, type OpenOrganisation } from './importPreview.ts';
import { indexOrganisations, matchOrganisation } from './matchOrganisation.ts';

// Each is compared with each: beyond this a list is not one of a region.
const COMPARE_AT_MOST = 80;
const ALIKE = 0.6;

/** For each unknown name of a list the keys of other unknown names that may mean the same organisation. */
export function similarInList(open: readonly OpenOrganisation[]): Map<string, string[]> {
	const similar = new Map<string, string[]>();
	const named = open.filter(({ written }) => written !== '');
	if (named.length > COMPARE_AT_MOST) return similar;
	const known = named.map(({ key, written }) => ({
		id: key,
		name: written,
		shortName: '',
		aliases: [],
		mailDomain: '',
		town: ''
	}));
	for (const { key, written } of named) {
		const others = indexOrganisations(known.filter(({ id }) => id !== key));
		const match = matchOrganisation(others, written, '');
		const alike = match.kind === 'suggest' ? match.candidates.filter(({ score }) => score >= ALIKE) : [];
		if (alike.length > 0)
			similar.set(
				key,
				alike.map(({ id }) => id)
			);
	}
	return similar;
}

/**
 * Decides that unknown organisations are created: only those that resemble no known one, and of several that resemble
 * each other only the one with the most people. The others stay a question.
 */
export function createUnknown(open: readonly OpenOrganisation[], choices: ImportChoices): ImportChoices {
	const similar = similarInList(open);
	const organisations = { ...choices.organisations };
	for (const { key, written, answer, match } of open.toSorted((a, b) => b.lines.length - a.lines.length)) {
		if (answer !== '' || written === '' || match.kind !== 'unknown') continue;
		if ((similar.get(key) ?? []).some((other) => organisations[other] === NEW)) continue;
		organisations[key] = NEW;
	}
	return { ...choices, organisations };
}

/** The answers offered for an unknown organisation: those of the list that are to be created, as future ids. */
export function futureOptions(open: readonly OpenOrganisation[], key: string): { id: string; name: string }[] {
	return open
		.filter((other) => other.key !== key && other.answer === NEW)
		.map((other) => ({ id: futureId(other.key), name: other.written }));
}
