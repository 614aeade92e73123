import * as z from 'zod';
import { line, oneOf } from '#lib/web/form.ts';
import { ORGANISATION_FIELDS, PERSON_FIELDS } from './merge.ts';

function sources<const Fields extends readonly string[]>(fields: Fields) {
	return Object.fromEntries(fields.map((field) => [field, oneOf(['into', 'from']).optional()]));
}

/** The other person and, per field that differs, which value stays. */
export const mergePersonsForm = z.object({ other: line(40), ...sources(PERSON_FIELDS) });

/** The other organisation and, per field that differs, which value stays. */
export const mergeOrganisationsForm = z.object({ other: line(40), ...sources(ORGANISATION_FIELDS) });
