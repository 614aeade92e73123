import { type Database, inTransaction } from '#lib/db/database.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { openMessages } from './messages.server.ts';
import { outgoingMessage } from './outbox.server.ts';
import { emlOf, mailIdOf } from './outgoing.server.ts';
import { zipOf } from './zip.server.ts';

/** All messages that have not left, as mail files in one archive, in the order in which they are to be passed on. */
export async function openMessagesZip(db: Database, gatheringId: string, now: string): Promise<Buffer> {
	const open = await openMessages(db, gatheringId, now);
	const width = String(open.length).length;
	const entries = [];
	for (const [index, { id }] of open.entries()) {
		const message = await outgoingMessage(db, id, now);
		const who = message.toName
			.normalize('NFD')
			.replace(/\p{M}/gu, '')
			.replace(/[^\w]+/g, '-');
		const name = `${String(index + 1).padStart(width, '0')}-${who}.eml`;
		entries.push({ name, content: await emlOf(message) });
	}
	return zipOf(entries);
}

/** Notes that all of these were passed on by other means. @returns how many. */
export function handAllOver(db: Database, by: Actor, gatheringId: string): Promise<number> {
	return inTransaction(db, async (trx) => {
		const open = await openMessages(trx, gatheringId, by.at);
		for (const message of open) {
			const dispatch = { messageId: message.id, at: by.at, mailId: mailIdOf(message) };
			await trx.updateTable('message').set({ clearedAt: by.at }).where('id', '=', message.id).execute();
			await trx.insertInto('messageDispatch').values(dispatch).execute();
		}
		const particulars = { count: open.length };
		const thing = `gathering:${gatheringId}`;
		await journal(trx, by, { verb: 'message.all_handed_over', thing, gatheringId, particulars });
		return open.length;
	});
}
