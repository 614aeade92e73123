import { m } from '#lib/paraglide/messages.js';

/** Names of the fields of an item for the summary of a refused form. */
export const ITEM_NAMES: Record<string, () => string> = {
	kind: m.agenda_form_kind,
	title: m.agenda_form_title,
	startTime: m.agenda_form_start,
	lengthMin: m.agenda_form_length
};

/** Names of the fields of a workshop for the summary of a refused form. */
export const WORKSHOP_NAMES: Record<string, () => string> = {
	number: m.agenda_form_number,
	title: m.agenda_form_title,
	minSize: m.agenda_form_min,
	maxSize: m.agenda_form_max
};

/** Names of the fields of rounds at tables for the summary of a refused form. */
export const ROUNDS_NAMES: Record<string, () => string> = {
	title: m.agenda_form_title,
	startTime: m.agenda_rounds_start,
	rounds: m.agenda_rounds_count,
	lengthMin: m.agenda_rounds_length,
	changeMin: m.agenda_rounds_change,
	people: m.agenda_rounds_people,
	size: m.agenda_rounds_size,
	hosts: m.agenda_rounds_host_short
};
