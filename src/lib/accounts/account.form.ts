import * as z from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { email, oneOf, optionalId, requiredLine, tick } from '#lib/web/form.ts';
import { passwordIssue } from './password.ts';

const SENTENCES = {
	short: () => m.accounts_password_short(),
	long: () => m.accounts_password_long(),
	common: () => m.accounts_password_common(),
	own: () => m.accounts_password_own()
};

/** A new password, typed once and shown on request; pasting is fine. */
export const newPassword = z
	.object({ password: z.string().default(''), email: z.string().default('') })
	.superRefine((input, context) => {
		const issue = passwordIssue(input.password, input.email);
		if (issue) context.addIssue({ code: 'custom', path: ['password'], message: SENTENCES[issue]() });
	});

export const signInForm = z.object({ email: email(), password: z.string().max(1000).default('') });

export const linkRequestForm = z.object({ email: email() });

export const firstAccountForm = z
	.object({ name: requiredLine(120), email: email(), password: z.string().default('') })
	.superRefine((input, context) => {
		const issue = passwordIssue(input.password, input.email);
		if (issue) context.addIssue({ code: 'custom', path: ['password'], message: SENTENCES[issue]() });
	});

export const colleagueForm = z.object({
	name: requiredLine(120),
	email: email(),
	organisationId: optionalId(),
	isAdministrator: tick(),
	language: oneOf(['de', 'en'])
});

export const passwordChangeForm = z.object({ current: z.string().max(1000).default('') });
