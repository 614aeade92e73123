import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, test, vi } from 'vitest';
import { insertGathering, insertMessage, insertRegistration } from '../../../tests/calendar/rows.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { countMessages } from './messages.server.ts';
import { startPost, stopPost } from './post.server.ts';

afterEach(() => vi.unstubAllEnvs());

test('once started it sends by itself; stopping waits for the mail that is leaving', async () => {
	const received: string[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onData(stream, session, done) {
			stream.resume();
			stream.on('end', () => {
				received.push(...session.envelope.rcptTo.map(({ address }) => address));
				setTimeout(done, 200);
			});
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	vi.stubEnv('SMTP_URL', `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`);
	const db = await freshDatabase();
	await insertGathering(db);
	await insertRegistration(db, 'a');
	await insertMessage(db, { registrationId: 'a' });
	await insertMessage(db, { registrationId: 'a' });
	startPost(db);
	await vi.waitFor(() => expect(received).toHaveLength(1), { timeout: 15_000, interval: 20 });
	await stopPost();
	const { sent, waiting, going } = await countMessages(db, 'day', new Date().toISOString());
	expect({ sent, waiting, going }).toEqual({ sent: 1, waiting: 1, going: 0 });
	await new Promise<void>((resolve) => server.close(() => resolve()));
});
