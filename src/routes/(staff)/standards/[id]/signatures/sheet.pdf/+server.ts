import { error } from '@sveltejs/kit';
import { download } from '#lib/papers/download.server.ts';
import { sheetPaperFor } from '#lib/papers/sheetPaper.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { standardFor } from '#lib/standards/standards.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const account = signedIn(event);
	const { db, todayOn } = event.locals;
	const standard = found(await standardFor(db, account, event.params.id));
	const answer = await download(found(await sheetPaperFor(db, standard, todayOn)), 'pdf');
	return isRefused(answer) ? error(503, m.papers_failed()) : answer;
};
