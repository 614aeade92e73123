import { m } from '#lib/paraglide/messages.js';
import type { Language } from '#lib/time/wording.ts';

/** Letters about a gathering. */
export const LETTER_KINDS = [
	'registered',
	'waiting',
	'moved_up',
	'substituted',
	'group',
	'changed',
	'reminder',
	'withdrawn',
	'cancelled',
	'circular'
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** All kinds of message: also one for several parts of a series, those to colleagues with an account and about a task. */
export type MessageKind = LetterKind | 'series' | 'sign_in' | 'account_invitation' | 'task';

/** Kinds that stand in the outbox of a gathering. */
export const OUTBOX_KINDS = [...LETTER_KINDS, 'series'] as const satisfies readonly MessageKind[];

/** These wait until somebody releases them; the others go by themselves. */
export const HELD_KINDS: readonly MessageKind[] = ['group', 'circular'];

/** Filled in when a letter is written. */
export const FACTS = [
	'name',
	'title',
	'day',
	'time',
	'distance',
	'place',
	'group',
	'changes',
	'reason',
	'contact'
] as const;
export type Fact = (typeof FACTS)[number];
export type Facts = Record<Fact, string>;

/** Filled in at the moment of sending: the secret in it never stands in the database. */
export const LINKS = ['personal-link', 'feed-link'] as const;
export type LinkName = (typeof LINKS)[number] | 'sign-in-link' | 'invitation-link';

/** Personal link of one part, in a mail that speaks of several parts of a series. */
export function partLink(number: number): string {
	return `personal-link-${number}`;
}

export interface Letter {
	subject: string;
	body: string;
}

const TEXTS: Record<
	LetterKind,
	[typeof m.invitations_letter_registered_subject, typeof m.invitations_letter_registered_body]
> = {
	registered: [m.invitations_letter_registered_subject, m.invitations_letter_registered_body],
	waiting: [m.invitations_letter_waiting_subject, m.invitations_letter_waiting_body],
	moved_up: [m.invitations_letter_moved_up_subject, m.invitations_letter_moved_up_body],
	substituted: [m.invitations_letter_substituted_subject, m.invitations_letter_substituted_body],
	group: [m.invitations_letter_group_subject, m.invitations_letter_group_body],
	changed: [m.invitations_letter_changed_subject, m.invitations_letter_changed_body],
	reminder: [m.invitations_letter_reminder_subject, m.invitations_letter_reminder_body],
	withdrawn: [m.invitations_letter_withdrawn_subject, m.invitations_letter_withdrawn_body],
	cancelled: [m.invitations_letter_cancelled_subject, m.invitations_letter_cancelled_body],
	circular: [m.invitations_letter_circular_subject, m.invitations_letter_circular_body]
};

/** The text that is sent as long as nobody has written another for this gathering. */
export function defaultLetter(kind: LetterKind, language: Language): Letter {
	const [subject, body] = TEXTS[kind];
	return { subject: subject({}, { locale: language }), body: body({}, { locale: language }) };
}

/** Fills the facts in. Links stay as [[…]]; facts without content leave no empty paragraph behind. */
export function fillLetter(letter: Letter, facts: Facts): Letter {
	const fill = (text: string) =>
		text.replace(/\[\[([a-z-]+)\]\]/g, (token, name: string) =>
			name in facts ? plainText(facts[name as Fact]) : token
		);
	return {
		subject: fill(letter.subject).replace(/\s+/g, ' ').trim(),
		body: fill(letter.body)
			.replace(/\n{3,}/g, '\n\n')
			.trim()
	};
}

/** A name that contains brackets must not become a placeholder. */
export function plainText(text: string): string {
	return text.replaceAll('[[', '(').replaceAll(']]', ')');
}

/** Names in double brackets that mean nothing; the organizer is told before she saves. */
export function unknownPlaceholders(text: string, known: readonly string[]): string[] {
	return [...text.matchAll(/\[\[([^\]]*)\]\]/g)].map(([, name = '']) => name).filter((name) => !known.includes(name));
}
