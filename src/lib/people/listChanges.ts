import type { ListRow } from './listRow.ts';
import type { KnownPerson } from './matchPersonIndex.ts';
import { looseNameKey, looseText, squashText } from './nameKeys.ts';

export type ChangedField = 'title' | 'firstName' | 'lastName' | 'organisationId' | 'unit' | 'jobFunction' | 'email';

/** One field that the list says otherwise. For `organisationId` both are ids. */
export interface FieldChange {
	field: ChangedField;
	before: string;
	after: string;
}

/** A lost umlaut or turned names are slips of the list: what is known stays. */
function nameChanges(person: KnownPerson, row: ListRow): [ChangedField, string, string][] {
	const turned = looseNameKey(row.lastName, row.firstName) === looseNameKey(person.firstName, person.lastName);
	if (turned) return [];
	const pairs: [ChangedField, string, string][] = [
		['firstName', person.firstName, row.firstName],
		['lastName', person.lastName, row.lastName]
	];
	return pairs.filter(([, before, after]) => looseText(before) !== looseText(after));
}

/** What a list would change in a known person. An empty cell changes nothing, nor does a mere way of writing. */
export function changesOf(person: KnownPerson, row: ListRow, organisationId: string): FieldChange[] {
	const pairs: [ChangedField, string, string][] = [
		['title', person.title ?? '', row.title],
		...nameChanges(person, row),
		['unit', person.unit, row.unit],
		['jobFunction', person.jobFunction ?? '', row.jobFunction]
	];
	const changes = pairs
		.filter(([, before, after]) => squashText(after) !== '' && squashText(before) !== squashText(after))
		.map(([field, before, after]): FieldChange => ({ field, before, after }));
	if (organisationId !== '' && organisationId !== person.organisationId)
		changes.push({ field: 'organisationId', before: person.organisationId, after: organisationId });
	if (row.email !== '' && row.email !== person.email.toLowerCase())
		changes.push({ field: 'email', before: person.email, after: row.email });
	return changes;
}
