/** How an attempt to hand a mail to the mail server ended. */
export type Outcome =
	| { kind: 'sent' }
	/** Not taken; the same mail may be taken later. */
	| { kind: 'temporary'; reason: string }
	/** Refused for good. */
	| { kind: 'permanent'; reason: string }
	/** The connection broke after the text had begun to leave: it may have arrived. */
	| { kind: 'uncertain'; reason: string };

/** Pauses after the first, second … failed attempt; after the last the message is given up. */
export const PAUSES_MIN: readonly number[] = [1, 5, 30, 120, 480];

/** Minutes until the next attempt; undefined when there is none any more. */
export function pauseAfter(attempts: number): number | undefined {
	return PAUSES_MIN[attempts - 1];
}

/** What a mail library tells of a failure. */
export interface MailError {
	message: string;
	code?: string;
	command?: string;
	responseCode?: number;
}

// Refusals of other commands speak of the connection or of our log-in, not of this mail.
const ABOUT_THE_MAIL = ['MAIL FROM', 'RCPT TO', 'DATA'];

/** @param hasBegun the server had asked for the text of the mail (354). */
export function outcomeOf(error: MailError, hasBegun: boolean): Outcome {
	const reason = error.message.replace(/\s+/g, ' ').slice(0, 300);
	const isAboutMail = ABOUT_THE_MAIL.includes(error.command ?? '');
	if (error.responseCode !== undefined) {
		return { kind: error.responseCode >= 500 && isAboutMail ? 'permanent' : 'temporary', reason };
	}
	if (error.code === 'EENVELOPE' || error.code === 'EMESSAGE') return { kind: 'permanent', reason };
	return { kind: hasBegun ? 'uncertain' : 'temporary', reason };
}
