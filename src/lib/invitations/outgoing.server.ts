import { createHash } from 'node:crypto';
import type { SendMailOptions } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import { m } from '#lib/paraglide/messages.js';
import type { Language } from '#lib/time/wording.ts';
import { readCalendarPart } from './calendarContent.ts';
import { invitationFile } from './calendarFile.ts';
import { htmlOf } from './mailHtml.ts';
import { hostName, sender } from './mailSettings.server.ts';

/** A message with its links filled in, ready to leave. */
export interface OutgoingMessage {
	id: number;
	language: Language;
	toName: string;
	toAddress: string;
	subject: string;
	body: string;
	calendar: string | null;
	/** Calendar entries of a mail that speaks of several parts of a series. */
	parts: readonly { number: number; calendar: string | null }[];
	createdAt: string;
	contactName: string | null;
	contactEmail: string | null;
}

/** The same for every attempt of one message: a server that has already taken it can tell. */
export function mailIdOf({
	id,
	createdAt,
	toAddress
}: Pick<OutgoingMessage, 'id' | 'createdAt' | 'toAddress'>): string {
	const mark = createHash('sha256').update(`${id} ${createdAt} ${toAddress}`).digest('hex').slice(0, 20);
	return `<${id}.${mark}@${hostName()}>`;
}

/** The mail of a message: one recipient, text and HTML, and the calendar part in the shape that Gmail itself sends. */
export function mailOf(message: OutgoingMessage): SendMailOptions {
	const { language, contactEmail } = message;
	const to = { name: oneLine(message.toName), address: message.toAddress };
	const part = readCalendarPart(message.calendar);
	return {
		messageId: mailIdOf(message),
		from: sender(),
		to,
		...(contactEmail ? { replyTo: { name: oneLine(message.contactName ?? ''), address: contactEmail } } : {}),
		subject: oneLine(message.subject),
		text: message.body,
		html: htmlOf(message.body, language),
		...(part
			? {
					icalEvent: {
						method: part.method,
						filename: 'invite.ics',
						content: invitationFile(part, to, sender(), language, message.createdAt)
					}
				}
			: { attachments: filesOf(message) }),
		headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
		disableFileAccess: true,
		disableUrlAccess: true
	};
}

/**
 * One file for each part: a mail can be the invitation to one date only, and Outlook puts a file with several dates into
 * a calendar of its own. Opened, each is the same invitation as in a mail of its own, with the same UID.
 */
function filesOf({ parts, toName, toAddress, language, createdAt }: OutgoingMessage): SendMailOptions['attachments'] {
	const to = { name: oneLine(toName), address: toAddress };
	return parts.flatMap(({ number, calendar }) => {
		const part = readCalendarPart(calendar);
		if (!part) return [];
		const filename = m.series_mail_file({ number }, { locale: language });
		const content = invitationFile(part, to, sender(), language, createdAt);
		return [{ filename, content, contentType: `application/ics; charset=utf-8; method=${part.method}` }];
	});
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}

/** The mail as a file for a mail program: X-Unsent lets Outlook open it as a draft. */
export function emlOf(message: OutgoingMessage): Promise<Buffer> {
	const mail = mailOf(message);
	return new MailComposer({ ...mail, headers: { ...(mail.headers as Record<string, string>), 'X-Unsent': '1' } })
		.compile()
		.build();
}
