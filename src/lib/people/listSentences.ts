import { m } from '#lib/paraglide/messages.js';
import type { FieldChange } from './listChanges.ts';
import { listFieldName } from './listNames.ts';
import type { PreviewReason, PreviewState } from './listPreview.ts';
import type { RowProblem, RowProblemKey } from './listProblem.ts';
import type { OrganisationWhy } from './matchOrganisation.ts';
import type { TwinReason } from './matchPerson.ts';

const PROBLEMS = {
	brokenEmail: m.people_list_problem_brokenEmail,
	capitals: m.people_list_problem_capitals,
	mendedEmail: m.people_list_problem_mendedEmail,
	nameGuessed: m.people_list_problem_nameGuessed,
	nameTurned: m.people_list_problem_nameTurned,
	noEmail: m.people_list_problem_noEmail,
	noFirstName: m.people_list_problem_noFirstName,
	noLastName: m.people_list_problem_noLastName,
	noName: m.people_list_problem_noName,
	noOrganisation: m.people_list_problem_noOrganisation,
	oddName: m.people_list_problem_oddName,
	organisationFromSection: m.people_list_problem_organisationFromSection,
	severalEmails: m.people_list_problem_severalEmails,
	titleSplit: m.people_list_problem_titleSplit,
	underSection: m.people_list_problem_underSection
} satisfies Record<RowProblemKey, (texts: { written: string }) => string>;

const STATES = {
	again: m.people_list_state_again,
	broken: m.people_list_state_broken,
	changed: m.people_list_state_changed,
	new: m.people_list_state_new,
	same: m.people_list_state_same,
	twin: m.people_list_state_twin,
	unknownOrganisation: m.people_list_state_unknownOrganisation
} satisfies Record<PreviewState, unknown>;

const TWINS = {
	changedSurname: m.people_list_twin_changedSurname,
	otherFirstName: m.people_list_twin_otherFirstName,
	sameNameOrganisationOpen: m.people_list_twin_sameNameOrganisationOpen,
	sameNameOtherMail: m.people_list_twin_sameNameOtherMail,
	sameNameOtherOrganisation: m.people_list_twin_sameNameOtherOrganisation,
	severalSameName: m.people_list_twin_severalSameName,
	spelling: m.people_list_twin_spelling,
	turnedName: m.people_list_twin_turnedName
} satisfies Record<TwinReason, unknown>;

const WHYS = {
	abbreviation: m.people_list_why_abbreviation,
	mailDomain: m.people_list_why_mailDomain,
	severalSame: m.people_list_why_severalSame,
	spelling: m.people_list_why_spelling,
	words: m.people_list_why_words
} satisfies Record<OrganisationWhy, unknown>;

/** What is remarkable about a row. */
export function rowProblemSentence({ key, written }: RowProblem): string {
	return PROBLEMS[key]({ written });
}

/** The word for the state of a row. */
export function previewStateName(state: PreviewState): string {
	return STATES[state]();
}

/** Why two people may be one. */
export function twinSentence(reason: TwinReason): string {
	return TWINS[reason]();
}

/** Why an organisation is suggested. */
export function organisationWhyName(why: OrganisationWhy): string {
	return WHYS[why]();
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
