import { redirect } from '@sveltejs/kit';
import { setLanguage } from '#lib/accounts/accounts.server.ts';
import { cookieName, isLocale } from '#lib/paraglide/runtime.js';
import { localPath } from '#lib/web/localPath.ts';
import type { RequestHandler } from './$types';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

export const POST: RequestHandler = async ({ request, cookies, locals, url }) => {
	const form = await request.formData();
	const locale = form.get('locale');
	if (isLocale(locale)) {
		const secure = url.protocol === 'https:';
		cookies.set(cookieName, locale, { path: '/', maxAge: YEAR_SECONDS, httpOnly: false, sameSite: 'lax', secure });
		if (locals.account) await setLanguage(locals.db, locals.account.id, locale);
	}
	redirect(303, localPath(String(form.get('to') ?? '/')));
};
