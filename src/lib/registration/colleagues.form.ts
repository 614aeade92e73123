import * as z from 'zod';
import { m } from '#lib/paraglide/messages.js';
import type { Issues, Values } from '#lib/web/form.ts';
import { email, line, optionalId, requiredLine, tick } from '#lib/web/form.ts';
import { NO_PARTICULARS, type Particulars, type Registrant } from './registrant.ts';

export const COLLEAGUE_ROWS = 10;

/** Name of a field in one row; rows count from 1. */
export function rowField(row: number, field: string): string {
	return `${field}-${row}`;
}

const teamForm = z.object({ organisationId: optionalId(), organisationName: line(200) });

const rowForm = z.object({
	firstName: requiredLine(80),
	lastName: requiredLine(80),
	jobFunction: requiredLine(120),
	email: email(),
	isNewcomer: tick(),
	wish: z.string().max(40).default('')
});
const NAMES: Record<string, () => string> = {
	firstName: m.registration_first_name,
	lastName: m.registration_last_name,
	jobFunction: m.registration_job_function,
	email: m.registration_email
};
const WRITTEN = ['firstName', 'lastName', 'jobFunction', 'email'] as const;

export type Colleague = { person: Registrant; particulars: Particulars };
export type TeamResult = { colleagues: Colleague[] } | { issues: Issues };

/** Reads the rows of a team. A row in which nothing is written is left out; every other must be complete. */
export function readTeam(values: Values): TeamResult {
	const issues: Issues = {};
	const team = teamForm.safeParse(values);
	const { organisationId = null, organisationName = '' } = team.data ?? {};
	if (!organisationId && !organisationName) issues.organisationId = m.registration_error_organisation();
	const colleagues: Colleague[] = [];
	for (let row = 1; row <= COLLEAGUE_ROWS; row++) {
		const typed = rowOf(values, row);
		if (WRITTEN.every((field) => `${typed[field] ?? ''}`.trim() === '')) continue;
		const read = rowForm.safeParse(typed);
		if (read.success) colleagues.push(colleagueOf(read.data, organisationId, organisationName));
		else collect(issues, row, read.error);
	}
	if (colleagues.length === 0 && Object.keys(issues).length === 0) {
		issues[rowField(1, 'firstName')] = m.registration_error_nobody();
	}
	return Object.keys(issues).length > 0 ? { issues } : { colleagues };
}

function rowOf(values: Values, row: number): Record<string, Values[string] | undefined> {
	const fields = [...WRITTEN, 'isNewcomer', 'wish'];
	return Object.fromEntries(fields.map((field) => [field, values[rowField(row, field)]]));
}

function collect(issues: Issues, row: number, error: z.ZodError): void {
	for (const issue of error.issues) {
		const field = String(issue.path[0]);
		const name = NAMES[field]?.() ?? field;
		issues[rowField(row, field)] ??= m.registration_error_row({ row, name, text: issue.message });
	}
}

function colleagueOf(
	data: z.output<typeof rowForm>,
	organisationId: string | null,
	organisationName: string
): Colleague {
	const { wish, isNewcomer, ...who } = data;
	return {
		person: { ...who, title: '', organisationId, organisationName },
		particulars: { ...NO_PARTICULARS, isNewcomer, wishes: wish ? [wish] : [] }
	};
}
