import * as z from 'zod';
import { m } from '#lib/paraglide/messages.js';
import { paragraphs, requiredLine, whole } from '#lib/web/form.ts';
import { FACTS, LINKS, partLink, unknownPlaceholders } from './letter.ts';

function text(known: readonly string[]) {
	return z.object({ subject: requiredLine(200), body: paragraphs(8000) }).superRefine(({ subject, body }, context) => {
		if (body === '') context.addIssue({ code: 'custom', path: ['body'], message: m.web_error_required() });
		for (const [field, value] of Object.entries({ subject, body })) {
			const names = unknownPlaceholders(value, known);
			if (names.length === 0) continue;
			const message = m.invitations_letter_unknown({ names: names.join(', ') });
			context.addIssue({ code: 'custom', path: [field], message });
		}
	});
}

/** The text from which letters are written. */
export const letterForm = text([...FACTS, ...LINKS]);

/** The text of one message: its facts are filled in, its links not yet. */
export const messageForm = text(LINKS);

/** The same for a mail that speaks of several parts of a series: each has a link of its own. */
export function messageFormOf(parts: readonly { number: number }[]) {
	return text([...LINKS, ...parts.map(({ number }) => partLink(number))]);
}

export const reminderForm = z.object({ daysBefore: whole(1, 60) });
