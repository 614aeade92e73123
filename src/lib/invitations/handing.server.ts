import { type Database, inTransaction } from '#lib/db/database.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { listMessages } from './messages.server.ts';
import { outgoingMessage } from './outbox.server.ts';
import { handOver } from './outboxActs.server.ts';
import { emlOf } from './outgoing.server.ts';
import { zipOf } from './zip.server.ts';

const ALL = { from: 0, size: 100_000 };

/** Messages that have not left: those that wait for release and those that wait for their turn. */
async function openIds(db: Database, gatheringId: string, now: string): Promise<number[]> {
	const held = await listMessages(db, gatheringId, { state: 'held', kind: null }, ALL, now);
	const waiting = await listMessages(db, gatheringId, { state: 'waiting', kind: null }, ALL, now);
	return [...held.lines, ...waiting.lines].map(({ id }) => id).sort((a, b) => a - b);
}

/** All messages that have not left, as mail files in one archive, in the order in which they are to be passed on. */
export async function openMessagesZip(db: Database, gatheringId: string, now: string): Promise<Buffer> {
	const ids = await openIds(db, gatheringId, now);
	const width = String(ids.length).length;
	const entries = [];
	for (const [index, id] of ids.entries()) {
		const message = await outgoingMessage(db, id, now);
		const who = message.toName.normalize('NFD').replace(/[^\w]+/g, '-');
		const name = `${String(index + 1).padStart(width, '0')}-${who}.eml`;
		entries.push({ name, content: await emlOf(message) });
	}
	return zipOf(entries);
}

/** Notes that all of these were passed on by other means. @returns how many. */
export function handAllOver(db: Database, by: Actor, gatheringId: string): Promise<number> {
	return inTransaction(db, async (trx) => {
		const ids = await openIds(trx, gatheringId, by.at);
		for (const id of ids) await handOver(trx, by, { gatheringId, id });
		const thing = `gathering:${gatheringId}`;
		await journal(trx, by, { verb: 'message.all_handed_over', thing, gatheringId, particulars: { count: ids.length } });
		return ids.length;
	});
}
