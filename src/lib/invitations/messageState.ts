import type { MessageKind } from './letter.ts';

/** Where a message stands. `uncertain`: the attempt broke off, it may have arrived. */
export const STATES = ['held', 'waiting', 'going', 'uncertain', 'sent', 'failed', 'discarded'] as const;
export type MessageState = (typeof STATES)[number];

/** No attempt takes longer: after this time it has broken off. */
export const ATTEMPT_MIN = 5;

/** A message as the outbox lists it. */
export interface MessageLine {
	id: number;
	kind: MessageKind;
	toName: string;
	toAddress: string;
	subject: string;
	state: MessageState;
	/** Instant that belongs to the state: sent, given up, due … */
	stateAt: string;
	attempts: number;
	lastError: string | null;
}

/** How many messages stand where. */
export type StateCounts = Record<MessageState, number>;

export interface InvitationsState {
	/** Leave by themselves. */
	waiting: number;
	/** Wait for the organizer. */
	held: number;
	sent: number;
	/** Given up, or uncertain: somebody must decide. */
	failed: number;
}

export function invitationsStateOf(counts: StateCounts): InvitationsState {
	const { waiting, going, held, sent, failed, uncertain } = counts;
	return { waiting: waiting + going, held, sent, failed: failed + uncertain };
}

/** The text of these may still be changed. */
export function isEditable(state: MessageState): boolean {
	return state === 'held' || state === 'waiting';
}
