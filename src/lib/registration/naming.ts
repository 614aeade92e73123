import { m } from '#lib/paraglide/messages.js';
import type { Standing } from './participant.ts';
import type { Channel } from './registrant.ts';

/** What can be eaten; empty means: everything. */
export const CATERING = ['', 'vegetarian', 'vegan', 'none'] as const;

const CATERING_NAMES: Record<string, () => string> = {
	'': m.registration_catering_any,
	vegetarian: m.registration_catering_vegetarian,
	vegan: m.registration_catering_vegan,
	none: m.registration_catering_none
};

/** The food in words; an entry from a list stays as it was written. */
export function cateringName(catering: string): string {
	return CATERING_NAMES[catering]?.() ?? catering;
}

const STANDING_NAMES = {
	seat: m.registration_standing_seat,
	waiting: m.registration_standing_waiting,
	withdrawn: m.registration_standing_withdrawn
} satisfies Record<Standing, () => string>;

/** hat einen Platz · wartet · abgemeldet */
export function standingName(standing: Standing): string {
	return STANDING_NAMES[standing]();
}

const CHANNEL_NAMES = {
	web: m.registration_channel_web,
	office: m.registration_channel_office,
	list: m.registration_channel_list,
	colleague: m.registration_channel_colleague
} satisfies Record<Channel, () => string>;

/** How the registration came in. */
export function channelName(channel: Channel): string {
	return CHANNEL_NAMES[channel]();
}

/** "1. Wunsch", one per rank. */
export function rankNames(count: number): string[] {
	return Array.from({ length: count }, (_, index) => m.registration_rank({ rank: index + 1 }));
}

/** "kein 1. Wunsch" */
export function noRankNames(count: number): string[] {
	return Array.from({ length: count }, (_, index) => m.registration_no_rank({ rank: index + 1 }));
}

/** Names of the hosts in a row: "A und B", "A, B und C". */
export function hostNames(hosts: readonly { name: string }[]): string {
	const names = hosts.map(({ name }) => name);
	if (names.length < 2) return names.join('');
	return m.registration_and({ first: names.slice(0, -1).join(', '), last: names.at(-1) ?? '' });
}

const SUBSTITUTE_REFUSALS = {
	withdrawn: m.registration_substitute_withdrawn,
	same: m.registration_substitute_same,
	registered: m.registration_substitute_registered
} satisfies Record<'withdrawn' | 'same' | 'registered', () => string>;

/** Why somebody cannot come instead, as a sentence. */
export function substituteRefusal(why: keyof typeof SUBSTITUTE_REFUSALS): string {
	return SUBSTITUTE_REFUSALS[why]();
}
