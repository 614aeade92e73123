import type { PresenceKind } from './presence.ts';
import type { MinutesItemKind } from './minutesItem.ts';

/** One line of the presence list. */
export interface ContentPresence {
	organisationId: string;
	organisation: string;
	name: string;
	kind: PresenceKind;
	/** "ab TOP 4", or empty. */
	partly: string;
}

/** A decision as the minutes keep it; the outcome is null while votes are still coming in. */
export interface ContentDecision {
	id: string;
	number: number;
	title: string;
	/** Verbatim. */
	wording: string;
	result: 'adopted' | 'rejected' | 'no_quorum' | 'withdrawn' | null;
	decidedOn: string | null;
	yes: number;
	no: number;
	abstained: number;
	/** The result in words, with the counts; empty while votes are still coming in. */
	sentence: string;
	dissents: { organisation: string; text: string }[];
}

/** Who does what until when. */
export interface ContentTask {
	id: string;
	organisation: string;
	/** Function of the person in charge (the name where no function is known), or empty. */
	person: string;
	text: string;
	dueOn: string | null;
}

/** A sentence that was corrected after the draft had gone round: both wordings stay. */
export interface ContentCorrection {
	part: 'head' | 'presence' | 'facts' | 'discussion';
	before: string;
	after: string;
	/** Day of the correction. */
	on: string;
}

/** What a member asked to be changed, and the answer. */
export interface ContentAmendment {
	organisation: string;
	text: string;
	isAccepted: boolean | null;
	answer: string;
}

/** One item: facts, discussion, decisions, tasks, in this order. */
export interface ContentItem {
	id: string;
	/** TOP 1, 2, 3 … */
	number: number;
	kind: MinutesItemKind;
	title: string;
	facts: string;
	discussion: string;
	decisions: ContentDecision[];
	tasks: ContentTask[];
	corrections: ContentCorrection[];
	amendments: ContentAmendment[];
}

/** Minutes as people read them, from head to distribution list. This is what a final record freezes and what papers are made of. */
export interface MinutesContent {
	gatheringId: string;
	circleId: string;
	circle: string;
	title: string;
	dateOn: string;
	startedTime: string;
	endedTime: string;
	place: string;
	chair: string;
	minuteTaker: string;
	/** Organisations in alphabetical order. */
	presence: ContentPresence[];
	quorum: { voting: number; represented: number; needed: number; isMet: boolean };
	/** The quorum in words, German. */
	quorumSentence: string;
	items: ContentItem[];
	/** Corrections and amendments of head and presence list. */
	corrections: ContentCorrection[];
	amendments: ContentAmendment[];
	nextDate: string;
	annexes: string[];
	distribution: string;
	/** Day of approval; null until the minutes are final. */
	approvedOn: string | null;
}
