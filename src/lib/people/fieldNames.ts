import { m } from '#lib/paraglide/messages.js';

/** What the fields about a person are called, for the summary of a refused form. */
export const PERSON_NAMES: Record<string, () => string> = {
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

/** The same for an organisation. */
export const ORGANISATION_NAMES: Record<string, () => string> = {
	name: m.people_organisation_field_name,
	shortName: m.people_organisation_field_short,
	partOfId: m.profiles_part_of,
	kind: m.people_organisation_field_kind,
	side: m.people_organisation_field_side,
	town: m.people_organisation_field_town,
	dataProtectionLaw: m.people_organisation_field_law,
	mailDomain: m.people_organisation_field_domain
};
