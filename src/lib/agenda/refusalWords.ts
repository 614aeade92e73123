import { m } from '#lib/paraglide/messages.js';
import type { Issues } from '#lib/web/form.ts';
import type { ItemRefusal } from './items.server.ts';
import type { TableRefusal } from './tableRounds.server.ts';
import type { WorkshopRefusal } from './workshopChanges.server.ts';

/** Which field a refused item stumbles over, and the sentence beside it. */
export function itemIssues({ refused }: ItemRefusal): Issues {
	if (refused === 'unknown_person') return { people: m.agenda_error_person() };
	if (refused === 'past_midnight') return { lengthMin: m.agenda_error_midnight() };
	if (refused === 'unknown_room') return { roomId: m.agenda_error_room() };
	return { title: m.agenda_error_gone() };
}

/** Which field refused rounds at tables stumble over, and the sentence beside it. */
export function tableIssues({ refused }: TableRefusal): Issues {
	if (refused === 'unknown_person') return { hosts: m.agenda_error_person() };
	if (refused === 'unknown_room') return { roomId: m.agenda_error_room() };
	return { lengthMin: m.agenda_error_midnight() };
}

/** Which field a refused workshop stumbles over, and the sentence beside it. */
export function workshopIssues({ refused }: WorkshopRefusal): Issues {
	if (refused === 'number_taken') return { number: m.agenda_error_number() };
	if (refused === 'unknown_moderator') return { moderators: m.agenda_error_person() };
	if (refused === 'unknown_minute_taker') return { minuteTaker: m.agenda_error_person() };
	if (refused === 'unknown_room') return { roomId: m.agenda_error_room() };
	if (refused === 'unknown_item') return { agendaItemId: m.agenda_error_gone() };
	return { title: m.agenda_error_gone() };
}
