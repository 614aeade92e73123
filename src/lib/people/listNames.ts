import { m } from '#lib/paraglide/messages.js';
import type { ListField } from './listFields.ts';
import type { DroppedColumn } from './listHeading.ts';
import type { SkipReason } from './listSection.ts';

/** Why a file is not read as a list. */
export type ListRefusedWhy = 'notAList' | 'oldFormat' | 'locked' | 'empty' | 'tooManyBytes' | 'tooManyRows' | 'broken';

const REFUSED = {
	broken: m.people_list_refused_broken,
	empty: m.people_list_refused_empty,
	locked: m.people_list_refused_locked,
	notAList: m.people_list_refused_notAList,
	oldFormat: m.people_list_refused_oldFormat,
	tooManyBytes: m.people_list_refused_tooManyBytes,
	tooManyRows: m.people_list_refused_tooManyRows
} satisfies Record<ListRefusedWhy, unknown>;

const FIELDS = {
	catering: m.people_list_field_catering,
	email: m.people_list_field_email,
	firstName: m.people_list_field_firstName,
	fullName: m.people_list_field_fullName,
	jobFunction: m.people_list_field_jobFunction,
	lastName: m.people_list_field_lastName,
	nameLastFirst: m.people_list_field_nameLastFirst,
	newcomer: m.people_list_field_newcomer,
	note: m.people_list_field_note,
	organisation: m.people_list_field_organisation,
	photo: m.people_list_field_photo,
	salutation: m.people_list_field_salutation,
	supportNeed: m.people_list_field_supportNeed,
	title: m.people_list_field_title,
	unit: m.people_list_field_unit,
	wish1: m.people_list_field_wish1,
	wish2: m.people_list_field_wish2,
	wish3: m.people_list_field_wish3,
	wishes: m.people_list_field_wishes
} satisfies Record<ListField, unknown>;

const DROPPED = {
	double: m.people_list_dropped_double,
	noHeading: m.people_list_dropped_noHeading,
	notChosen: m.people_list_dropped_notChosen,
	notNeeded: m.people_list_dropped_notNeeded,
	unknown: m.people_list_dropped_unknown
} satisfies Record<DroppedColumn['why'], unknown>;

const SKIPPED = {
	footer: m.people_list_skipped_footer,
	heading: m.people_list_skipped_heading,
	noHeading: m.people_list_skipped_noHeading,
	nothingNeeded: m.people_list_skipped_nothingNeeded,
	numberOnly: m.people_list_skipped_numberOnly,
	section: m.people_list_skipped_section,
	title: m.people_list_skipped_title,
	unclear: m.people_list_skipped_unclear
} satisfies Record<SkipReason, unknown>;

/** The sentence for a file that is not read. */
export function listRefusalSentence(why: ListRefusedWhy): string {
	return REFUSED[why]();
}

/** The sentence for a list whose heading was not found. */
export function noHeadingSentence(): string {
	return m.people_list_no_heading();
}

/** The name of a field, for the choice of columns. */
export function listFieldName(field: ListField): string {
	return FIELDS[field]();
}

/** Why a column is not taken over. */
export function droppedColumnSentence(why: DroppedColumn['why']): string {
	return DROPPED[why]();
}

/** Why a row is not read as a person. */
export function skippedRowSentence(reason: SkipReason): string {
	return SKIPPED[reason]();
}
