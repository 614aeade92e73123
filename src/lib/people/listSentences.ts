import { m } from '#lib/paraglide/messages.js';
import type { FieldChange } from './listChanges.ts';
import type { ListField } from './listFields.ts';
import type { DroppedColumn } from './listHeading.ts';
import type { PreviewReason, PreviewState } from './listPreview.ts';
import type { RowProblem } from './listRow.ts';
import type { SkipReason } from './listSection.ts';
import type { OrganisationWhy } from './matchOrganisation.ts';
import type { TwinReason } from './matchPerson.ts';

/** Why a file is not read as a list. */
export type ListRefusedWhy = 'notAList' | 'oldFormat' | 'locked' | 'empty' | 'tooManyBytes' | 'tooManyRows' | 'broken';

/** The sentence for a file that is not read. */
export function listRefusalSentence(why: ListRefusedWhy): string {
	return m[`people_list_refused_${why}`]();
}

/** The name of a field, for the choice of columns. */
export function listFieldName(field: ListField): string {
	return m[`people_list_field_${field}`]();
}

/** Why a column is not taken over. */
export function droppedColumnSentence(why: DroppedColumn['why']): string {
	return m[`people_list_dropped_${why}`]();
}

/** Why a row is not read as a person. */
export function skippedRowSentence(reason: SkipReason): string {
	return m[`people_list_skipped_${reason}`]();
}

/** What is remarkable about a row. */
export function rowProblemSentence({ key, written }: RowProblem): string {
	return m[`people_list_problem_${key}`]({ written });
}

/** The word for the state of a row. */
export function previewStateName(state: PreviewState): string {
	return m[`people_list_state_${state}`]();
}

/** Why two people may be one. */
export function twinSentence(reason: TwinReason): string {
	return m[`people_list_twin_${reason}`]();
}

/** Why an organisation is suggested. */
export function organisationWhyName(why: OrganisationWhy): string {
	return m[`people_list_why_${why}`]();
}

function organisationSentence(written: string, ids: readonly string[], nameOf: (id: string) => string): string {
	const names = ids.map(nameOf).join(' / ');
	return written === ''
		? m.people_list_organisation_by_mail({ names })
		: m.people_list_organisation_suggested({ written, names });
}

/** The sentence for one reason of the preview; `nameOf` gives the name of an organisation. */
export function previewReasonSentence(reason: PreviewReason, nameOf: (organisationId: string) => string): string {
	switch (reason.key) {
		case 'problem':
			return rowProblemSentence(reason.problem);
		case 'again':
			return m.people_list_again({ line: reason.line });
		case 'twin':
			return twinSentence(reason.reason);
		case 'twinInList':
			return m.people_list_twin_in_list({ line: reason.line, reason: twinSentence(reason.reason) });
		case 'sharedMailbox':
			return reason.lines.length === 0
				? m.people_list_shared_mailbox()
				: m.people_list_shared_mailbox_lines({ lines: reason.lines.join(', ') });
		case 'organisationUnknown':
			return reason.written === ''
				? m.people_list_problem_noOrganisation()
				: m.people_list_organisation_unknown({ written: reason.written });
		case 'organisationSuggested':
			return organisationSentence(reason.written, reason.ids, nameOf);
	}
}

/** One change of a known person, old and new; `nameOf` gives the name of an organisation. */
export function fieldChangeSentence(change: FieldChange, nameOf: (organisationId: string) => string): string {
	const ids = change.field === 'organisationId';
	const field = listFieldName(change.field === 'organisationId' ? 'organisation' : change.field);
	const text = (value: string) => (ids && value !== '' ? nameOf(value) : value);
	const after = text(change.after);
	if (change.before === '') return m.people_list_change_added({ field, after });
	return m.people_list_change({ field, before: text(change.before), after });
}
