import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { type Refusal, refuse } from '#lib/web/refusal.ts';
import type { Letter, MessageKind } from './letter.ts';
import type { MessageState } from './messageState.ts';
import { messageIn, type MessageView } from './messages.server.ts';
import { mailIdOf, type OutgoingMessage } from './outgoing.server.ts';

export type ActRefusal = Refusal<'unknown' | 'too_late' | 'overtaken'>;

/** One act on one message, allowed in these states; the state is read in the same transaction. */
function act(
	db: Database,
	by: Actor,
	gatheringId: string,
	id: number,
	verb: string,
	states: readonly MessageState[],
	work: (trx: Trx, message: MessageView) => Promise<unknown>
): Promise<ActRefusal | undefined> {
	return inTransaction(db, async (trx) => {
		const message = await messageIn(trx, gatheringId, id, by.at);
		if (!message) return refuse('unknown');
		if (!states.includes(message.state)) return refuse('too_late');
		const sends = verb === 'message.cleared' || verb === 'message.sent_again';
		if (sends && message.isOvertaken) return refuse('overtaken');
		await work(trx, message);
		await journal(trx, by, { verb, thing: `message:${id}`, gatheringId, particulars: { kind: message.kind } });
	});
}

/** Changes the words of one message that has not left. */
export function editMessage(db: Database, by: Actor, gatheringId: string, id: number, { subject, body }: Letter) {
	const set = { subject, body, editedAt: by.at };
	return act(db, by, gatheringId, id, 'message.edited', ['held', 'waiting'], (trx) =>
		trx.updateTable('message').set(set).where('id', '=', id).execute()
	);
}

/** Lets one message go that waits for the organizer. */
export function clearMessage(db: Database, by: Actor, gatheringId: string, id: number) {
	return act(db, by, gatheringId, id, 'message.cleared', ['held'], (trx) =>
		trx.updateTable('message').set({ clearedAt: by.at, dueAt: by.at }).where('id', '=', id).execute()
	);
}

/** Decides that a message does not go out (any more). */
export function discardMessage(db: Database, by: Actor, gatheringId: string, id: number) {
	const states: MessageState[] = ['held', 'waiting', 'uncertain', 'failed'];
	return act(db, by, gatheringId, id, 'message.discarded', states, (trx) =>
		trx.insertInto('messageDiscard').values({ messageId: id, at: by.at, byName: by.name }).execute()
	);
}

/** Sends a message again that was given up, or of which nobody knows whether it arrived. */
export function retryMessage(db: Database, by: Actor, gatheringId: string, id: number) {
	return act(db, by, gatheringId, id, 'message.sent_again', ['uncertain', 'failed'], async (trx) => {
		await trx.deleteFrom('messageFailure').where('messageId', '=', id).execute();
		const set = { attempts: 0, attemptStartedAt: null, dueAt: by.at, clearedAt: by.at };
		await trx.updateTable('message').set(set).where('id', '=', id).execute();
	});
}

/** Notes that somebody passed a message on by other means; it counts as sent. */
export function handOver(db: Database, by: Actor, gatheringId: string, id: number) {
	const states: MessageState[] = ['held', 'waiting', 'uncertain', 'failed'];
	return act(db, by, gatheringId, id, 'message.handed_over', states, async (trx, message) => {
		const { createdAt } = await trx
			.selectFrom('message')
			.select('createdAt')
			.where('id', '=', id)
			.executeTakeFirstOrThrow();
		const mailId = mailIdOf({ ...message, createdAt } as unknown as OutgoingMessage);
		await trx.insertInto('messageDispatch').values({ messageId: id, at: by.at, mailId }).execute();
	});
}

function heldOf(trx: Trx, gatheringId: string, kind: MessageKind) {
	return trx
		.selectFrom('message')
		.leftJoin('messageDiscard', 'messageDiscard.messageId', 'message.id')
		.where('gatheringId', '=', gatheringId)
		.where('kind', '=', kind)
		.where('clearedAt', 'is', null)
		.where('messageDiscard.at', 'is', null)
		.select('message.id');
}

/** Lets all messages of a kind go that wait for the organizer. @returns how many. */
export function clearHeld(db: Database, by: Actor, gatheringId: string, kind: MessageKind): Promise<number> {
	return inTransaction(db, async (trx) => {
		const cleared = await trx
			.updateTable('message')
			.set({ clearedAt: by.at, dueAt: by.at })
			.where('id', 'in', heldOf(trx, gatheringId, kind))
			.returning('id')
			.execute();
		const particulars = { kind, count: cleared.length };
		await journal(trx, by, { verb: 'message.cleared', thing: `gathering:${gatheringId}`, gatheringId, particulars });
		return cleared.length;
	});
}

/** Discards all messages of a kind that wait for the organizer. @returns how many. */
export function discardHeld(db: Database, by: Actor, gatheringId: string, kind: MessageKind): Promise<number> {
	return inTransaction(db, async (trx) => {
		const held = await heldOf(trx, gatheringId, kind).execute();
		for (const { id } of held) {
			await trx.insertInto('messageDiscard').values({ messageId: id, at: by.at, byName: by.name }).execute();
		}
		const particulars = { kind, count: held.length };
		await journal(trx, by, { verb: 'message.discarded', thing: `gathering:${gatheringId}`, gatheringId, particulars });
		return held.length;
	});
}

