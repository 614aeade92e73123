import { maySeeDirectory } from '#lib/accounts/account.ts';
import { colleaguesFor } from '#lib/accounts/accounts.server.ts';
import { tablesOf } from '#lib/agenda/tables.server.ts';
import { comingUp } from '#lib/gatherings/comingUp.ts';
import { gatheringsFor } from '#lib/gatherings/gatherings.server.ts';
import { minutesToRead } from '#lib/minutes/minutesToRead.server.ts';
import { organisationsOf } from '#lib/people/organisations.server.ts';
import { signedIn } from '#lib/web/guard.server.ts';
import type { PageServerLoad } from './$types';
import { waysOf } from './gatherings/states.server.ts';

export const load: PageServerLoad = async (event) => {
	const account = signedIn(event);
	const { db, todayOn } = event.locals;
	const all = await gatheringsFor(db, account);
	const { next, further, managed } = comingUp(all, todayOn);
	const ways = await waysOf(db, managed, todayOn);
	const [way] = next?.manages ? ways : [];
	return {
		next,
		further,
		stations: way?.stations,
		step: way?.step,
		waiting: [...ways.flatMap((each) => each.waiting), ...(await minutesToRead(db, account, todayOn))],
		// The draft plan is for those who prepare it.
		tables: next?.manages ? await tablesOf(db, next.id) : [],
		brokenMusts: way?.states.groups.brokenMusts ?? 0,
		isEmpty: all.length === 0,
		hasOrganisations: (await organisationsOf(db)).length > 0,
		hasColleagues: (await colleaguesFor(db, account)).length > 1,
		mayOrganize: maySeeDirectory(account) || account.organisationId !== null,
		seesDirectory: maySeeDirectory(account)
	};
};
