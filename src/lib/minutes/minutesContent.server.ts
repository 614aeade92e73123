import type { Database } from '#lib/db/database.server.ts';
import { berlinDay } from '#lib/time/berlin.ts';
import type { ContentAmendment, ContentCorrection, ContentItem, MinutesContent } from './minutesContent.ts';
import { decisionsByItem, tasksByItem } from './minutesItemParts.server.ts';
import { presenceOf, quorumOfMeeting } from './presence.server.ts';
import { quorumSentence } from './presence.ts';

type InItem<T> = T & { minutesItemId: string | null };

/** What was corrected after the draft had gone round, oldest first. */
async function correctionsOf(db: Database, minutesId: string): Promise<InItem<ContentCorrection>[]> {
	const rows = await db
		.selectFrom('minutesCorrection')
		.select(['minutesItemId', 'part', 'before', 'after', 'at'])
		.where('minutesId', '=', minutesId)
		.orderBy('at')
		.execute();
	return rows.map(({ at, ...row }) => ({ ...row, on: berlinDay(at) }));
}

/** What members asked to be changed; they are named by their organisation. */
async function amendmentsOf(db: Database, minutesId: string): Promise<InItem<ContentAmendment>[]> {
	const rows = await db
		.selectFrom('minutesAmendment')
		.leftJoin('organisation', 'organisation.id', 'minutesAmendment.organisationId')
		.select(['minutesItemId', 'name', 'byName', 'text', 'answer', 'isAccepted'])
		.where('minutesId', '=', minutesId)
		.orderBy('at')
		.execute();
	return rows.map(({ name, byName, isAccepted, ...row }) => ({
		...row,
		organisation: name ?? byName,
		isAccepted: isAccepted === null ? null : isAccepted === 1
	}));
}

async function itemsOf(db: Database, minutesId: string) {
	const items = await db
		.selectFrom('minutesItem')
		.select(['id', 'kind', 'title', 'facts', 'discussion'])
		.where('minutesId', '=', minutesId)
		.orderBy('position')
		.orderBy('id')
		.execute();
	const ids = items.map(({ id }) => id);
	const [corrections, amendments] = [await correctionsOf(db, minutesId), await amendmentsOf(db, minutesId)];
	const [decisions, tasks] = [await decisionsByItem(db, ids), await tasksByItem(db, ids)];
	const at = <T>(rows: InItem<T>[], itemId: string | null) =>
		rows.filter((row) => row.minutesItemId === itemId).map(({ minutesItemId: _, ...row }) => row as T);
	return {
		corrections: at<ContentCorrection>(corrections, null),
		amendments: at<ContentAmendment>(amendments, null),
		items: items.map((item, index): ContentItem => ({
			...item,
			number: index + 1,
			decisions: decisions.get(item.id) ?? [],
			tasks: tasks.get(item.id) ?? [],
			corrections: at<ContentCorrection>(corrections, item.id),
			amendments: at<ContentAmendment>(amendments, item.id)
		}))
	};
}

/** The minutes of a meeting as they stand now, without asking who wants to know; a fixed number of queries. */
export async function draftContent(db: Database, gatheringId: string): Promise<MinutesContent | undefined> {
	const head = await db
		.selectFrom('minutes')
		.innerJoin('gathering', 'gathering.id', 'minutes.gatheringId')
		.innerJoin('circle', 'circle.id', 'gathering.circleId')
		.where('gatheringId', '=', gatheringId)
		.select(['minutes.id', 'gatheringId', 'circle.id as circleId', 'circle.name as circle'])
		.select(['title', 'dateOn', 'startedTime', 'endedTime', 'place', 'chair', 'minuteTaker'])
		.select(['nextDate', 'annexes', 'distribution'])
		.executeTakeFirst();
	if (!head) return undefined;
	const { id, annexes, ...rest } = head;
	const presence = await presenceOf(db, id);
	const quorum = await quorumOfMeeting(db, head, presence);
	return {
		...rest,
		presence,
		quorum,
		quorumSentence: quorumSentence(quorum, 'de'),
		...(await itemsOf(db, id)),
		annexes: annexes.split('\n').filter(Boolean),
		approvedOn: null
	};
}

/** The minutes of a meeting: the final record once there is one, else the draft as it stands. The caller has checked who may read. */
export async function minutesContent(db: Database, gatheringId: string): Promise<MinutesContent | undefined> {
	const final = await db
		.selectFrom('minutesFinal')
		.innerJoin('minutes', 'minutes.id', 'minutesFinal.minutesId')
		.select('content')
		.where('gatheringId', '=', gatheringId)
		.executeTakeFirst();
	return final ? (JSON.parse(final.content) as MinutesContent) : draftContent(db, gatheringId);
}
