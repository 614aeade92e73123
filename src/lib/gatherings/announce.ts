import type { Trx } from '#lib/db/database.server.ts';

/** Why people hear something: decides which letter they get. */
export type Occasion =
	| 'registered'
	| 'waiting'
	| 'moved_up'
	| 'corrected'
	| 'withdrawn'
	| 'substituted'
	| 'released'
	| 'changed'
	| 'cancelled';

export interface Announcement {
	gatheringId: string;
	/** Whom it concerns; 'all' after a change that concerns everybody who takes part. */
	registrationIds: string[] | 'all';
	occasion: Occasion;
	/** Instant of the cause. */
	at: string;
}

/**
 * Writes the messages and calendar entries that follow from a change, in the transaction of the change.
 * The rooms above invitations/ take it as an argument; invitations/ gives it (`announceChanges`).
 */
export type Announce = (trx: Trx, announcement: Announcement) => Promise<void>;

/** The same for several registrations of one person in a series, made in one go: one mail for all of them. */
export type AnnounceTogether = (trx: Trx, seriesId: string, announcements: readonly Announcement[]) => Promise<void>;
