import { m } from '#lib/paraglide/messages.js';

/** Kinds of a finding, in the order in which they always stand. */
export const FINDING_KINDS = ['works', 'challenge', 'need', 'attitude', 'proposal', 'question'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Whose view or need it is. */
export const FINDING_SIDES = ['youth_office', 'providers', 'partners', 'all'] as const;
export type FindingSide = (typeof FINDING_SIDES)[number];

/** Longer than a card of the pin board ever is. */
export const FINDING_LENGTH = 2000;

/** The two sentences over a workshop's findings; the same rules hold for them as for a line. */
export const HEAD_NOTES = ['headline', 'next_step'] as const;
export type HeadNote = (typeof HEAD_NOTES)[number];

/** One wording of a note. Open (not settled) are the newest and those typed beside it at the same time. */
export interface Wording {
	revision: number;
	text: string;
	at: string;
	byName: string;
	basedOn: number;
	settledAt: string | null;
	hand: string | null;
}

/** A line of the capture page: a finding, the headline or the next step. */
export interface Note {
	id: string;
	kind: FindingKind | HeadNote;
	side: FindingSide;
	/** Place of the guiding question it answers, from 0; null: none. */
	question: number | null;
	position: number;
	isDissent: 0 | 1;
	dots: number;
	standardId: string | null;
	/** Revision of the wording that stands first. */
	head: number;
	wordings: Wording[];
	isRemoved: boolean;
	createdAt: string;
	changedAt: string;
	byName: string;
}

const KIND_NAMES: Record<FindingKind | HeadNote, () => string> = {
	headline: m.findings_headline,
	next_step: m.findings_next_step,
	works: m.findings_kind_works,
	challenge: m.findings_kind_challenge,
	need: m.findings_kind_need,
	attitude: m.findings_kind_attitude,
	proposal: m.findings_kind_proposal,
	question: m.findings_kind_question
};

/** The heading over the lines of a kind. */
export function findingKindName(kind: FindingKind | HeadNote): string {
	return KIND_NAMES[kind]();
}

const SIDE_NAMES: Record<FindingSide, () => string> = {
	youth_office: m.findings_side_youth_office,
	providers: m.findings_side_providers,
	partners: m.findings_side_partners,
	all: m.findings_side_all
};

export function findingSideName(side: FindingSide): string {
	return SIDE_NAMES[side]();
}

export function isHeadNote(id: string): id is HeadNote {
	return (HEAD_NOTES as readonly string[]).includes(id);
}

/** The wordings that stand at present, the first one in front; more than one must be settled by somebody. */
export function openWordings(note: Note): Wording[] {
	const open = note.wordings.filter((wording) => wording.settledAt === null);
	return open.sort(
		(a, b) => Number(b.revision === note.head) - Number(a.revision === note.head) || a.revision - b.revision
	);
}

/** The wording that stands first. */
export function textOf(note: Note): string {
	return note.wordings.find(({ revision }) => revision === note.head)?.text ?? '';
}

/** Lines in the order of the board; lines made at the same place stand by their ids, the same for everybody. */
export function byPosition(a: Note, b: Note): number {
	return a.position - b.position || (a.id < b.id ? -1 : 1);
}

/** The part of the page in which a line stands: its guiding question, or null for the rest. */
export function sectionOf(note: Note, questions: number): number | null {
	return note.question !== null && note.question < questions ? note.question : null;
}
