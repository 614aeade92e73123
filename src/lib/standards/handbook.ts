import type { OrganisationNames } from './partyWords.ts';
import { isSectionEmpty } from './sectionLines.ts';
import { type Section, SECTIONS } from './standardText.ts';
import {
	heldSince,
	versionOn,
	type WrittenContact,
	type WrittenStandard,
	type WrittenVersion
} from './writtenStandard.ts';

/** One standard in force, as a chapter. */
export interface HandbookChapter {
	/** From 1, in the order of the standards' own numbers. */
	number: number;
	standard: Pick<WrittenStandard, 'id' | 'number' | 'kind' | 'title' | 'reviewDueOn' | 'reviewedOn'>;
	version: Pick<WrittenVersion, 'id' | 'label' | 'text' | 'parties' | 'changeNote'>;
	inForceOn: string;
	contacts: WrittenContact[];
	/** Sections that say something, with their numbers: "2.3". */
	sections: { number: string; section: Section }[];
}

/** A word of the glossary; chapters that explain it differently stand apart. */
export interface HandbookTerm {
	term: string;
	meanings: { meaning: string; chapters: number[] }[];
}

/** All standards in force of a circle as one document. */
export interface HandbookContent {
	circle: { id: string; name: string };
	/** The day for which it holds. */
	onDay: string;
	chapters: HandbookChapter[];
	glossary: HandbookTerm[];
	/** Whom one asks, by organisation in alphabetical order; the same contact of two standards once. */
	contacts: { organisationName: string; lines: (WrittenContact & { chapters: number[] })[] }[];
	/** Short names by id, for the parties of steps. */
	organisations: OrganisationNames;
}

function chapterOf(standard: WrittenStandard, number: number, onDay: string): HandbookChapter[] {
	const version = versionOn(standard, onDay);
	if (!version) return [];
	const { id, number: own, kind, reviewDueOn, reviewedOn } = standard;
	const filled = SECTIONS.filter((section) => !isSectionEmpty(version.text, section));
	return [
		{
			...{ number, version, contacts: standard.contacts, inForceOn: heldSince(version, onDay) ?? onDay },
			standard: { id, number: own, kind, title: version.text.title || standard.title, reviewDueOn, reviewedOn },
			sections: filled.map((section, index) => ({ number: `${number}.${index + 1}`, section }))
		}
	];
}

function glossaryOf(chapters: readonly HandbookChapter[]): HandbookTerm[] {
	const said = chapters.flatMap(({ number, version }) =>
		version.text.terms.map(({ term, meaning }) => ({ number, term: term.trim(), meaning: meaning.trim() }))
	);
	const terms = Map.groupBy(said, ({ term }) => term.toLocaleLowerCase('de'));
	return [...terms.values()]
		.map((lines) => ({
			term: lines[0]?.term ?? '',
			meanings: [...Map.groupBy(lines, ({ meaning }) => meaning)].map(([meaning, same]) => ({
				meaning,
				chapters: same.map(({ number }) => number)
			}))
		}))
		.sort((a, b) => a.term.localeCompare(b.term, 'de'));
}

function contactsOf(chapters: readonly HandbookChapter[]): HandbookContent['contacts'] {
	const all = chapters.flatMap(({ number, contacts }) => contacts.map((contact) => ({ ...contact, number })));
	const places = [...Map.groupBy(all, ({ organisationName }) => organisationName)];
	return places
		.map(([organisationName, contacts]) => {
			const same = Map.groupBy(contacts, ({ jobFunction, name, deputy, phone, reachability }) =>
				[jobFunction, name, deputy, phone, reachability].join('\n')
			);
			const lines = [...same.values()].flatMap(([first, ...others]) => {
				if (!first) return [];
				const { number, ...contact } = first;
				return [{ ...contact, chapters: [...new Set([number, ...others.map((other) => other.number)])] }];
			});
			return { organisationName, lines };
		})
		.sort((a, b) => a.organisationName.localeCompare(b.organisationName, 'de'));
}

/** Puts the document together: chapters, glossary and contacts of what is in force on a day. */
export function handbookOf(
	circle: HandbookContent['circle'],
	standards: readonly WrittenStandard[],
	organisations: OrganisationNames,
	onDay: string
): HandbookContent {
	const held = standards.filter((standard) => versionOn(standard, onDay)).toSorted((a, b) => a.number - b.number);
	const chapters = held.flatMap((standard, index) => chapterOf(standard, index + 1, onDay));
	return { circle, onDay, chapters, glossary: glossaryOf(chapters), contacts: contactsOf(chapters), organisations };
}
