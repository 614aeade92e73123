import { m } from '#lib/paraglide/messages.js';
import type { BoardData } from './board.ts';
import { labelsOf } from './boardLabels.ts';
import type { PlaceChange } from './comparePlans.ts';

/** The last change of the draft, as far as the page needs it. */
export interface ShownStep {
	id: number;
	verb: string;
	registrationId: string | null;
	/** Somebody else whom the change concerned. */
	otherId: string | null;
	/** How many people it concerned. */
	count: number;
}

/** What has just happened, as a sentence: "Kim Lorenzen sitzt jetzt in Gruppe 2." */
export function stepWords(step: ShownStep, data: BoardData): string {
	const labels = labelsOf(data);
	const name = labels.person(step.registrationId ?? '');
	const places = data.places.filter((place) => place.registrationId === step.registrationId);
	const group = labels.list(places.map((place) => labels.group(place.workshopId)));
	switch (step.verb) {
		case 'moved':
			return m.groups_step_moved({ name, group });
		case 'swapped':
			return m.groups_step_swapped({ name, other: labels.person(step.otherId ?? '') });
		case 'exchanged':
			return m.groups_step_exchanged({ name, group, count: step.count - 1 });
		case 'held':
			return m.groups_step_held({ name, group });
		case 'let_go':
			return m.groups_step_let_go({ name });
		case 'taken_out':
			return m.groups_step_taken_out({ name });
		case 'proposed':
			return m.groups_step_proposed({ count: step.count });
		default:
			return m.groups_step_repaired({ count: step.count });
	}
}

/** One difference between two plans as a sentence: "Kim Lorenzen: Gruppe 3 → Gruppe 2". */
export function changeWords(
	{ registrationId, from, to }: PlaceChange,
	data: Pick<BoardData, 'people' | 'workshops'>,
	/** Her name, when she may have left. */
	known?: string
): string {
	const labels = labelsOf(data);
	const name = known ?? labels.person(registrationId);
	if (from === null && to !== null) return m.groups_change_added({ name, group: labels.group(to) });
	if (to === null && from !== null) return m.groups_change_gone({ name, group: labels.group(from) });
	return m.groups_change_moved({ name, from: labels.group(from ?? ''), to: labels.group(to ?? '') });
}
