import { redirect } from '@sveltejs/kit';
import { dropSessionCookie, sessionToken } from '#lib/accounts/cookie.server.ts';
import { closeSession } from '#lib/accounts/sessions.server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ cookies, url, locals }) => {
	await closeSession(locals.db, sessionToken(cookies, url));
	dropSessionCookie(cookies, url);
	redirect(303, '/login');
};
