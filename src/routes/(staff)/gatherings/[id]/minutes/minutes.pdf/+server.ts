import { error } from '@sveltejs/kit';
import { gatheringFor, readableGatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { download } from '#lib/papers/download.server.ts';
import { minutesPaperFor } from '#lib/papers/minutesPaper.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { found, signedIn } from '#lib/web/guard.server.ts';
import { isRefused } from '#lib/web/refusal.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const account = signedIn(event);
	const { db } = event.locals;
	const gathering = found(await readableGatheringFor(db, account, event.params.id));
	const manages = (await gatheringFor(db, account, gathering.id)) !== undefined;
	const answer = await download(found(await minutesPaperFor(db, gathering, manages)), 'pdf');
	return isRefused(answer) ? error(503, m.papers_failed()) : answer;
};
