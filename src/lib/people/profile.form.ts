import * as z from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { line, paragraphs } from '#lib/web/form.ts';
import { PROFILE_FIELDS } from './profile.ts';

/** What is typed about the work of an organisation; `basis` is when the profile was last changed as the form was opened. */
export const profileForm = z
	.object({
		basis: line(40),
		mandate: paragraphs(2000),
		aim: paragraphs(2000),
		services: paragraphs(4000),
		limits: paragraphs(2000),
		legalBasis: paragraphs(1000)
	})
	.refine((input) => PROFILE_FIELDS.some((field) => input[field] !== ''), {
		path: ['mandate'],
		error: () => m.profiles_error_empty()
	});
export type ProfileInput = z.output<typeof profileForm>;
