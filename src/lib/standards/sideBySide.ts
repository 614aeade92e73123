import { m } from '#lib/paraglide/messages.js';
import type { OrganisationNames } from './partyWords.ts';
import { sectionLines } from './sectionLines.ts';
import { sectionName } from './sections.ts';
import { alignSteps, type StepPair } from './stepPairs.ts';
import { type Section, SECTIONS, type StandardText } from './standardText.ts';
import { differenceOf, type Piece } from './difference.ts';

export interface SectionDifference {
	section: Exclude<Section, 'steps'>;
	pieces: Piece[];
}

/** What differs between two texts, and what does not. */
export interface Comparison {
	/** Titles word by word; empty when they are the same. */
	title: Piece[];
	/** Sections that differ, in printed order. */
	differing: SectionDifference[];
	/** Sections that both have with the same wording. */
	equal: Section[];
	/** All steps side by side. */
	steps: StepPair[];
}

function textOf(text: StandardText, section: Exclude<Section, 'steps'>, names: OrganisationNames): string {
	return sectionLines(text, section, names).join('\n');
}

/** Compares two standards, or two versions of one, section by section and step by step. */
export function compareTexts(left: StandardText, right: StandardText, names: OrganisationNames): Comparison {
	const differing: SectionDifference[] = [];
	const equal: Section[] = [];
	const steps = alignSteps(left.steps, right.steps, names);
	for (const section of SECTIONS) {
		if (section === 'steps') {
			if (steps.length > 0 && steps.every(({ isEqual }) => isEqual)) equal.push(section);
			continue;
		}
		const [a, b] = [textOf(left, section, names), textOf(right, section, names)];
		if (a !== b) differing.push({ section, pieces: differenceOf(a, b) });
		else if (a !== '') equal.push(section);
	}
	return { title: left.title === right.title ? [] : differenceOf(left.title, right.title), differing, equal, steps };
}

/** What is equal, in one sentence, and how many steps are. */
export function equalSentence({ title, differing, equal, steps }: Comparison): string {
	const same = steps.filter(({ isEqual }) => isEqual).length;
	if (title.length === 0 && differing.length === 0 && same === steps.length) return m.procedures_side_same();
	const names = equal.map(sectionName).join(', ');
	const sections = names ? m.procedures_side_equal({ names }) : m.procedures_side_equal_none();
	if (steps.length === 0 || equal.includes('steps')) return sections;
	return `${sections} ${m.procedures_side_equal_steps({ same, all: steps.length })}`;
}
