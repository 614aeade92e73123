import { m } from '#lib/paraglide/messages.js';

export const MINUTES_ITEM_KINDS = ['information', 'discussion', 'decision', 'review'] as const;
export type MinutesItemKind = (typeof MINUTES_ITEM_KINDS)[number];

const NAMES: Record<MinutesItemKind, () => string> = {
	information: m.minutes_kind_information,
	discussion: m.minutes_kind_discussion,
	decision: m.minutes_kind_decision,
	review: m.minutes_kind_review
};

/** What people call this kind of item: "Beratung". */
export function minutesItemKindName(kind: MinutesItemKind): string {
	return NAMES[kind]();
}

const DISCUSSED: readonly string[] = ['discussion', 'plenary', 'world_cafe', 'fishbowl', 'open_space', 'workshops'];

/** Kind of the item of the minutes that grows out of an item of the programme. */
export function kindFromAgenda(agendaKind: string): MinutesItemKind {
	if (agendaKind === 'decision' || agendaKind === 'review') return agendaKind;
	return DISCUSSED.includes(agendaKind) ? 'discussion' : 'information';
}

const NOT_MINUTED: readonly string[] = ['arrival', 'break', 'lunch', 'room_change'];

/** Breaks and arrival leave no trace in the minutes. */
export function isMinuted(agendaKind: string): boolean {
	return !NOT_MINUTED.includes(agendaKind);
}

/** True when the first item of the programme already is the formal opening. */
export function opensMeeting(item: { kind: string; title: string }): boolean {
	return item.kind === 'welcome' || /beschlussfähig|begrüßung|welcome|quorum/i.test(item.title);
}

/** True when the programme already has its "any other business". */
export function isOtherBusiness(title: string): boolean {
	return /verschiedenes|any other business/i.test(title);
}
