import type { Insertable } from 'kysely';
import type { Database, Trx } from '#lib/db/database.server.ts';
import type { MessageTable } from '#migrations/schema.ts';
import { readCalendarPart } from './calendarContent.ts';
import type { EntryState, WaitingMessage } from './calendarPlan.ts';
import type { LetterKind } from './letter.ts';

// SQLite binds at most 32 766 values in one statement.
const ROWS_AT_ONCE = 500;

/** These are rewritten or taken back by a later change; a confirmation once written always goes. */
const REPLACEABLE: readonly LetterKind[] = ['changed', 'group', 'reminder', 'circular'];

/** Writes messages into the outbox, in this order. */
export async function insertMessages(trx: Trx, messages: readonly Insertable<MessageTable>[]): Promise<void> {
	for (let from = 0; from < messages.length; from += ROWS_AT_ONCE) {
		await trx
			.insertInto('message')
			.values(messages.slice(from, from + ROWS_AT_ONCE))
			.execute();
	}
}

/** Takes messages back that nobody has got. */
export async function dropMessages(trx: Trx, ids: readonly number[]): Promise<void> {
	for (let from = 0; from < ids.length; from += ROWS_AT_ONCE) {
		await trx
			.deleteFrom('message')
			.where('id', 'in', ids.slice(from, from + ROWS_AT_ONCE))
			.execute();
	}
}

/** Messages of a gathering that have not left and may still be replaced, by registration, oldest first. */
export async function replaceableMessages(
	db: Database,
	gatheringId: string,
	registrationIds: readonly string[] | 'all'
): Promise<Map<string, WaitingMessage[]>> {
	const rows = await db
		.selectFrom('message')
		.where('message.gatheringId', '=', gatheringId)
		.where('kind', 'in', REPLACEABLE)
		.where('attemptStartedAt', 'is', null)
		.where(({ not, exists, selectFrom }) =>
			not(exists(selectFrom('messageDispatch').whereRef('messageId', '=', 'message.id').select('messageId')))
		)
		.where(({ not, exists, selectFrom }) =>
			not(exists(selectFrom('messageFailure').whereRef('messageId', '=', 'message.id').select('messageId')))
		)
		.where(({ not, exists, selectFrom }) =>
			not(exists(selectFrom('messageDiscard').whereRef('messageId', '=', 'message.id').select('messageId')))
		)
		.$if(registrationIds !== 'all', (query) => query.where('registrationId', 'in', [...registrationIds]))
		.select(['id', 'registrationId', 'kind', 'calendar', 'subject', 'body', 'editedAt'])
		.orderBy('id')
		.execute();
	const waiting = new Map<string, WaitingMessage[]>();
	for (const { registrationId, calendar, kind, ...rest } of rows) {
		if (registrationId === null) continue;
		const message = { ...rest, kind: kind as LetterKind, calendar: readCalendarPart(calendar) };
		waiting.set(registrationId, [...(waiting.get(registrationId) ?? []), message]);
	}
	return waiting;
}

/** Address that the newest message of each registration went to. */
export async function lastAddresses(
	db: Database,
	gatheringId: string,
	registrationIds: readonly string[] | 'all'
): Promise<Map<string, string>> {
	const ids = [...registrationIds];
	const rows = await db
		.selectFrom('message')
		.where('gatheringId', '=', gatheringId)
		.$if(registrationIds !== 'all', (query) => query.where('registrationId', 'in', ids))
		.select(['id', 'registrationId', 'toAddress'])
		.union((eb) =>
			eb
				.selectFrom('messagePart')
				.innerJoin('message', 'message.id', 'messagePart.messageId')
				.innerJoin('registration', 'registration.id', 'messagePart.registrationId')
				.where('registration.gatheringId', '=', gatheringId)
				.$if(registrationIds !== 'all', (query) => query.where('registration.id', 'in', ids))
				.select(['message.id', 'registration.id as registrationId', 'toAddress'])
		)
		.orderBy('id')
		.execute();
	return new Map(rows.map(({ registrationId, toAddress }) => [registrationId ?? '', toAddress]));
}

/** Calendar entries of a gathering by registration. */
export async function entriesOf(
	db: Database,
	gatheringId: string,
	registrationIds: readonly string[] | 'all'
): Promise<Map<string, EntryState & { id: string }>> {
	const rows = await db
		.selectFrom('calendarEntry')
		.where('gatheringId', '=', gatheringId)
		.$if(registrationIds !== 'all', (query) => query.where('registrationId', 'in', [...registrationIds]))
		.select(['id', 'registrationId', 'uid', 'sequence', 'status', 'content'])
		.execute();
	return new Map(
		rows.map(({ registrationId, content, ...row }) => [registrationId, { ...row, content: JSON.parse(content) }])
	);
}

/** An entry to be kept for a registration. */
export interface EntryToSave {
	id: string;
	gatheringId: string;
	registrationId: string;
	entry: EntryState;
	at: string;
}

/** Keeps calendar entries as they now stand. */
export async function saveEntries(trx: Trx, entries: readonly EntryToSave[]): Promise<void> {
	const rows = entries.map(({ entry, at, ...rest }) => ({
		...rest,
		...entry,
		content: JSON.stringify(entry.content),
		changedAt: at
	}));
	for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
		await trx
			.insertInto('calendarEntry')
			.values(rows.slice(from, from + ROWS_AT_ONCE))
			.onConflict((conflict) =>
				conflict.column('registrationId').doUpdateSet((eb) => ({
					sequence: eb.ref('excluded.sequence'),
					status: eb.ref('excluded.status'),
					content: eb.ref('excluded.content'),
					changedAt: eb.ref('excluded.changedAt')
				}))
			)
			.execute();
	}
}
