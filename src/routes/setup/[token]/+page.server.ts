import { error, fail, redirect } from '@sveltejs/kit';
import { firstAccountForm } from '#lib/accounts/account.form.ts';
import { setSessionCookie } from '#lib/accounts/cookie.server.ts';
import { createFirstAccount, readLink } from '#lib/accounts/links.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { readForm } from '#lib/web/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const link = await readLink(locals.db, params.token, locals.now);
	if (link?.purpose !== 'set_up') error(404, m.accounts_set_up_void());
	return { width: 'narrow' };
};

export const actions: Actions = {
	default: async ({ request, locals, params, cookies, url }) => {
		const form = readForm(firstAccountForm, await request.formData());
		const values = { name: form.values.name, email: form.values.email };
		if (!('data' in form)) return fail(400, { issues: form.issues, values });
		const input = { ...form.data, language: getLocale() };
		const token = await createFirstAccount(locals.db, params.token, input, locals.now);
		if (!token) error(404, m.accounts_set_up_void());
		setSessionCookie(cookies, url, token);
		redirect(303, '/');
	}
};
