import { m } from '#lib/paraglide/messages.js';
import { type OrganisationNames, partyNames, phaseName } from './partyWords.ts';
import type { ProcedureStep, Section, StandardText } from './standardText.ts';

/** Where two mandates contradict each other, and what goes first. */
export function conflictFacts({ aimConflict, precedence }: ProcedureStep): string[] {
	return [
		aimConflict ? m.standards_step_aim_conflict_is({ text: aimConflict }) : '',
		precedence ? m.standards_step_precedence_is({ text: precedence }) : ''
	].filter(Boolean);
}

/** What stands beneath the title of a step, each fact with its word. */
export function stepFacts(step: ProcedureStep, names: OrganisationNames): string[] {
	return [
		step.trigger && m.standards_step_trigger({ text: step.trigger }),
		partyNames(step.responsible, names),
		step.involved.length > 0 && m.standards_step_involved({ who: partyNames(step.involved, names) }),
		step.parallel && m.standards_step_parallel({ letter: step.parallel }),
		step.deadline,
		step.channel && m.standards_step_channel({ text: step.channel }),
		step.document && m.standards_step_document({ text: step.document }),
		step.legalBasis,
		step.note,
		...conflictFacts(step)
	].filter((fact): fact is string => Boolean(fact));
}

function stepLines(steps: readonly ProcedureStep[], names: OrganisationNames): string[] {
	return steps.map((step, index) =>
		[`${index + 1}. ${phaseName(step.phase)}: ${step.title}`, ...stepFacts(step, names)].join('\n')
	);
}

function scopeLines({ scope }: StandardText): string[] {
	const facts: [string, string][] = [
		[m.standards_scope_helpTypes(), scope.helpTypes.join(', ')],
		[m.standards_scope_targetGroup(), scope.targetGroup],
		[m.standards_scope_region(), scope.region],
		[m.standards_scope_level(), levelName(scope.level)],
		[m.standards_scope_trigger(), scope.trigger]
	];
	const written = facts.filter(([, value]) => value !== '');
	// The level alone says nothing yet.
	return written.length > 1 ? written.map(([name, value]) => `${name}: ${value}`) : [];
}

export function levelName(level: StandardText['scope']['level']): string {
	return level === 'case' ? m.standards_level_case() : m.standards_level_structure();
}

/** A section as paragraphs of plain text: for reading, for comments and for comparing two versions. */
export function sectionLines(text: StandardText, section: Section, names: OrganisationNames): string[] {
	switch (section) {
		case 'aims':
			return text.aims.map(({ text: aim, indicator }) =>
				indicator ? `${aim}\n${m.standards_indicator({ text: indicator })}` : aim
			);
		case 'scope':
			return scopeLines(text);
		case 'terms':
			return text.terms.map(({ term, meaning }) => `${term}: ${meaning}`);
		case 'legalBases':
			return text.legalBases.map(({ organisationId, basis }) => `${names[organisationId] ?? ''}: ${basis}`);
		case 'steps':
			return stepLines(text.steps, names);
		case 'attachments':
			return text.attachments;
		case 'duration':
			return [text.duration, text.inForceWithoutAllSignatures ? m.standards_outstanding_allowed() : ''].filter(Boolean);
		default:
			return text[section].split(/\n{2,}/).filter(Boolean);
	}
}

/** Nothing is written in this section yet. */
export function isSectionEmpty(text: StandardText, section: Section): boolean {
	return sectionLines(text, section, {}).length === 0;
}
