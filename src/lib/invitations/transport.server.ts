import { createTransport, type SendMailOptions } from 'nodemailer';
import { type MailError, type Outcome, outcomeOf } from './sending.ts';

/** Hands one mail at a time to a mail server; failures are answers, not errors. */
export interface MailTransport {
	send(mail: SendMailOptions): Promise<Outcome>;
	close(): void;
}

const SECONDS = 1000;

/** A transport for an address such as smtp://name:password@host:587. */
export function smtpTransport(url: string): MailTransport {
	let hasBegun = false;
	const watch = (entry: unknown, text: unknown) => {
		// The answer 354 asks for the text: from here on a broken connection may have delivered it.
		if ((entry as { tnx?: string }).tnx === 'server' && /^354/.test(String(text))) hasBegun = true;
	};
	const silent = () => {};
	const logger = {
		level: silent,
		trace: watch,
		debug: watch,
		info: silent,
		warn: silent,
		error: silent,
		fatal: silent
	};
	const transport = createTransport({
		url,
		logger,
		transactionLog: true,
		disableFileAccess: true,
		disableUrlAccess: true,
		connectionTimeout: 20 * SECONDS,
		greetingTimeout: 20 * SECONDS,
		socketTimeout: 60 * SECONDS
	});
	return {
		async send(mail) {
			hasBegun = false;
			try {
				await transport.sendMail(mail);
				return { kind: 'sent' };
			} catch (error) {
				return outcomeOf(error as MailError, hasBegun);
			}
		},
		close: () => transport.close()
	};
}
