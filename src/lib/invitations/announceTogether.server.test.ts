import type { SendMailOptions } from 'nodemailer';
import PostalMime from 'postal-mime';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Database, inTransaction } from '#lib/db/database.server.ts';
import { registrationByToken } from '#lib/registration/personalLinks.server.ts';
import { insertGathering, insertRegistration, NOW, withdraw } from '../../../tests/calendar/rows.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { readEntry } from '../../../tests/support/outbox.ts';
import { announceChanges } from './announce.server.ts';
import { announceTogether } from './announceTogether.server.ts';
import { messageFormOf } from './letter.form.ts';
import { countMessages, listMessages, messageIn } from './messages.server.ts';
import { outgoingMessage, sendDue } from './outbox.server.ts';
import { emlOf } from './outgoing.server.ts';
import { lastAddresses } from './queue.server.ts';
import type { MailTransport } from './transport.server.ts';

const PARTS = ['p1', 'p2', 'p3'];
let db: Database;

beforeEach(async () => {
	db = await freshDatabase();
	const text = { title: 'Fachtagsreihe [[Nähe]]', annualTheme: '', principles: '', circleId: null, setUpById: null };
	await db
		.insertInto('series')
		.values({ ...text, id: 's', token: 't', createdAt: NOW })
		.execute();
	for (const [index, id] of PARTS.entries()) {
		const onlineUrl = `https://meet.example.org/${id}`;
		await insertGathering(db, {
			id,
			title: `Titel ${id}`,
			dateOn: `2026-11-1${index}`,
			place: '',
			address: '',
			onlineUrl
		});
		await db
			.insertInto('seriesPart')
			.values({ seriesId: 's', gatheringId: id, number: index + 1 })
			.execute();
		const email = 'kim@example.org';
		await insertRegistration(db, `r-${id}`, { gatheringId: id, isAdmitted: id !== 'p2', email });
	}
});

function tell(ids: string[] = PARTS) {
	return inTransaction(db, (trx) =>
		announceTogether(
			trx,
			's',
			ids.map((id) => ({
				...{ gatheringId: id, registrationIds: [`r-${id}`], at: NOW },
				occasion: id === 'p2' ? ('waiting' as const) : ('registered' as const)
			}))
		)
	);
}

const kinds = async () =>
	(await db.selectFrom('message').select('kind').orderBy('id').execute()).map(({ kind }) => kind);

async function mail(id = 1) {
	const message = await outgoingMessage(db, id, NOW);
	return PostalMime.parse(await emlOf(message));
}

describe('one mail for several parts', () => {
	test('names each part with its day, its standing and a link of its own', async () => {
		await tell();
		expect(await kinds()).toEqual(['series']);
		const { subject, text = '' } = await mail();
		expect(subject).toBe('Ihre Anmeldung: Fachtagsreihe (Nähe)');
		expect(text).toMatch(
			/Teil 1: Titel p1[\s\S]*10\.\s*November[\s\S]*einen Platz[\s\S]*Teil 2: Titel p2[\s\S]*Warteliste/
		);
		const links = [...text.matchAll(/\/me\/([\w-]{43})/g)].map(([, token = '']) => token);
		expect(links).toHaveLength(3);
		const entries = [];
		for (const token of links) entries.push((await registrationByToken(db, token))?.id);
		expect(entries).toEqual(['r-p1', 'r-p2', 'r-p3']);
		expect(text).not.toContain('[[');
	});

	test('no secret stands in the database, and who waits gets no link to the meeting', async () => {
		await tell();
		const { body } = await db.selectFrom('message').select('body').executeTakeFirstOrThrow();
		expect(body).toContain('[[personal-link-2]]');
		expect(body).not.toContain('/me/');
		expect(body).not.toContain('meet.example.org/p2');
		expect(body).toContain('meet.example.org/p3');
	});

	test('carries one invitation file for each place: own UID, sequence 0, nobody else in it', async () => {
		await tell();
		const { attachments } = await mail();
		expect(attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([
			['teil-1.ics', 'application/ics'],
			['teil-3.ics', 'application/ics']
		]);
		const entries = attachments.map(({ content }) => readEntry(new TextDecoder().decode(content as ArrayBuffer)));
		expect(entries.map(({ start, method, sequence, attendees }) => [start, method, sequence, attendees])).toEqual([
			['2026-11-10T08:30:00', 'REQUEST', 0, 1],
			['2026-11-12T08:30:00', 'REQUEST', 0, 1]
		]);
		const stored = await db
			.selectFrom('calendarEntry')
			.select(['registrationId', 'uid'])
			.orderBy('registrationId')
			.execute();
		expect(entries.map(({ uid }) => uid)).toEqual(stored.map(({ uid }) => uid));
		expect(new Set(entries.map(({ uid }) => uid)).size).toBe(2);
	});

	test('a single part gets the usual letter, which is the invitation itself', async () => {
		await tell(['p3']);
		expect(await kinds()).toEqual(['registered']);
		expect(await db.selectFrom('messagePart').selectAll().execute()).toEqual([]);
	});

	test('nothing told, nothing written', async () => {
		await tell([]);
		expect(await kinds()).toEqual([]);
	});

	test('stands in the outbox of every part, and of no other gathering', async () => {
		await tell();
		await insertGathering(db, { id: 'elsewhere' });
		const all = { state: null, kind: null };
		for (const id of PARTS) {
			expect((await listMessages(db, id, all, { from: 0, size: 9 }, NOW)).lines.map(({ kind }) => kind)).toEqual([
				'series'
			]);
			expect(await countMessages(db, id, NOW)).toMatchObject({ waiting: 1 });
		}
		expect(await messageIn(db, 'elsewhere', 1, NOW)).toBeUndefined();
	});
});

describe('what comes later', () => {
	test('withdrawing from one part takes that date out of the calendar, with the UID of the mail', async () => {
		await tell();
		const { uid } = await db
			.selectFrom('calendarEntry')
			.select('uid')
			.where('registrationId', '=', 'r-p3')
			.executeTakeFirstOrThrow();
		await withdraw(db, 'r-p3');
		await inTransaction(db, (trx) =>
			announceChanges(trx, { gatheringId: 'p3', registrationIds: ['r-p3'], occasion: 'withdrawn', at: NOW })
		);
		const last = await db.selectFrom('message').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow();
		expect(last).toMatchObject({ kind: 'withdrawn', registrationId: 'r-p3' });
		expect(JSON.parse(last.calendar ?? '')).toMatchObject({ method: 'CANCEL', uid, sequence: 1 });
	});

	test('never overtakes the mail: while that pauses, later messages about each of its parts wait', async () => {
		await tell();
		await withdraw(db, 'r-p3');
		await inTransaction(db, (trx) =>
			announceChanges(trx, { gatheringId: 'p3', registrationIds: ['r-p3'], occasion: 'withdrawn', at: NOW })
		);
		const sent: unknown[] = [];
		const answers = ['temporary', 'sent', 'sent'];
		const transport: MailTransport = {
			async send({ subject }: SendMailOptions) {
				const kind = answers.shift();
				if (kind === 'temporary') return { kind: 'temporary', reason: '451' };
				sent.push(subject);
				return { kind: 'sent' };
			},
			close: () => {}
		};
		expect(await sendDue(db, transport, NOW)).toBe(0);
		expect(await sendDue(db, transport, '2026-10-05T08:01:00.000Z')).toBe(2);
		expect(sent[0]).toContain('Fachtagsreihe');
	});

	test('the mail waits for what was written before it about one of its parts', async () => {
		await inTransaction(db, (trx) =>
			announceChanges(trx, { gatheringId: 'p2', registrationIds: ['r-p2'], occasion: 'waiting', at: NOW })
		);
		await tell();
		const transport: MailTransport = { send: async () => ({ kind: 'temporary', reason: '451' }), close: () => {} };
		await sendDue(db, transport, NOW);
		const rows = await db.selectFrom('message').select(['kind', 'attempts']).orderBy('id').execute();
		expect(rows).toEqual([
			{ kind: 'waiting', attempts: 1 },
			{ kind: 'series', attempts: 0 }
		]);
	});

	test('a newer state that has left keeps the old mail from being sent again', async () => {
		await tell();
		expect((await messageIn(db, 'p1', 1, NOW))?.isOvertaken).toBe(false);
		await withdraw(db, 'r-p3');
		await inTransaction(db, (trx) =>
			announceChanges(trx, { gatheringId: 'p3', registrationIds: ['r-p3'], occasion: 'withdrawn', at: NOW })
		);
		await db.insertInto('messageDispatch').values({ messageId: 2, at: NOW, mailId: 'x' }).execute();
		expect((await messageIn(db, 'p1', 1, NOW))?.isOvertaken).toBe(true);
	});

	test('the address of the mail counts for every part', async () => {
		await tell();
		expect(await lastAddresses(db, 'p3', ['r-p3'])).toEqual(new Map([['r-p3', 'kim@example.org']]));
		expect(await lastAddresses(db, 'p2', 'all')).toEqual(new Map([['r-p2', 'kim@example.org']]));
	});
});

test('its links may be moved about in the text, those of other parts not', () => {
	const form = messageFormOf([{ number: 1 }, { number: 3 }]);
	expect(form.safeParse({ subject: 'x', body: '[[personal-link-3]]' }).success).toBe(true);
	expect(form.safeParse({ subject: 'x', body: '[[personal-link-2]]' }).success).toBe(false);
});
