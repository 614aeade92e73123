import { m } from '#lib/paraglide/messages.js';
import { addMinutes } from '#lib/time/clock.ts';

export const ITEM_KINDS = [
	'arrival',
	'welcome',
	'greeting',
	'keynote',
	'info',
	'discussion',
	'decision',
	'review',
	'plenary',
	'workshops',
	'world_cafe',
	'speed_meeting',
	'fishbowl',
	'open_space',
	'gallery',
	'market',
	'break',
	'lunch',
	'room_change',
	'outlook',
	'feedback',
	'closing'
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export interface NamedPerson {
	id: string;
	name: string;
	organisationId: string | null;
}

/** One item of the programme. `place` is free text beside or instead of a room, `speakers` names guests who are not on file. */
export interface AgendaItem {
	id: string;
	gatheringId: string;
	kind: string;
	title: string;
	note: string;
	startTime: string;
	lengthMin: number;
	roomId: string | null;
	roomName: string | null;
	place: string;
	speakers: string;
	people: NamedPerson[];
}

const NAMES: Record<ItemKind, () => string> = {
	arrival: m.agenda_kind_arrival,
	welcome: m.agenda_kind_welcome,
	greeting: m.agenda_kind_greeting,
	keynote: m.agenda_kind_keynote,
	info: m.agenda_kind_info,
	discussion: m.agenda_kind_discussion,
	decision: m.agenda_kind_decision,
	review: m.agenda_kind_review,
	plenary: m.agenda_kind_plenary,
	workshops: m.agenda_kind_workshops,
	world_cafe: m.agenda_kind_world_cafe,
	speed_meeting: m.agenda_kind_speed_meeting,
	fishbowl: m.agenda_kind_fishbowl,
	open_space: m.agenda_kind_open_space,
	gallery: m.agenda_kind_gallery,
	market: m.agenda_kind_market,
	break: m.agenda_kind_break,
	lunch: m.agenda_kind_lunch,
	room_change: m.agenda_kind_room_change,
	outlook: m.agenda_kind_outlook,
	feedback: m.agenda_kind_feedback,
	closing: m.agenda_kind_closing
};

/** What people call this kind of item: "Impulsvortrag". */
export function itemKindName(kind: string): string {
	return NAMES[kind as ItemKind]?.() ?? kind;
}

const PAUSES: readonly string[] = ['break', 'lunch', 'room_change'];

/** Breaks are set in italics; nobody works then. */
export function isPause(kind: string): boolean {
	return PAUSES.includes(kind);
}

const GROUP_WORK: readonly string[] = [
	'workshops',
	'world_cafe',
	'speed_meeting',
	'fishbowl',
	'open_space',
	'gallery',
	'market',
	'discussion'
];

/** Items in which people work in groups; workshops belong there. */
export function isGroupWork(kind: string): boolean {
	return GROUP_WORK.includes(kind);
}

/** Items that are rounds at tables: the tables stand in one room and are made in one go. */
export function hasTables(kind: string): boolean {
	return kind === 'world_cafe' || kind === 'speed_meeting';
}

/** Wall time at which an item ends. */
export function endOf(item: { startTime: string; lengthMin: number }): string {
	return addMinutes(item.startTime, item.lengthMin);
}
