import { m } from '#lib/paraglide/messages.js';
import { differingFields, ORGANISATION_FIELDS, PERSON_FIELDS } from './merge.ts';
import { kindName, lawName, type Organisation } from './organisation.ts';
import { levelName, type Person } from './person.ts';
import { sideName } from './side.ts';

/** A field that differs between two entries, both values in words. */
export interface MergeRow {
	field: string;
	label: string;
	into: string;
	from: string;
}

const PERSON_LABELS: Record<(typeof PERSON_FIELDS)[number], () => string> = {
	salutation: m.people_field_salutation,
	title: m.people_field_title,
	firstName: m.people_field_first_name,
	lastName: m.people_field_last_name,
	organisationId: m.people_field_organisation,
	unit: m.people_field_unit,
	jobFunction: m.people_field_function,
	level: m.people_field_level,
	side: m.people_field_side,
	email: m.people_field_email
};

const ORGANISATION_LABELS: Record<(typeof ORGANISATION_FIELDS)[number], () => string> = {
	name: m.people_organisation_field_name,
	shortName: m.people_organisation_field_short,
	partOfId: m.profiles_part_of,
	kind: m.people_organisation_field_kind,
	side: m.people_organisation_field_side,
	town: m.people_organisation_field_town,
	mailDomain: m.people_organisation_field_domain,
	dataProtectionLaw: m.people_organisation_field_law
};

function personWords(person: Person, field: (typeof PERSON_FIELDS)[number]): string {
	if (field === 'organisationId') return person.organisationName;
	if (field === 'side') return person.side === null ? '' : sideName(person.side);
	return field === 'level' ? levelName(person.level) : person[field];
}

function organisationWords(organisation: Organisation, field: (typeof ORGANISATION_FIELDS)[number]): string {
	if (field === 'kind') return kindName(organisation.kind);
	if (field === 'partOfId') return organisation.partOfName;
	if (field === 'side') return sideName(organisation.side);
	return field === 'dataProtectionLaw' ? lawName(organisation.dataProtectionLaw) : organisation[field];
}

/** What differs between two entries of a person. */
export function personRows(into: Person, from: Person): MergeRow[] {
	return differingFields(PERSON_FIELDS, into, from).map((field) => ({
		field,
		label: PERSON_LABELS[field](),
		into: personWords(into, field),
		from: personWords(from, field)
	}));
}

/** What differs between two entries of an organisation. That one is a department of the other ends with the merge. */
export function organisationRows(into: Organisation, from: Organisation): MergeRow[] {
	const isInside = into.partOfId === from.id || from.partOfId === into.id;
	const fields = differingFields(ORGANISATION_FIELDS, into, from);
	return fields
		.filter((field) => field !== 'partOfId' || !isInside)
		.map((field) => ({
			field,
			label: ORGANISATION_LABELS[field](),
			into: organisationWords(into, field),
			from: organisationWords(from, field)
		}));
}
