import { error, fail, redirect } from '@sveltejs/kit';
import { newPassword } from '#lib/accounts/account.form.ts';
import { setSessionCookie } from '#lib/accounts/cookie.server.ts';
import { acceptInvitation, readLink } from '#lib/accounts/links.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { readForm } from '#lib/web/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const link = await readLink(locals.db, params.token, locals.now);
	if (link?.purpose !== 'invitation' || !link.account) error(404, m.accounts_invitation_void());
	return { width: 'narrow', name: link.account.name, email: link.account.email };
};

export const actions: Actions = {
	default: async ({ request, locals, params, cookies, url }) => {
		const form = readForm(newPassword, await request.formData());
		if (!('data' in form)) return fail(400, { issues: form.issues });
		const token = await acceptInvitation(locals.db, params.token, form.data.password, locals.now);
		if (!token) error(404, m.accounts_invitation_void());
		setSessionCookie(cookies, url, token);
		redirect(303, '/');
	}
};
