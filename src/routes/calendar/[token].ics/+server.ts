import { createHash } from 'node:crypto';
import { feedFile } from '#lib/invitations/feeds.server.ts';
import { found } from '#lib/web/guard.server.ts';
import type { RequestHandler } from './$types';

/** The personal feed. Who holds the link sees the dates; a revoked link finds nothing. */
export const GET: RequestHandler = async ({ params, locals, request }) => {
	const text = found(await feedFile(locals.db, params.token, locals.now));
	const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
	const headers = { etag, 'cache-control': 'private, no-cache' };
	const known = request.headers.get('if-none-match') ?? '';
	if (known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)) {
		return new Response(null, { status: 304, headers });
	}
	return new Response(text, { headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8' } });
};
