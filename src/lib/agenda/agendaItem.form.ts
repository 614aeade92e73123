import * as z from 'zod';
import {
	ids,
	line,
	oneOf,
	optionalId,
	paragraphs,
	requiredLine,
	timeOfDay,
	type Values,
	whole
} from '#lib/web/form.ts';
import { type AgendaItem, ITEM_KINDS } from './agendaItem.ts';

const wordings = z.array(z.string().max(250)).max(20).default([]);

/** An item as typed; `people` are wordings of the choice by name. */
export const itemShape = z.object({
	kind: oneOf(ITEM_KINDS),
	title: requiredLine(200),
	note: paragraphs(600),
	startTime: timeOfDay(),
	lengthMin: whole(1, 720),
	roomId: optionalId(),
	place: line(120),
	speakers: line(200),
	people: wordings,
	follow: z.string().optional().transform(Boolean)
});
export type ItemInput = z.output<typeof itemShape>;

/** What was taken away with an item; enough to put it back. */
export const removedItemShape = z.object({
	id: z.string().regex(/^[\w-]{1,40}$/),
	kind: z.string().max(40),
	title: z.string().min(1).max(200),
	note: z.string().max(600),
	startTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
	lengthMin: z.int().min(1).max(1440),
	roomId: z.string().max(40).nullable(),
	place: z.string().max(120),
	speakers: z.string().max(200),
	people: ids(20),
	workshopIds: ids(100)
});
export type RemovedItem = z.output<typeof removedItemShape>;

/** A stored item as its form shows it; `wordingFor` gives the wording of a person in the choice by name. */
export function valuesOfItem(item: AgendaItem, wordingFor: (personId: string) => string): Values {
	const { kind, title, note, startTime, lengthMin, roomId, place, speakers, people } = item;
	return {
		...{ kind, title, note, startTime, place, speakers, follow: 'on' },
		lengthMin: String(lengthMin),
		roomId: roomId ?? '',
		people: people.map((person) => wordingFor(person.id))
	};
}
