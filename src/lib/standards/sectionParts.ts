import type { Values } from '#lib/web/form.ts';
import type { Editable } from './sections.ts';
import type { StandardText } from './standardText.ts';

/** What is edited as one section: all but the parties, which stand in a table of their own, and the steps. */
export type TextSection = Exclude<Editable, 'parties' | 'steps'>;

/** The part of a text that one section's page changes. */
export function partOf(text: StandardText, section: Editable): Partial<StandardText> {
	if (section === 'parties') return {};
	if (section === 'duration')
		return { duration: text.duration, inForceWithoutAllSignatures: text.inForceWithoutAllSignatures };
	return { [section]: text[section] };
}

/** A section as its form shows it. */
export function sectionValues(text: StandardText, section: TextSection): Values {
	switch (section) {
		case 'title':
			return { text: text.title };
		case 'aims':
			return { text: text.aims.map((aim) => aim.text), indicator: text.aims.map(({ indicator }) => indicator) };
		case 'terms':
			return { term: text.terms.map(({ term }) => term), meaning: text.terms.map(({ meaning }) => meaning) };
		case 'legalBases':
			return {
				organisationId: text.legalBases.map(({ organisationId }) => organisationId),
				basis: text.legalBases.map(({ basis }) => basis)
			};
		case 'scope':
			return { ...text.scope, helpTypes: text.scope.helpTypes.join('\n') };
		case 'attachments':
			return { text: text.attachments.join('\n') };
		case 'duration':
			return { text: text.duration, isOpen: text.inForceWithoutAllSignatures ? 'on' : '' };
		default:
			return { text: text[section] };
	}
}
