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
