import { error } from '@sveltejs/kit';
import { readableGatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { download } from '#lib/papers/download.server.ts';
import { packPaperFor } from '#lib/papers/packPaper.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const account = signedIn(event);
	const { db, now } = event.locals;
	const gathering = found(await readableGatheringFor(db, account, event.params.id));
	const answer = await download(await packPaperFor(db, gathering, now, event.url.origin), 'pdf');
	return isRefused(answer) ? error(503, m.papers_failed()) : answer;
};
