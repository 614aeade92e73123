import type { Account } from '#lib/accounts/account.ts';
import type { Database } from '#lib/db/database.server.ts';
import type { Waiting } from '#lib/gatherings/waiting.ts';
import { m } from '#lib/paraglide/messages.js';
import { plainDay } from '#lib/time/wording.ts';

/** Drafts that wait for the eyes of this account's organisation, the earliest deadline first. */
export async function minutesToRead(db: Database, account: Account, todayOn: string): Promise<Waiting[]> {
	const rows = await db
		.selectFrom('minutesCirculation')
		.innerJoin('minutes', 'minutes.id', 'minutesCirculation.minutesId')
		.innerJoin('gathering', 'gathering.id', 'minutes.gatheringId')
		.leftJoin('minutesFinal', 'minutesFinal.minutesId', 'minutes.id')
		.where('minutesFinal.minutesId', 'is', null)
		.where((eb) =>
			eb.exists(
				eb
					.selectFrom('seat')
					.whereRef('seat.circleId', '=', 'gathering.circleId')
					.where('seat.organisationId', '=', account.organisationId ?? '')
					.where((seat) =>
						seat.or([seat('seat.untilOn', 'is', null), seat('seat.untilOn', '>=', seat.ref('gathering.dateOn'))])
					)
					.select('seat.id')
			)
		)
		.select(['gathering.id', 'gathering.title', ({ fn }) => fn.max('commentsUntilOn').as('untilOn')])
		.groupBy(['gathering.id', 'gathering.title'])
		.having(({ fn }) => fn.max('commentsUntilOn'), '>=', todayOn)
		.orderBy('untilOn')
		.execute();
	return rows.map(({ id, title, untilOn }) => ({
		what: m.minutes_to_read({ title }),
		why: m.minutes_to_read_why({ day: plainDay(untilOn) }),
		verb: m.minutes_to_read_do(),
		href: `/gatherings/${id}/minutes`
	}));
}
