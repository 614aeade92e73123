import { gatheringFor } from '#lib/gatherings/gatherings.server.ts';
import { noticeOf } from '#lib/privacy/notices.server.ts';
import { erasedOn } from '#lib/privacy/notice.ts';
import { needsOf } from '#lib/registration/lists.server.ts';
import { found, signedIn } from '#lib/web/guard.server.ts';
import type { PageServerLoad } from './$types';

/** Needs and food: only for those who organize this gathering. */
export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db } = event.locals;
	const gathering = found(await gatheringFor(db, account, event.params.id));
	const notice = found(await noticeOf(db, gathering.id));
	return {
		title: gathering.title,
		erasedOn: erasedOn(notice, notice.keepNeedsDays),
		...(await needsOf(db, gathering.id))
	};
};
