import { m } from '#lib/paraglide/messages.js';
import { clock } from '#lib/time/wording.ts';
import { itemKindName } from './agendaItem.ts';
import type { Warning, WarningKind } from './warnings.ts';

const WORDS: Record<WarningKind, (warning: Warning, titles: { first: string; second: string }) => string> = {
	room_twice: ({ name }, titles) => m.agenda_warn_room_twice({ ...titles, room: name }),
	person_twice: ({ name }, titles) => m.agenda_warn_person_twice({ ...titles, person: name }),
	same_time: (_, titles) => m.agenda_warn_same_time(titles),
	room_small: ({ name, has, needs }, { first }) => m.agenda_warn_room_small({ first, room: name, has, needs }),
	slot_small: ({ has, needs }, { first }) => m.agenda_warn_slot_small({ first, has, needs }),
	before_start: (_, { first }) => m.agenda_warn_before_start({ first }),
	after_end: ({ name }, { first }) => m.agenda_warn_after_end({ first, time: clock(name) }),
	no_time: (_, { first }) => m.agenda_warn_no_time({ first }),
	odd_slot: ({ name }, titles) => m.agenda_warn_odd_slot({ ...titles, kind: itemKindName(name) })
};

/** A warning as a sentence that names the cause. */
export function warningSentence(warning: Warning): string {
	const [first = '', second = ''] = warning.titles;
	return WORDS[warning.kind](warning, { first, second });
}
