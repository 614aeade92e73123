import { m } from '#lib/paraglide/messages.js';
import { SECTIONS, type Section } from './standardText.ts';

/** What can be edited on a page of its own: title and parties stand before the sections of the text. */
export const EDITABLE = ['title', 'parties', ...SECTIONS] as const;
export type Editable = (typeof EDITABLE)[number];

const NAMES: Record<Editable, () => string> = {
	title: m.standards_section_title,
	parties: m.standards_section_parties,
	preamble: m.standards_section_preamble,
	aims: m.standards_section_aims,
	scope: m.standards_section_scope,
	terms: m.standards_section_terms,
	legalBases: m.standards_section_legalBases,
	steps: m.standards_section_steps,
	participation: m.standards_section_participation,
	dataProtection: m.standards_section_dataProtection,
	conflictRule: m.standards_section_conflictRule,
	quality: m.standards_section_quality,
	duration: m.standards_section_duration,
	attachments: m.standards_section_attachments
};

/** What a section is called: "Datenschutz und Schweigepflicht". */
export function sectionName(section: Editable): string {
	return NAMES[section]();
}

export function isSection(word: string): word is Section {
	return (SECTIONS as readonly string[]).includes(word);
}

export function isEditable(word: string): word is Editable {
	return (EDITABLE as readonly string[]).includes(word);
}
