import { diffWordsWithSpace } from 'diff';
import { m } from '#lib/paraglide/messages.js';
import { type OrganisationNames, partyNames, phaseName } from './partyWords.ts';
import { type ProcedureStep, SECTIONS, type Section, type StandardText } from './standardText.ts';

/** A piece of text: in both, only in the newer, or only in the older. */
export interface Piece {
	kind: 'same' | 'added' | 'removed';
	text: string;
}

export interface SectionDifference {
	section: Section;
	/** One per paragraph, step or entry that differs. */
	lines: { heading: string; pieces: Piece[] }[];
}

const STEP_WORDS = [
	...(['title', 'trigger', 'deadline', 'channel', 'document', 'legalBasis', 'note'] as const),
	...(['aimConflict', 'precedence'] as const)
];
const SEGMENTER = new Intl.Segmenter('de', { granularity: 'word' });

/** The difference of two wordings word by word; joined without the removed pieces it gives the newer one. */
export function differenceOf(older: string, newer: string): Piece[] {
	return diffWordsWithSpace(older, newer, { intlSegmenter: SEGMENTER }).map(({ value, added, removed }) => ({
		kind: added ? 'added' : removed ? 'removed' : 'same',
		text: value
	}));
}

/** What of a step is chosen rather than typed: who acts, when it belongs, with what it begins together. */
function factsOf(step: ProcedureStep, names: OrganisationNames): [string, string][] {
	const { phase, parallel, responsible, involved } = step;
	return [
		['phase', phaseName(phase)],
		['parallel', parallel ? m.standards_step_parallel({ letter: parallel }) : ''],
		['responsible', partyNames(responsible, names)],
		['involved', involved.length > 0 ? m.standards_step_involved({ who: partyNames(involved, names) }) : '']
	];
}

/** A section as lines with a key each, so that a step is compared with itself although others moved. */
function linesOf(
	text: StandardText,
	section: Section,
	names: OrganisationNames
): Map<string, { heading: string; words: string }> {
	const plain = (words: string) => new Map([['text', { heading: '', words }]]);
	const list = (entries: readonly string[]) => plain(entries.join('\n'));
	switch (section) {
		case 'aims':
			return list(text.aims.map(({ text: aim, indicator }) => (indicator ? `${aim} (${indicator})` : aim)));
		case 'scope': {
			const { helpTypes, targetGroup, region, trigger } = text.scope;
			return list([trigger, targetGroup, region, helpTypes.join(', ')].filter(Boolean));
		}
		case 'terms':
			return list(text.terms.map(({ term, meaning }) => `${term}: ${meaning}`));
		case 'legalBases':
			return list(
				text.legalBases.map(({ organisationId, basis }) => [names[organisationId], basis].filter(Boolean).join(': '))
			);
		case 'attachments':
			return list(text.attachments);
		case 'steps':
			return new Map(
				text.steps.flatMap((step, index) => {
					const typed = STEP_WORDS.map((field): [string, string] => [field, step[field] ?? '']);
					return [...typed, ...factsOf(step, names)].map(([field, words]) => [
						`${step.id}.${field}`,
						{ heading: String(index + 1), words }
					]);
				})
			);
		default:
			return plain(text[section]);
	}
}

/**
 * What changed between two versions, section by section; sections that are the same are left out.
 * @param names short names of the organisations that act in steps or name their legal basis
 */
export function versionDifference(
	older: StandardText,
	newer: StandardText,
	names: OrganisationNames = {}
): SectionDifference[] {
	return SECTIONS.flatMap((section) => {
		const [before, after] = [linesOf(older, section, names), linesOf(newer, section, names)];
		const lines = [...new Set([...after.keys(), ...before.keys()])].flatMap((key) => {
			const [was, is] = [before.get(key), after.get(key)];
			if ((was?.words ?? '') === (is?.words ?? '')) return [];
			return [{ heading: (is ?? was)?.heading ?? '', pieces: differenceOf(was?.words ?? '', is?.words ?? '') }];
		});
		return lines.length > 0 ? [{ section, lines }] : [];
	});
}
