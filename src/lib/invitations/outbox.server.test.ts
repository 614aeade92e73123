import type { SendMailOptions } from 'nodemailer';
import { beforeEach, describe, expect, test } from 'vitest';
import { inTransaction, type Database } from '#lib/db/database.server.ts';
import { addMinutesToInstant } from '#lib/time/berlin.ts';
import { insertGathering, insertMessage, insertRegistration, NOW } from '../../../tests/calendar/rows.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { announceChanges } from './announce.server.ts';
import { countMessages, invitationsState, listMessages, messageIn } from './messages.server.ts';
import { sendDue } from './outbox.server.ts';
import {
	clearHeld,
	clearMessage,
	discardHeld,
	discardMessage,
	editMessage,
	handOver,
	retryMessage
} from './outboxActs.server.ts';
import { type Outcome, PAUSES_MIN } from './sending.ts';
import type { MailTransport } from './transport.server.ts';

const by = { accountId: null, name: 'Nadja', at: NOW };
const later = (minutes: number) => addMinutesToInstant(NOW, minutes);

/** A transport that answers as told, then takes everything. */
function transportOf(...answers: (Outcome | 'die')[]): MailTransport & { mails: SendMailOptions[] } {
	const mails: SendMailOptions[] = [];
	return {
		mails,
		async send(mail) {
			const answer = answers.shift() ?? { kind: 'sent' };
			if (answer === 'die') throw new Error('the process is gone');
			if (answer.kind === 'sent') mails.push(mail);
			return answer;
		},
		close: () => {}
	};
}

const TEMPORARY: Outcome = { kind: 'temporary', reason: '451 later' };
const subjects = (mails: SendMailOptions[]) => mails.map(({ subject }) => subject);
const at = (id: number) => ({ gatheringId: 'day', id });

let db: Database;
beforeEach(async () => {
	db = await freshDatabase();
	await insertGathering(db);
	await insertRegistration(db, 'a');
	await insertRegistration(db, 'b');
});

describe('sending', () => {
	test('takes what is due and released, in the order of writing, each once', async () => {
		await insertMessage(db, { registrationId: 'a', subject: '1' });
		await insertMessage(db, { registrationId: 'a', subject: '2' });
		await insertMessage(db, { registrationId: 'b', subject: 'held', clearedAt: null });
		await insertMessage(db, { registrationId: 'b', subject: 'later', dueAt: later(10) });
		const post = transportOf();
		expect(await sendDue(db, post, NOW)).toBe(2);
		expect(await sendDue(db, post, NOW)).toBe(0);
		expect(subjects(post.mails)).toEqual(['1', '2']);
		expect(await sendDue(db, post, later(10))).toBe(1);
	});

	test('a message that pauses holds up the later ones of the same person, not those of others', async () => {
		await insertMessage(db, { registrationId: 'a', subject: 'a1' });
		await insertMessage(db, { registrationId: 'a', subject: 'a2' });
		await insertMessage(db, { registrationId: 'b', subject: 'b1' });
		const post = transportOf(TEMPORARY);
		await sendDue(db, post, NOW);
		expect(subjects(post.mails)).toEqual(['b1']);
		await sendDue(db, post, later(1));
		expect(subjects(post.mails)).toEqual(['b1', 'a1', 'a2']);
	});

	test('is tried again after growing pauses and then given up; the later ones go on', async () => {
		const id = await insertMessage(db, { registrationId: 'a', subject: 'a1' });
		await insertMessage(db, { registrationId: 'a', subject: 'a2' });
		const failing = transportOf(...Array<Outcome>(6).fill(TEMPORARY));
		let now = NOW;
		for (const pauseMin of PAUSES_MIN) {
			await sendDue(db, failing, now);
			await sendDue(db, failing, addMinutesToInstant(now, pauseMin - 0.1));
			expect((await messageIn(db, 'day', id, now))?.state).toBe('waiting');
			now = addMinutesToInstant(now, pauseMin);
		}
		await sendDue(db, failing, now);
		expect(await messageIn(db, 'day', id, now)).toMatchObject({ state: 'failed', attempts: 6, lastError: '451 later' });
		await sendDue(db, failing, now);
		expect(subjects(failing.mails)).toEqual(['a2']);
		expect(PAUSES_MIN).toEqual([1, 5, 30, 120, 480]);
	});

	test('a refusal for good is given up at once and shown; the organizer may try again', async () => {
		const id = await insertMessage(db, { registrationId: 'a' });
		const post = transportOf({ kind: 'permanent', reason: '550 no such user' });
		await sendDue(db, post, NOW);
		await sendDue(db, post, later(999));
		expect(post.mails).toHaveLength(0);
		expect(await invitationsState(db, 'day')).toEqual({ waiting: 0, held: 0, sent: 0, failed: 1 });
		expect(await retryMessage(db, by, at(id))).toBeUndefined();
		await sendDue(db, post, NOW);
		expect(post.mails).toHaveLength(1);
	});

	test('without an address is given up at once', async () => {
		const id = await insertMessage(db, { registrationId: 'a', toAddress: '' });
		await sendDue(db, transportOf(), NOW);
		expect((await messageIn(db, 'day', id, NOW))?.lastError).toBe('Es ist keine Mailadresse bekannt.');
	});

	test('stops after the current mail when told to', async () => {
		await insertMessage(db, { registrationId: 'a' });
		await insertMessage(db, { registrationId: 'b' });
		const stop = new AbortController();
		const post = transportOf();
		const stopping = { ...post, send: (mail: SendMailOptions) => (stop.abort(), post.send(mail)) };
		expect(await sendDue(db, stopping, NOW, stop.signal)).toBe(1);
	});
});

describe('never twice', () => {
	test('when the process dies between the mail and the note, it is uncertain and waits for a decision', async () => {
		const id = await insertMessage(db, { registrationId: 'a', subject: 'once' });
		await insertMessage(db, { registrationId: 'a', subject: 'next' });
		await expect(sendDue(db, transportOf('die'), NOW)).rejects.toThrow('gone');
		expect((await messageIn(db, 'day', id, later(1)))?.state).toBe('going');
		expect((await messageIn(db, 'day', id, later(6)))?.state).toBe('uncertain');
		const post = transportOf();
		await sendDue(db, post, later(6));
		expect(subjects(post.mails)).toEqual(['next']);
		expect(await retryMessage(db, { ...by, at: later(1) }, at(id))).toEqual({ refused: 'too_late' });
		expect(await retryMessage(db, { ...by, at: later(7) }, at(id))).toBeUndefined();
		await sendDue(db, post, later(7));
		expect(subjects(post.mails)).toEqual(['next', 'once']);
	});

	test('a connection that broke after the text had begun counts as uncertain', async () => {
		const id = await insertMessage(db, { registrationId: 'a' });
		await sendDue(db, transportOf({ kind: 'uncertain', reason: 'reset' }), NOW);
		const post = transportOf();
		await sendDue(db, post, later(600));
		expect(post.mails).toHaveLength(0);
		expect((await messageIn(db, 'day', id, later(600)))?.state).toBe('uncertain');
	});

	test('two runs at the same time send each message once', async () => {
		for (let index = 0; index < 20; index += 1) await insertMessage(db, { registrationId: index % 2 ? 'a' : 'b' });
		const post = transportOf();
		await Promise.all([sendDue(db, post, NOW), sendDue(db, post, NOW), sendDue(db, post, NOW)]);
		expect(post.mails).toHaveLength(20);
		expect(new Set(post.mails.map(({ messageId }) => messageId)).size).toBe(20);
	});

	test('an overtaken REQUEST is not sent again', async () => {
		const announce = (occasion: 'registered' | 'changed') =>
			inTransaction(db, (trx) =>
				announceChanges(trx, { gatheringId: 'day', registrationIds: ['a'], occasion, at: NOW })
			);
		await announce('registered');
		await sendDue(db, transportOf({ kind: 'permanent', reason: '550' }), NOW);
		await db.updateTable('gathering').set({ startTime: '10:00' }).execute();
		await announce('changed');
		await sendDue(db, transportOf(), later(10));
		expect(await retryMessage(db, by, at(1))).toEqual({ refused: 'overtaken' });
	});
});

describe('links', () => {
	test('are made when the mail leaves; the outbox never holds a secret', async () => {
		const id = await insertMessage(db, {
			registrationId: 'a',
			body: '[[personal-link]]\n[[feed-link]]\n[[sign-in-link]]'
		});
		const post = transportOf();
		await sendDue(db, post, NOW);
		const text = String(post.mails[0]?.text);
		expect(text).toMatch(/\/me\/[\w-]{43}\n.*\/calendar\/[\w-]{43}\.ics\n\[\[sign-in-link\]\]/);
		expect((await messageIn(db, 'day', id, NOW))?.body).toContain('[[personal-link]]');
		const token = /\/me\/([\w-]{43})/.exec(text)?.[1] ?? '';
		const tables = await Promise.all([
			db.selectFrom('message').selectAll().execute(),
			db.selectFrom('personalLink').selectAll().execute(),
			db.selectFrom('calendarFeed').selectAll().execute()
		]);
		expect(JSON.stringify(tables)).not.toContain(token);
	});
});

describe('the organizer', () => {
	test('sees and edits what waits, not what has left', async () => {
		const id = await insertMessage(db, { registrationId: 'a', clearedAt: null });
		expect(await editMessage(db, by, at(id), { subject: 'Neu', body: 'Von Hand' })).toBeUndefined();
		await clearMessage(db, by, at(id));
		const post = transportOf();
		await sendDue(db, post, NOW);
		expect(post.mails[0]).toMatchObject({ subject: 'Neu', text: 'Von Hand' });
		expect(await editMessage(db, by, at(id), { subject: 'x', body: 'x' })).toEqual({ refused: 'too_late' });
		expect(await editMessage(db, by, { gatheringId: 'other', id }, { subject: 'x', body: 'x' })).toEqual({
			refused: 'unknown'
		});
	});

	test('releases or discards all that are held of a kind', async () => {
		for (const kind of ['group', 'group', 'circular'])
			await insertMessage(db, { registrationId: 'a', kind, clearedAt: null });
		expect(await clearHeld(db, by, 'day', 'group')).toBe(2);
		expect(await discardHeld(db, by, 'day', 'circular')).toBe(1);
		expect(await countMessages(db, 'day', NOW)).toMatchObject({ held: 0, waiting: 2, discarded: 1 });
		const verbs = await db.selectFrom('journalEntry').select('verb').execute();
		expect(verbs.map(({ verb }) => verb)).toEqual(['message.cleared', 'message.discarded']);
	});

	test('discards one, passes one on by hand', async () => {
		const [first, second] = [
			await insertMessage(db, { registrationId: 'a' }),
			await insertMessage(db, { registrationId: 'a' })
		];
		await discardMessage(db, by, at(first));
		await handOver(db, by, at(second));
		const post = transportOf();
		await sendDue(db, post, NOW);
		expect(post.mails).toHaveLength(0);
		const { lines, total } = await listMessages(db, 'day', { state: 'sent', kind: null }, { from: 0, size: 10 }, NOW);
		expect([lines[0]?.id, total]).toEqual([second, 1]);
	});
});
