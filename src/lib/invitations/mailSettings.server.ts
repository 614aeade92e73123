import type { Mailbox } from './calendarFile.ts';

/** Address under which this product is reached; links in mails begin with it. Never taken from a request. */
export function origin(): string {
	return (process.env.ORIGIN || 'http://localhost:3000').replace(/\/+$/, '');
}

/** Right side of UIDs and Message-IDs. */
export function hostName(): string {
	const { ORIGIN } = process.env;
	return ORIGIN && URL.canParse(ORIGIN) ? new URL(ORIGIN).hostname : 'tafelrunde';
}

/** True when there is a mail server to send with. */
export function canSendMail(): boolean {
	return Boolean(process.env.SMTP_URL);
}

/** Sender of all mails and organizer in calendars: MAIL_FROM as `Name <address>` or as an address. */
export function sender(): Mailbox {
	const text = process.env.MAIL_FROM ?? '';
	const [, name = '', address = text] = /^\s*"?([^"<]*?)"?\s*<([^<>\s]+)>\s*$/.exec(text) ?? [];
	return { name: name || 'Tafelrunde', address: address.trim() || `tafelrunde@${hostName()}` };
}
