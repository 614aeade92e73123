import { type Database, inTransaction, type Trx } from '#lib/db/database.server.ts';
import { type Actor, journal } from '#lib/journal/journal.server.ts';
import { type Refusal, refuse } from '#lib/web/refusal.ts';
import type { Letter, MessageKind } from './letter.ts';
import type { MessageState } from './messageState.ts';
import { messageIn, type MessageView } from './messages.server.ts';
import { mailIdOf } from './outgoing.server.ts';

export type ActRefusal = Refusal<'unknown' | 'too_late' | 'overtaken'>;

/** A message of a gathering; the id alone is never trusted. */
export interface Target {
	gatheringId: string;
	id: number;
}

interface Rule {
	verb: string;
	/** States in which the act is allowed. */
	states: readonly MessageState[];
	/** The act sends: not when a newer message has already left. */
	sends?: boolean;
}

/** One act on one message; its state is read in the same transaction. */
function act(
	db: Database,
	by: Actor,
	{ gatheringId, id }: Target,
	{ verb, states, sends }: Rule,
	work: (trx: Trx, message: MessageView) => Promise<unknown>
): Promise<ActRefusal | undefined> {
	return inTransaction(db, async (trx) => {
		const message = await messageIn(trx, gatheringId, id, by.at);
		if (!message) return refuse('unknown');
		if (!states.includes(message.state)) return refuse('too_late');
		if (sends && message.isOvertaken) return refuse('overtaken');
		await work(trx, message);
		await journal(trx, by, { verb, thing: `message:${id}`, gatheringId, particulars: { kind: message.kind } });
	});
}

const OPEN: readonly MessageState[] = ['held', 'waiting'];
const UNSENT: readonly MessageState[] = [...OPEN, 'uncertain', 'failed'];

/** Changes the words of one message that has not left. */
export function editMessage(db: Database, by: Actor, target: Target, { subject, body }: Letter) {
	return act(db, by, target, { verb: 'message.edited', states: OPEN }, (trx, { id }) =>
		trx.updateTable('message').set({ subject, body, editedAt: by.at }).where('id', '=', id).execute()
	);
}

/** Lets one message go that waits for the organizer. */
export function clearMessage(db: Database, by: Actor, target: Target) {
	return act(db, by, target, { verb: 'message.cleared', states: ['held'], sends: true }, (trx, { id }) =>
		trx.updateTable('message').set({ clearedAt: by.at, dueAt: by.at }).where('id', '=', id).execute()
	);
}

/** Decides that a message does not go out (any more). */
export function discardMessage(db: Database, by: Actor, target: Target) {
	return act(db, by, target, { verb: 'message.discarded', states: UNSENT }, (trx, { id }) =>
		trx.insertInto('messageDiscard').values({ messageId: id, at: by.at, byName: by.name }).execute()
	);
}

/** Sends a message again that was given up, or of which nobody knows whether it arrived. */
export function retryMessage(db: Database, by: Actor, target: Target) {
	const rule: Rule = { verb: 'message.sent_again', states: ['uncertain', 'failed'], sends: true };
	return act(db, by, target, rule, async (trx, { id }) => {
		await trx.deleteFrom('messageFailure').where('messageId', '=', id).execute();
		const set = { attempts: 0, attemptStartedAt: null, dueAt: by.at, clearedAt: by.at };
		await trx.updateTable('message').set(set).where('id', '=', id).execute();
	});
}

/** Notes that somebody passed a message on by other means; it counts as sent. */
export function handOver(db: Database, by: Actor, target: Target) {
	return act(db, by, target, { verb: 'message.handed_over', states: UNSENT }, async (trx, message) => {
		await trx.updateTable('message').set({ clearedAt: by.at }).where('id', '=', message.id).execute();
		const dispatch = { messageId: message.id, at: by.at, mailId: mailIdOf(message) };
		await trx.insertInto('messageDispatch').values(dispatch).execute();
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
