import * as z from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { line, oneOf, optionalId, requiredLine } from '#lib/web/form.ts';
import { DATA_PROTECTION_LAWS, ORGANISATION_KINDS } from './organisation.ts';
import { SECTORS } from './sector.ts';
import { SIDES } from './side.ts';

const DOMAIN = /^([a-z0-9\u00e0-\u024f]([a-z0-9\u00e0-\u024f-]*[a-z0-9\u00e0-\u024f])?\.)+[a-z]{2,}$/;

/** A mail domain without the sign @; an address typed instead is cut to its domain. */
function mailDomain() {
	return line(120)
		.transform((text) => text.toLowerCase().replace(/^.*@/, ''))
		.refine((text) => text === '' || DOMAIN.test(text), { error: () => m.people_error_domain() });
}

/** Kind and side are left open only by a department: then it is what the whole organisation is. */
const unlessDepartment = (field: 'kind' | 'side') => ({
	path: [field],
	error: () => m.web_error_choice(),
	// Said together with all other fields that are wrong, not only once those are right.
	when: () => true
});

/** What is typed about an organisation. Without a short name the name serves. */
export const organisationForm = z
	.object({
		name: requiredLine(160),
		shortName: line(60),
		partOfId: optionalId(),
		kind: oneOf(['', ...ORGANISATION_KINDS]).default(''),
		side: oneOf(['', ...SIDES]).default(''),
		town: line(80),
		mailDomain: mailDomain(),
		dataProtectionLaw: oneOf(DATA_PROTECTION_LAWS).default('DSGVO'),
		sectors: z.array(oneOf(SECTORS)).default([])
	})
	.refine(({ partOfId, kind }) => partOfId !== null || kind !== '', unlessDepartment('kind'))
	.refine(({ partOfId, side }) => partOfId !== null || side !== '', unlessDepartment('side'))
	.transform((input) => ({ ...input, shortName: input.shortName || input.name }));
