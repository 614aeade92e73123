import * as z from 'zod';
import { oneOf, optionalEmail, optionalId, line, requiredLine } from '#lib/web/form.ts';
import { LEVELS } from './person.ts';
import { SIDES } from './side.ts';

/** What is typed about a person. Mail and organisation may be missing; a name is needed. */
export const personForm = z.object({
	salutation: line(40),
	title: line(60),
	firstName: requiredLine(80),
	lastName: requiredLine(80),
	organisationId: optionalId(),
	unit: line(120),
	jobFunction: line(120),
	level: oneOf(['', ...LEVELS]).default(''),
	side: oneOf(['', ...SIDES])
		.default('')
		.transform((side) => (side === '' ? null : side)),
	email: optionalEmail()
});
