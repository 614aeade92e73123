import { error } from '@sveltejs/kit';
import { circleFor } from '#lib/circles/circles.server.ts';
import { download } from '#lib/papers/download.server.ts';
import { handbookPaper } from '#lib/papers/handbookPaper.ts';
import { m } from '#lib/paraglide/messages.js';
import { handbookContent } from '#lib/standards/handbooks.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { db, todayOn } = event.locals;
	const { id } = found(await circleFor(db, signedIn(event), event.params.id));
	const asked = event.url.searchParams.get('on') ?? '';
	const onDay = /^\d{4}-\d\d-\d\d$/.test(asked) && !Number.isNaN(Date.parse(asked)) ? asked : todayOn;
	const answer = await download(handbookPaper(found(await handbookContent(db, id, onDay))), 'docx');
	return isRefused(answer) ? error(503, m.papers_failed()) : answer;
};
