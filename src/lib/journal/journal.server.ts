import type { Database } from '#lib/db/database.server.ts';

/** Who acts: an account, a person with her link, or the program itself. */
export interface Actor {
	accountId: string | null;
	/** Name as it stands in the journal; function rather than name where that is enough. */
	name: string;
	/** The instant of the act. */
	at: string;
}

export interface JournalLine {
	verb: string;
	/** kind:id of what was acted on */
	thing: string;
	gatheringId?: string | null;
	/** Counts, numbers, states; never what people wrote about themselves. */
	particulars?: Record<string, string | number | boolean | null>;
}

/** Adds one line to the journal; call it in the transaction of the act. */
export async function journal(trx: Database, by: Actor, line: JournalLine): Promise<void> {
	await trx
		.insertInto('journalEntry')
		.values({
			at: by.at,
			byAccountId: by.accountId,
			byName: by.name,
			verb: line.verb,
			thing: line.thing,
			gatheringId: line.gatheringId ?? null,
			particulars: JSON.stringify(line.particulars ?? {})
		})
		.execute();
}

/** The newest lines about a gathering, newest first. */
export function journalOfGathering(db: Database, gatheringId: string, limit = 50) {
	return db
		.selectFrom('journalEntry')
		.selectAll()
		.where('gatheringId', '=', gatheringId)
		.orderBy('id', 'desc')
		.limit(limit)
		.execute();
}
