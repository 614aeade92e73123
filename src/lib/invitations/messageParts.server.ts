import type { Database, Trx } from '#lib/db/database.server.ts';

/** What a mail says of one of several parts of a series. */
export interface MessagePart {
	/** Number of the part when the mail was written. */
	number: number;
	registrationId: string;
	/** As in a message of its own; null for somebody who waits. */
	calendar: string | null;
}

/** The parts a mail speaks of, in their order; none for every other mail. */
export function messageParts(db: Database, messageId: number): Promise<MessagePart[]> {
	return db
		.selectFrom('messagePart')
		.select(['number', 'registrationId', 'calendar'])
		.where('messageId', '=', messageId)
		.orderBy('number')
		.execute();
}

/** Notes which parts a mail speaks of. */
export async function insertParts(trx: Trx, messageId: number, parts: readonly MessagePart[]): Promise<void> {
	await trx
		.insertInto('messagePart')
		.values(parts.map((part) => ({ ...part, messageId })))
		.execute();
}
