import * as z from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { email, ids, line, oneOf, optionalEmail, optionalId, paragraphs, requiredLine, tick } from '#lib/web/form.ts';
import { CATERING } from './naming.ts';
import type { Particulars, Registrant } from './registrant.ts';
import { rankGivenTwice } from './wishes.ts';

const person = {
	title: line(40),
	firstName: requiredLine(80),
	lastName: requiredLine(80),
	organisationId: optionalId(),
	organisationName: line(200),
	jobFunction: requiredLine(120)
};

const wish = () => z.string().max(40).default('');

const particulars = {
	isNewcomer: tick(),
	wish1: wish(),
	wish2: wish(),
	wish3: wish(),
	wish4: wish(),
	wish5: wish(),
	catering: oneOf(CATERING).default(''),
	supportNeed: paragraphs(1000),
	isListed: tick(),
	allowsPhotos: tick()
};

interface Typed {
	organisationId?: string | null;
	organisationName?: string;
	wish1?: string;
	wish2?: string;
	wish3?: string;
	wish4?: string;
	wish5?: string;
}

function ranked(typed: Typed): string[] {
	return [typed.wish1, typed.wish2, typed.wish3, typed.wish4, typed.wish5].map((id) => id ?? '');
}

/** Each workshop one rank; without JavaScript two can be given. */
function checkWishes(typed: Typed, context: z.RefinementCtx): void {
	const rank = rankGivenTwice(ranked(typed));
	if (rank) context.addIssue({ code: 'custom', path: ['wishes'], message: m.registration_error_twice({ rank }) });
}

/** From the list, or its name: without it the mix does not know where somebody belongs. */
function checkOrganisation(typed: Typed, context: z.RefinementCtx): void {
	if (typed.organisationId || typed.organisationName) return;
	context.addIssue({ code: 'custom', path: ['organisationId'], message: m.registration_error_organisation() });
}

/** The public form: somebody registers herself. */
export const registrationForm = z
	.object({ ...person, email: email(), ...particulars })
	.superRefine(checkWishes)
	.superRefine(checkOrganisation);

/** The public form of a series: the same, and the parts she comes to. */
export const seriesRegistrationForm = z
	.object({ ...person, email: email(), ...particulars, parts: ids(100) })
	.superRefine(checkOrganisation)
	.superRefine(({ parts }, context) => {
		if (parts.length > 0) return;
		context.addIssue({ code: 'custom', path: ['parts'], message: m.series_error_no_part() });
	});

/** The office registers somebody who phoned: an address is good to have, but not everybody has one. */
export const officeForm = z
	.object({ ...person, jobFunction: line(120), email: optionalEmail(), ...particulars })
	.superRefine(checkWishes)
	.superRefine(checkOrganisation);

/** Somebody corrects her own registration; a new address is entered by the office, links go there. */
export const correctionForm = z
	.object({ ...person, ...particulars })
	.superRefine(checkWishes)
	.superRefine(checkOrganisation);

/** Who comes instead; the organisation is the same unless another is chosen. */
export const substituteForm = z.object({
	title: line(40),
	firstName: requiredLine(80),
	lastName: requiredLine(80),
	jobFunction: requiredLine(120),
	email: email()
});

/** The same, entered by the office. */
export const officeSubstituteForm = substituteForm.extend({ jobFunction: line(120), email: optionalEmail() });

/** The person in what was read. */
export function registrantOf(data: Omit<Registrant, 'email'> & { email?: string }): Registrant {
	const { title, firstName, lastName, organisationId, organisationName, jobFunction, email = '' } = data;
	return { title, firstName, lastName, email, organisationId, organisationName, jobFunction };
}

/** Everything else in what was read. */
export function particularsOf(data: z.output<typeof correctionForm>): Particulars {
	const { isNewcomer, supportNeed, catering, isListed, allowsPhotos } = data;
	return { wishes: ranked(data), isNewcomer, supportNeed, catering, isListed, allowsPhotos };
}
