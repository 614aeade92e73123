import { m } from '#lib/paraglide/messages.js';
import type { Schema } from '#migrations/schema.ts';

export const CIRCLE_KINDS = ['round_table', 'provider_meeting', 'ag78', 'small_group', 'steering'] as const;
export type CircleKind = (typeof CIRCLE_KINDS)[number];

export const SEAT_KINDS = ['voting', 'advisory', 'deputy', 'guest'] as const;
export type SeatKind = (typeof SEAT_KINDS)[number];

/** A standing body. No organisation owns it; `sits` is true for members of today, `manages` for those who organize. */
export type Circle = Schema['circle'] & { sits: boolean; manages: boolean; hasMandate: boolean };

export interface Seat {
	id: string;
	organisationId: string;
	organisationName: string;
	personName: string;
	kind: SeatKind;
	sinceOn: string;
	untilOn: string | null;
	/** Until when somebody was chosen for it; the seat is not ended by it. */
	termEndsOn: string | null;
}

const CIRCLE_NAMES: Record<CircleKind, () => string> = {
	round_table: m.circles_kind_round_table,
	provider_meeting: m.circles_kind_provider_meeting,
	ag78: m.circles_kind_ag78,
	small_group: m.circles_kind_small_group,
	steering: m.circles_kind_steering
};
const SEAT_NAMES: Record<SeatKind, () => string> = {
	voting: m.circles_seat_voting,
	advisory: m.circles_seat_advisory,
	deputy: m.circles_seat_deputy,
	guest: m.circles_seat_guest
};

/** What people call this kind of circle: "Runder Tisch". */
export function circleKindName(kind: string): string {
	return CIRCLE_NAMES[kind as CircleKind]?.() ?? kind;
}

/** What people call this kind of seat: "stimmberechtigt". */
export function seatKindName(kind: string): string {
	return SEAT_NAMES[kind as SeatKind]?.() ?? kind;
}

/** True while somebody sits there: a seat that ends today still counts. */
export function isTaken(seat: { untilOn: string | null }, todayOn: string): boolean {
	return seat.untilOn === null || seat.untilOn >= todayOn;
}
