import type { AddressInfo, Socket } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';
import { part } from '../../../tests/calendar/files.ts';
import { NOW } from '../../../tests/calendar/rows.ts';
import { emlOf, mailIdOf, mailOf, type OutgoingMessage } from './outgoing.server.ts';
import { smtpTransport } from './transport.server.ts';

interface Received {
	recipients: string[];
	raw: string;
}

let server: SMTPServer | undefined;
afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())));

async function listen(options: SMTPServerOptions = {}): Promise<{ url: string; received: Received[] }> {
	const received: Received[] = [];
	server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		logger: false,
		onData(stream, session, done) {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('end', () => {
				const recipients = session.envelope.rcptTo.map(({ address }) => address);
				received.push({ recipients, raw: Buffer.concat(chunks).toString() });
				done();
			});
		},
		...options
	});
	server.on('error', () => {});
	await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
	const { port } = server.server.address() as AddressInfo;
	return { url: `smtp://127.0.0.1:${port}`, received };
}

function message(other: Partial<OutgoingMessage> = {}): OutgoingMessage {
	return {
		id: 7,
		language: 'de',
		toName: 'Kim Lorenzen',
		toAddress: 'kim@example.org',
		subject: 'Änderung: Heute schon zusammengearbeitet?',
		body: 'Guten Tag,\n\n<b>nicht fett</b>: https://kreis.example.org/me/abc.\nEnde',
		calendar: JSON.stringify(part()),
		parts: [],
		createdAt: NOW,
		contactName: 'Nadja',
		contactEmail: 'nadja@kja.example.org',
		...other
	};
}

function refusal(responseCode: number): Error {
	return Object.assign(new Error('no'), { responseCode });
}

describe('over a mail server', () => {
	test.each(['REQUEST', 'CANCEL'] as const)(
		'a %s is one mail to one person, with the method twice the same',
		async (method) => {
			const { url, received } = await listen();
			const post = smtpTransport(url);
			expect(await post.send(mailOf(message({ calendar: JSON.stringify(part({ method })) })))).toEqual({
				kind: 'sent'
			});
			post.close();
			expect(received.map(({ recipients }) => recipients)).toEqual([['kim@example.org']]);
			const raw = received[0]?.raw ?? '';
			expect(raw).toMatch(new RegExp(`Content-Type: text/calendar; charset=utf-8; method=${method}`));
			const mail = await PostalMime.parse(raw, { attachmentEncoding: 'utf8', forceRfc822Attachments: true });
			const files = mail.attachments.map(({ content }) => String(content));
			expect(files.length).toBeGreaterThan(0);
			for (const text of files) expect(text).toMatch(new RegExp(`^METHOD:${method}\\r?$`, 'm'));
			expect(mail.messageId).toBe(mailIdOf(message()));
			expect(mail.replyTo?.[0]?.address).toBe('nadja@kja.example.org');
			expect(mail.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
			expect(mail.subject).toBe('Änderung: Heute schon zusammengearbeitet?');
			expect(mail.text).toContain('<b>nicht fett</b>');
			expect(mail.html).toContain('&lt;b&gt;nicht fett&lt;/b&gt;');
			expect(mail.html).toContain(
				'<a href="https://kreis.example.org/me/abc">https://kreis.example.org/me/abc</a>.<br>'
			);
		}
	);

	test('a letter without a calendar part has none', async () => {
		const { url, received } = await listen();
		const post = smtpTransport(url);
		await post.send(mailOf(message({ calendar: null })));
		post.close();
		expect(received[0]?.raw).not.toMatch(/text\/calendar|invite\.ics/);
	});

	test.each([
		{ toAddress: 'kim@example.org, eve@evil.example' },
		{ toAddress: 'kim@example.org\r\nRCPT TO:<eve@evil.example>' },
		{ toName: 'Kim\r\nBcc: eve@evil.example' },
		{ toName: 'Kim <eve@evil.example>, X' },
		{ subject: 'Hallo\r\nBcc: eve@evil.example' },
		{ contactName: 'Nadja\r\nCc: eve@evil.example' }
	])('%j reaches at most one mailbox and adds no header', async (nasty) => {
		const { url, received } = await listen();
		const post = smtpTransport(url);
		await post.send(mailOf(message(nasty)));
		post.close();
		const recipients = received.flatMap((mail) => mail.recipients);
		expect(recipients.length).toBeLessThanOrEqual(1);
		expect(recipients).not.toContain('eve@evil.example');
		for (const { raw } of received) {
			const mail = await PostalMime.parse(raw);
			expect(mail.headers.map(({ key }) => key)).not.toEqual(expect.arrayContaining(['bcc']));
			expect(mail.cc ?? []).toEqual([]);
			expect(mail.to).toHaveLength(1);
		}
	});

	test('a full mailbox is temporary, an unknown one permanent', async () => {
		const { url } = await listen({
			onRcptTo: ({ address }, _session, done) => done(refusal(address.startsWith('full') ? 452 : 550))
		});
		const post = smtpTransport(url);
		expect(await post.send(mailOf(message({ toAddress: 'full@example.org' })))).toMatchObject({ kind: 'temporary' });
		expect(await post.send(mailOf(message({ toAddress: 'who@example.org' })))).toMatchObject({ kind: 'permanent' });
		post.close();
	});

	test('a server that is away or refuses the log-in is temporary', async () => {
		const post = smtpTransport('smtp://127.0.0.1:1');
		expect(await post.send(mailOf(message()))).toMatchObject({ kind: 'temporary' });
		post.close();
		const { url } = await listen({ authOptional: false, onAuth: (_auth, _session, done) => done(refusal(535)) });
		const other = smtpTransport(url.replace('smtp://', 'smtp://name:wrong@'));
		expect(await other.send(mailOf(message()))).toMatchObject({ kind: 'temporary' });
		other.close();
	});

	test('a connection that breaks before the text is temporary, after it uncertain', async () => {
		const breaking = await listen({ onMailFrom: (_address, session) => drop(session.remotePort) });
		const before = smtpTransport(breaking.url);
		expect(await before.send(mailOf(message()))).toMatchObject({ kind: 'temporary' });
		before.close();
		await new Promise<void>((resolve) => server?.close(() => resolve()));
		const ending = await listen({
			onData: (stream, session) => {
				stream.resume();
				stream.on('end', () => drop(session.remotePort));
			}
		});
		const after = smtpTransport(ending.url);
		expect(await after.send(mailOf(message()))).toMatchObject({ kind: 'uncertain' });
		after.close();
	});
});

/** Cuts the connection of a session. */
function drop(port: number | undefined): void {
	for (const connection of (server as unknown as { connections: Set<{ _socket: Socket }> }).connections) {
		if (connection._socket.remotePort === port || port === undefined) connection._socket.destroy();
	}
}

test('as a file it is the same mail, marked as not sent', async () => {
	const mail = await PostalMime.parse(await emlOf(message()));
	expect(mail.messageId).toBe(mailIdOf(message()));
	expect(mail.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1');
	expect(mail.to?.[0]).toMatchObject({ address: 'kim@example.org', name: 'Kim Lorenzen' });
});
