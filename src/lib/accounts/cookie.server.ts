import type { Cookies } from '@sveltejs/kit';
import { SESSION_SECONDS } from './sessions.server.ts';

/** On https the name binds the cookie to this host; Safari refuses such a name on http://localhost. */
function nameOf(url: URL): string {
	return url.protocol === 'https:' ? '__Host-session' : 'session';
}

export function sessionToken(cookies: Cookies, url: URL): string | undefined {
	return cookies.get(nameOf(url));
}

export function setSessionCookie(cookies: Cookies, url: URL, token: string): void {
	cookies.set(nameOf(url), token, {
		path: '/',
		httpOnly: true,
		secure: url.protocol === 'https:',
		// Lax, not Strict: a click from a mail must arrive logged in.
		sameSite: 'lax',
		maxAge: SESSION_SECONDS
	});
}

export function dropSessionCookie(cookies: Cookies, url: URL): void {
	cookies.delete(nameOf(url), { path: '/', secure: url.protocol === 'https:' });
}
