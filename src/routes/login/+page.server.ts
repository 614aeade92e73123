import { fail, redirect } from '@sveltejs/kit';
import { linkRequestForm, signInForm } from '#lib/accounts/account.form.ts';
import { setSessionCookie } from '#lib/accounts/cookie.server.ts';
import { signIn } from '#lib/accounts/signIn.server.ts';
import { canSendMail, mailSignInLink } from '#lib/invitations/accountMail.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { readForm } from '#lib/web/form.ts';
import { localPath } from '#lib/web/localPath.ts';
import { attempt } from '#lib/accounts/throttle.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	if (locals.account) redirect(303, localPath(url.searchParams.get('to')));
	return { width: 'narrow', canSendMail: canSendMail() };
};

export const actions: Actions = {
	password: async ({ request, locals, cookies, url }) => {
		const form = readForm(signInForm, await request.formData());
		const values = { email: form.values.email };
		if (!('data' in form)) return fail(400, { values, issues: form.issues });
		const answer = await signIn(locals.db, form.data, locals.client, locals.now);
		if ('refused' in answer) {
			const isThrottled = answer.refused === 'throttled';
			const sentence = isThrottled ? m.accounts_throttled() : m.accounts_wrong();
			return fail(isThrottled ? 429 : 400, { values, issues: { form: sentence } as Record<string, string> });
		}
		setSessionCookie(cookies, url, answer.token);
		redirect(303, localPath(url.searchParams.get('to')));
	},

	link: async ({ request, locals }) => {
		const form = readForm(linkRequestForm, await request.formData());
		const values = { email: form.values.email };
		if (!('data' in form)) return fail(400, { values, issues: form.issues });
		const isAllowed =
			(await attempt(locals.db, 'link-address', form.data.email, 5, locals.now)) &&
			(await attempt(locals.db, 'link-client', locals.client, 20, locals.now));
		if (!isAllowed) return fail(429, { values, issues: { form: m.accounts_throttled() } as Record<string, string> });
		await mailSignInLink(locals.db, form.data.email, locals.now);
		return { sentTo: form.data.email };
	}
};
