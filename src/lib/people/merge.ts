/** The fields of a person that are compared when two entries become one. */
export const PERSON_FIELDS = [
	'salutation',
	'title',
	'firstName',
	'lastName',
	'organisationId',
	'unit',
	'jobFunction',
	'level',
	'side',
	'email'
] as const;

/** The fields of an organisation that are compared; sectors and other names are put together. */
export const ORGANISATION_FIELDS = [
	'name',
	'shortName',
	'partOfId',
	'kind',
	'side',
	'town',
	'mailDomain',
	'dataProtectionLaw'
] as const;

/** Which of the two entries gives a value: the one that stays or the one that becomes part of it. */
export type Source = 'into' | 'from';
export type Keep = Readonly<Partial<Record<string, Source>>>;

/** The values that shall apply: per field the chosen entry; without a choice the one that is not empty, first that which stays. */
export function mergedValues<Field extends string, Value>(
	fields: readonly Field[],
	into: Readonly<Record<Field, Value>>,
	from: Readonly<Record<Field, Value>>,
	keep: Keep
): Record<Field, Value> {
	const values = {} as Record<Field, Value>;
	for (const field of fields) {
		const source = keep[field] ?? (isEmpty(into[field]) ? 'from' : 'into');
		values[field] = source === 'from' ? from[field] : into[field];
	}
	return values;
}

/** The fields in which two entries differ. */
export function differingFields<Field extends string>(
	fields: readonly Field[],
	into: Readonly<Record<Field, unknown>>,
	from: Readonly<Record<Field, unknown>>
): Field[] {
	return fields.filter((field) => (into[field] ?? '') !== (from[field] ?? ''));
}

/** Which entry is proposed for a field: the one that stays, unless it says nothing. */
export function proposedSource(into: unknown): Source {
	return isEmpty(into) ? 'from' : 'into';
}

function isEmpty(value: unknown): boolean {
	return value === '' || value === null || value === undefined;
}
