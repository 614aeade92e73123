import { Cron } from 'croner';
import { sweepSessions } from '#lib/accounts/sessions.server.ts';
import { sweepThrottle } from '#lib/accounts/throttle.server.ts';
import type { Database } from '#lib/db/database.server.ts';
import { ZONE } from '#lib/time/berlin.ts';
import { logLine } from '#lib/web/log.server.ts';
import { sendDue } from './outbox.server.ts';
import { queueReminders } from './reminders.server.ts';
import { type MailTransport, smtpTransport } from './transport.server.ts';

const EVERY_FIVE_SECONDS = '*/5 * * * * *';
const AT_NIGHT = '17 3 * * *';

let timers: Cron[] = [];
const running = new Set<Promise<void>>();
let stop = new AbortController();

/** Writes messages whose time has come into the outbox. */
type Duty = (db: Database, now: string) => Promise<unknown>;

/**
 * Begins to send what is due, every few seconds, one run at a time; reminders, what other rooms have to write and the
 * daily sweep hang on the same clock.
 */
export function startPost(db: Database, duties: readonly Duty[] = []): void {
	for (const timer of timers) timer.stop();
	stop = new AbortController();
	const { SMTP_URL } = process.env;
	const transport = SMTP_URL ? smtpTransport(SMTP_URL) : undefined;
	timers = [
		timed(EVERY_FIVE_SECONDS, () => carry(db, transport, [queueReminders, ...duties])),
		timed(AT_NIGHT, async () => {
			await sweepSessions(db);
			await sweepThrottle(db, new Date().toISOString());
		})
	];
}

/** Lets the mail that is just leaving finish, and sends no other. */
export async function stopPost(): Promise<void> {
	for (const timer of timers) timer.stop();
	stop.abort();
	await Promise.all(running);
}

function timed(pattern: string, work: () => Promise<void>): Cron {
	return new Cron(pattern, { protect: true, unref: true, timezone: ZONE }, async () => {
		const run = work().catch((error: unknown) => {
			logLine('error', { what: error instanceof Error ? (error.stack ?? error.message) : String(error) });
		});
		running.add(run);
		await run;
		running.delete(run);
	});
}

async function carry(db: Database, transport: MailTransport | undefined, duties: readonly Duty[]): Promise<void> {
	const now = new Date().toISOString();
	for (const duty of duties) await duty(db, now);
	if (transport) await sendDue(db, transport, now, stop.signal);
}
