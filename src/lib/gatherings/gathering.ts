import { m } from '#lib/paraglide/messages.js';
import type { Schema } from '#migrations/schema.ts';

export const KINDS = [
	'conference_day',
	'provider_meeting',
	'round_table',
	'workshop_day',
	'small_group',
	'expert_talk',
	'training',
	'quality_dialogue',
	'ag78'
] as const;
export type GatheringKind = (typeof KINDS)[number];

export interface HostName {
	id: string;
	name: string;
	shortName: string;
}

/** A dated occasion with its hosts: several, equal in rights, in alphabetical order. */
export type Gathering = Schema['gathering'] & { hosts: HostName[]; isCancelled: boolean };

const NAMES: Record<GatheringKind, () => string> = {
	conference_day: m.gatherings_kind_conference_day,
	provider_meeting: m.gatherings_kind_provider_meeting,
	round_table: m.gatherings_kind_round_table,
	workshop_day: m.gatherings_kind_workshop_day,
	small_group: m.gatherings_kind_small_group,
	expert_talk: m.gatherings_kind_expert_talk,
	training: m.gatherings_kind_training,
	quality_dialogue: m.gatherings_kind_quality_dialogue,
	ag78: m.gatherings_kind_ag78
};

/** What people call this kind: "Fachtag". A kind of an older programme stays as it is stored. */
export function kindName(kind: string): string {
	return NAMES[kind as GatheringKind]?.() ?? kind;
}

const BY_SEAT: readonly string[] = ['provider_meeting', 'round_table', 'small_group', 'ag78'];

/** Circles meet by their seats; to the other kinds people sign up. */
export function takesRegistrations(kind: string): boolean {
	return !BY_SEAT.includes(kind);
}

const MEETINGS: readonly string[] = [...BY_SEAT, 'quality_dialogue', 'expert_talk'];

/** Meetings of a circle are minuted. */
export function isMeeting(gathering: { kind: string; circleId: string | null }): boolean {
	return gathering.circleId !== null && MEETINGS.includes(gathering.kind);
}

/** True from the day after. */
export function isOver(gathering: { dateOn: string }, todayOn: string): boolean {
	return gathering.dateOn < todayOn;
}

const TOLD = ['dateOn', 'startTime', 'endTime', 'place', 'address', 'onlineUrl'] as const;

/** True when date, time or place differ: then everybody who takes part has to hear about it. */
export function concernsEverybody(
	before: Pick<Gathering, (typeof TOLD)[number]>,
	after: Pick<Gathering, (typeof TOLD)[number]>
): boolean {
	return TOLD.some((field) => before[field] !== after[field]);
}

/** Place and online link in one phrase; empty when neither is known. */
export function whereOf(gathering: { place: string; onlineUrl: string }): string {
	if (gathering.place && gathering.onlineUrl) return m.gatherings_where_both({ place: gathering.place });
	return gathering.place || (gathering.onlineUrl ? m.gatherings_where_online() : '');
}
