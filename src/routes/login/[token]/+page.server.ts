import { error, redirect } from '@sveltejs/kit';
import { setSessionCookie } from '#lib/accounts/cookie.server.ts';
import { readLink, signInByLink } from '#lib/accounts/links.server.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

/** Shows who would be logged in; changes nothing, because scanners in mailboxes open links too. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const link = await readLink(locals.db, params.token, locals.now);
	if (link?.purpose !== 'sign_in' || !link.account) error(404, m.accounts_link_void());
	return { width: 'narrow', name: link.account.name };
};

export const actions: Actions = {
	default: async ({ locals, params, cookies, url }) => {
		const token = await signInByLink(locals.db, params.token, locals.now);
		if (!token) error(404, m.accounts_link_void());
		setSessionCookie(cookies, url, token);
		redirect(303, '/');
	}
};
