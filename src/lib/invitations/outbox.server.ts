import { sql } from 'kysely';
import { type Database, inTransaction } from '#lib/db/database.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { addMinutesToInstant } from '#lib/time/berlin.ts';
import type { MessageKind } from './letter.ts';
import { messageParts } from './messageParts.server.ts';
import { mailIdOf, mailOf, type OutgoingMessage } from './outgoing.server.ts';
import { withLinks } from './placeholders.server.ts';
import { type Outcome, pauseAfter } from './sending.ts';
import type { MailTransport } from './transport.server.ts';

const AT_ONCE = 50;

/**
 * Sends what is due, one after the other. Messages of one registration leave in the order in which they were written: an earlier
 * one that is released and still to be sent holds up the later ones, also while it pauses after a failed attempt (11 hours
 * at most). One that was given up, discarded, or about which nobody knows whether it arrived, holds up nothing.
 * @returns how many were handed to the transport; fewer than all when `stop` was signalled.
 */
export async function sendDue(
	db: Database,
	transport: MailTransport,
	now: string,
	stop?: AbortSignal
): Promise<number> {
	let sent = 0;
	for (;;) {
		const ids = await nextDue(db, now);
		if (ids.length === 0) return sent;
		for (const id of ids) {
			if (stop?.aborted) return sent;
			if (await sendOne(db, transport, id, now)) sent += 1;
		}
	}
}

// Released, not sent, not given up, not discarded, and no attempt has begun.
const isOpen = (message: string) => sql<boolean>`${sql.ref(message)}.cleared_at is not null
	and ${sql.ref(message)}.attempt_started_at is null
	and not exists (select 1 from message_dispatch where message_id = ${sql.ref(message)}.id)
	and not exists (select 1 from message_failure where message_id = ${sql.ref(message)}.id)
	and not exists (select 1 from message_discard where message_id = ${sql.ref(message)}.id)`;

// Earlier and still to be sent: about the same registration, alone or as one of several parts.
const isHeldUp = sql<boolean>`exists (
		select 1 from message as earlier
		where earlier.registration_id = message.registration_id and earlier.id < message.id and ${isOpen('earlier')}
	) or exists (
		select 1 from message_part as part join message as earlier on earlier.id = part.message_id
		where part.registration_id = message.registration_id and earlier.id < message.id and ${isOpen('earlier')}
	) or exists (
		select 1 from message_part as own join message as earlier on earlier.registration_id = own.registration_id
		where own.message_id = message.id and earlier.id < message.id and ${isOpen('earlier')}
	) or exists (
		select 1 from message_part as own join message_part as part on part.registration_id = own.registration_id
		join message as earlier on earlier.id = part.message_id
		where own.message_id = message.id and earlier.id < message.id and ${isOpen('earlier')}
	)`;

async function nextDue(db: Database, now: string): Promise<number[]> {
	const { rows } = await sql<{ id: number }>`select message.id from message
		where message.due_at <= ${now} and ${isOpen('message')} and not (${isHeldUp})
		order by message.id limit ${AT_ONCE}`.execute(db);
	return rows.map(({ id }) => id);
}

async function sendOne(db: Database, transport: MailTransport, id: number, now: string): Promise<boolean> {
	const message = await beginAttempt(db, id, now);
	if (!message) return false;
	const outcome = await deliver(transport, message);
	await noteOutcome(db, message, outcome, now);
	return outcome.kind === 'sent';
}

function deliver(transport: MailTransport, message: OutgoingMessage): Promise<Outcome> | Outcome {
	if (message.toAddress.includes('@')) return transport.send(mailOf(message));
	return { kind: 'permanent', reason: m.invitations_no_address({}, { locale: 'de' }) };
}

export type Attempt = OutgoingMessage & { attempts: number };

/**
 * Notes that an attempt begins, before anything leaves: should the process die now, the message is never sent again by itself.
 * @returns undefined when it was sent, discarded or begun by somebody else meanwhile.
 */
function beginAttempt(db: Database, id: number, now: string): Promise<Attempt | undefined> {
	return inTransaction(db, async (trx) => {
		const begun = await trx
			.updateTable('message')
			.set((eb) => ({ attemptStartedAt: now, attempts: eb('attempts', '+', 1) }))
			.where('id', '=', id)
			.where(isOpen('message'))
			.returning('id')
			.executeTakeFirst();
		return begun && outgoingMessage(trx, id, now);
	});
}

/** A message with its links made; also for files that are downloaded. */
export async function outgoingMessage(trx: Database, id: number, now: string): Promise<Attempt> {
	const row = await trx
		.selectFrom('message')
		.leftJoin('gathering', 'gathering.id', 'message.gatheringId')
		.where('message.id', '=', id)
		.select(['message.id', 'language', 'toName', 'toAddress', 'subject', 'body', 'calendar', 'message.createdAt'])
		.select(['attempts', 'contactName', 'contactEmail', 'message.kind', 'registrationId', 'accountId'])
		.executeTakeFirstOrThrow();
	const { kind, registrationId, accountId, ...message } = row;
	const parts = await messageParts(trx, id);
	const to = { kind: kind as MessageKind, registrationId, accountId, body: row.body, parts };
	return inTransaction(trx, async (inside) => ({ ...message, parts, body: await withLinks(inside, to, now) }));
}

async function noteOutcome(db: Database, message: Attempt, outcome: Outcome, now: string): Promise<void> {
	if (outcome.kind === 'sent') {
		await db
			.insertInto('messageDispatch')
			.values({ messageId: message.id, at: now, mailId: mailIdOf(message) })
			.execute();
		return;
	}
	const pauseMin = outcome.kind === 'temporary' ? pauseAfter(message.attempts) : undefined;
	await inTransaction(db, async (trx) => {
		const attemptStartedAt = outcome.kind === 'uncertain' ? now : null;
		await trx
			.updateTable('message')
			.set({ attemptStartedAt, lastError: outcome.reason })
			.$if(pauseMin !== undefined, (query) => query.set({ dueAt: addMinutesToInstant(now, pauseMin ?? 0) }))
			.where('id', '=', message.id)
			.execute();
		if (pauseMin !== undefined || outcome.kind === 'uncertain') return;
		const failure = { messageId: message.id, at: now, reason: outcome.reason };
		await trx.insertInto('messageFailure').values(failure).execute();
	});
}
