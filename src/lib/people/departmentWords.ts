import { m } from '#lib/paraglide/messages.js';
import type { Issues } from '#lib/web/form.ts';

const SENTENCES: Record<string, (inputs: { name: string }) => string> = {
	partUnknown: m.profiles_error_part_unknown,
	partOfItself: m.profiles_error_part_of_itself,
	partOfDepartment: m.profiles_error_part_of_department,
	hasDepartments: m.profiles_error_has_departments
};

/** Why an organisation cannot be part of the chosen one, beside the field. */
export function partOfIssues({ refused, name }: { refused: string; name: string }): Issues {
	return { partOfId: SENTENCES[refused]?.({ name }) ?? '' };
}
