import { fail } from '@sveltejs/kit';
import { newPassword, passwordChangeForm } from '#lib/accounts/account.form.ts';
import { setSessionCookie } from '#lib/accounts/cookie.server.ts';
import { changePassword } from '#lib/accounts/signIn.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { signedIn } from '#lib/web/guard.server.ts';
import { readForm } from '#lib/web/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { email, name, organisationId, organisationName } = signedIn(event);
	return { width: 'narrow', account: { email, name, organisationId, organisationName } };
};

export const actions: Actions = {
	default: async (event) => {
		const account = signedIn(event);
		const typed = await event.request.formData();
		typed.set('email', account.email);
		const form = readForm(newPassword, typed);
		const { current } = passwordChangeForm.parse(Object.fromEntries(typed));
		if (!('data' in form)) return fail(400, { issues: form.issues });
		const token = await changePassword(event.locals.db, event.locals.by, account, current, form.data.password);
		if (!token)
			return fail(400, { issues: { current: m.accounts_password_current_wrong() } as Record<string, string> });
		setSessionCookie(event.cookies, event.url, token);
		return { done: true };
	}
};
