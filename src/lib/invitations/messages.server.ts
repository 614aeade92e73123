import { sql } from 'kysely';
import type { Database } from '#lib/db/database.server.ts';
import { addMinutesToInstant } from '#lib/time/berlin.ts';
import type { Language } from '#lib/time/wording.ts';
import type { MessageKind } from './letter.ts';
import {
	ATTEMPT_MIN,
	type InvitationsState,
	invitationsStateOf,
	type MessageLine,
	type MessageState,
	type StateCounts,
	STATES
} from './messageState.ts';

/** The state of a message as SQL; `now` decides whether an attempt is under way or has broken off. */
function stateAt(now: string) {
	return sql<MessageState>`case
		when message_discard.at is not null then 'discarded'
		when message_dispatch.at is not null then 'sent'
		when message_failure.at is not null then 'failed'
		when attempt_started_at > ${addMinutesToInstant(now, -ATTEMPT_MIN)} then 'going'
		when attempt_started_at is not null then 'uncertain'
		when cleared_at is null then 'held'
		else 'waiting' end`;
}

function messages(db: Database, gatheringId: string) {
	return db
		.selectFrom('message')
		.leftJoin('messageDiscard', 'messageDiscard.messageId', 'message.id')
		.leftJoin('messageDispatch', 'messageDispatch.messageId', 'message.id')
		.leftJoin('messageFailure', 'messageFailure.messageId', 'message.id')
		.where((eb) => eb.or([eb('gatheringId', '=', gatheringId), eb('message.id', 'in', partMessages(gatheringId))]));
}

/** Mails that speak of this gathering among other parts of its series. */
function partMessages(gatheringId: string) {
	return sql<number>`(select message_part.message_id from message_part
		join registration on registration.id = message_part.registration_id
		where registration.gathering_id = ${gatheringId})`;
}

const STATE_AT = sql<string>`coalesce(message_discard.at, message_dispatch.at, message_failure.at, attempt_started_at,
	case when cleared_at is null then created_at else due_at end)`;

/** How many messages of a gathering stand where; one query. */
export async function countMessages(db: Database, gatheringId: string, now: string): Promise<StateCounts> {
	const rows = await messages(db, gatheringId)
		.select([stateAt(now).as('state'), sql<number>`count(*)`.as('count')])
		.groupBy('state')
		.execute();
	const counts = Object.fromEntries(STATES.map((state) => [state, 0])) as StateCounts;
	for (const { state, count } of rows) counts[state] = count;
	return counts;
}

/** The state of the invitations for the overview of a gathering. */
export async function invitationsState(db: Database, gatheringId: string): Promise<InvitationsState> {
	return invitationsStateOf(await countMessages(db, gatheringId, new Date().toISOString()));
}

/** How many messages of each kind wait for the organizer. */
export async function countHeld(
	db: Database,
	gatheringId: string
): Promise<{ kind: MessageKind; count: number; first: number }[]> {
	const rows = await messages(db, gatheringId)
		.where('clearedAt', 'is', null)
		.where('messageDiscard.at', 'is', null)
		.select(({ fn }) => ['kind', sql<number>`count(*)`.as('count'), fn.min('message.id').as('first')])
		.groupBy('kind')
		.orderBy('kind', 'desc')
		.execute();
	return rows.map(({ kind, ...rest }) => ({ ...rest, kind: kind as MessageKind }));
}

export interface MessageFilter {
	state: MessageState | null;
	kind: MessageKind | null;
}

/** One page of the outbox, newest first, and how many there are in all. */
export async function listMessages(
	db: Database,
	gatheringId: string,
	filter: MessageFilter,
	page: { from: number; size: number },
	now: string
): Promise<{ lines: MessageLine[]; total: number }> {
	const query = messages(db, gatheringId)
		.$if(filter.state !== null, (some) => some.where(stateAt(now), '=', filter.state))
		.$if(filter.kind !== null, (some) => some.where('kind', '=', filter.kind));
	const { total } = await query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
	const lines = await query
		.select(['message.id', 'kind', 'toName', 'toAddress', 'subject', 'attempts', 'lastError'])
		.select([stateAt(now).as('state'), STATE_AT.as('stateAt')])
		.orderBy('message.id', 'desc')
		.offset(page.from)
		.limit(page.size)
		.execute();
	return { lines: lines as MessageLine[], total };
}

/** A whole message. */
export interface MessageView extends MessageLine {
	language: Language;
	body: string;
	createdAt: string;
	calendar: string | null;
	registrationId: string | null;
	editedAt: string | null;
	mailId: string | null;
	/** A newer message with a calendar part has left: sending this one would put an old state into the calendar. */
	isOvertaken: boolean;
}

/** A message of this gathering; undefined when its id belongs elsewhere. */
export async function messageIn(
	db: Database,
	gatheringId: string,
	id: number,
	now: string
): Promise<MessageView | undefined> {
	const row = await messages(db, gatheringId)
		.where('message.id', '=', id)
		.select(['message.id', 'kind', 'toName', 'toAddress', 'subject', 'attempts', 'lastError'])
		.select(['language', 'body', 'createdAt', 'calendar', 'registrationId', 'editedAt', 'mailId'])
		.select([stateAt(now).as('state'), STATE_AT.as('stateAt')])
		.select(
			sql<0 | 1>`(calendar is not null and exists (select 1 from message as newer
				join message_dispatch as left_at on left_at.message_id = newer.id
				where newer.registration_id = message.registration_id and newer.id > message.id and newer.calendar is not null))
				or exists (select 1 from message_part join message as newer on newer.registration_id = message_part.registration_id
				join message_dispatch as left_at on left_at.message_id = newer.id
				where message_part.message_id = message.id and newer.id > message.id and newer.calendar is not null)`.as('overtaken')
		)
		.executeTakeFirst();
	if (!row) return undefined;
	const { overtaken, kind, ...rest } = row;
	return { ...rest, kind: kind as MessageKind, isOvertaken: overtaken === 1 };
}

/** Messages that wait for their turn, in the order of writing. What the organizer has not released yet is not among them. */
export function openMessages(db: Database, gatheringId: string, now: string) {
	return messages(db, gatheringId)
		.where(stateAt(now), '=', 'waiting')
		.select(['message.id', 'createdAt', 'toAddress'])
		.orderBy('message.id')
		.execute();
}
