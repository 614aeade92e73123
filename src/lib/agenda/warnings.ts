import { minutesOf, overlaps } from '#lib/time/clock.ts';
import { type AgendaItem, endOf, hasTables, isGroupWork } from './agendaItem.ts';
import type { Workshop } from './workshop.ts';

export type WarningKind =
	| 'room_twice'
	| 'person_twice'
	| 'same_time'
	| 'room_small'
	| 'slot_small'
	| 'before_start'
	| 'after_end'
	| 'no_time'
	| 'odd_slot';

/** Something in the programme that does not fit. `ids` name items and workshops concerned. */
export interface Warning {
	kind: WarningKind;
	ids: string[];
	/** Titles of what is concerned, in the order of `ids`. */
	titles: string[];
	/** Room, person, time or kind of item it is about. */
	name: string;
	/** Two numbers where numbers matter: what there is and what is needed. */
	has: number;
	needs: number;
}

export interface Day {
	startTime: string;
	endTime: string;
	items: readonly AgendaItem[];
	workshops: readonly Workshop[];
	rooms: readonly { id: string; name: string; capacity: number | null }[];
	/** People who take part, as far as known. */
	admitted: number;
}

interface Use {
	id: string;
	/** The item of the programme it belongs to: itself, or the slot of a workshop. */
	slotId: string;
	isWorkshop: boolean;
	/** A table: it shares its room with the other tables of the round. */
	isTable: boolean;
	title: string;
	startTime: string;
	lengthMin: number;
	roomId: string | null;
	hasPlace: boolean;
	people: { id: string; name: string }[];
}

function warn(kind: WarningKind, uses: readonly { id: string; title: string }[], more: Partial<Warning> = {}): Warning {
	return {
		kind,
		ids: uses.map((use) => use.id),
		titles: uses.map((use) => use.title),
		name: '',
		has: 0,
		needs: 0,
		...more
	};
}

function usesOf({ items, workshops }: Day): Use[] {
	const slots = new Map(items.map((item) => [item.id, item]));
	const ofItems = items.map((item) => ({
		...item,
		slotId: item.id,
		isWorkshop: false,
		isTable: false,
		hasPlace: item.roomId !== null || item.place !== ''
	}));
	const ofWorkshops = workshops.flatMap((workshop): Use[] => {
		const slot = slots.get(workshop.agendaItemId ?? '');
		if (!slot) return [];
		const { id, title, roomId, moderators, minuteTaker } = workshop;
		const people = [...moderators, ...(minuteTaker ? [minuteTaker] : [])];
		const time = { startTime: slot.startTime, lengthMin: slot.lengthMin };
		const use = { id, slotId: slot.id, isWorkshop: true, isTable: hasTables(slot.kind), title, ...time };
		return [{ ...use, roomId, hasPlace: roomId !== null, people }];
	});
	return [...ofItems, ...ofWorkshops];
}

/** A slot and the workshops in it are one thing; workshops of one slot stand side by side. */
function isSlotOf(a: Use, b: Use): boolean {
	return a.slotId === b.slotId && a.isWorkshop !== b.isWorkshop;
}

function clashes(uses: readonly Use[], day: Day): Warning[] {
	const found: Warning[] = [];
	for (const [i, a] of uses.entries()) {
		for (const b of uses.slice(i + 1)) {
			if (isSlotOf(a, b) || !overlaps(a, b)) continue;
			const pair = [a, b];
			const room = a.roomId !== null && a.roomId === b.roomId && day.rooms.find(({ id }) => id === a.roomId);
			const isShared = a.isTable && b.isTable && a.slotId === b.slotId;
			if (room && !isShared) found.push(warn('room_twice', pair, { name: room.name }));
			else if (!room && !a.isWorkshop && !b.isWorkshop && !(a.hasPlace && b.hasPlace))
				found.push(warn('same_time', pair));
			for (const { id, name } of a.people) {
				if (b.people.some((other) => other.id === id)) found.push(warn('person_twice', pair, { name }));
			}
		}
	}
	return found;
}

function smallRooms(day: Day): Warning[] {
	const capacityOf = new Map(day.rooms.map((room) => [room.id, room]));
	const needs = [
		...day.items.map((item) => ({ ...item, needs: day.admitted })),
		...day.workshops.map((workshop) => ({ ...workshop, needs: workshop.maxSize }))
	];
	return needs.flatMap((use) => {
		const room = capacityOf.get(use.roomId ?? '');
		if (!room || room.capacity === null || room.capacity >= use.needs) return [];
		return [warn('room_small', [use], { name: room.name, has: room.capacity, needs: use.needs })];
	});
}

function smallSlots({ items, workshops, admitted }: Day): Warning[] {
	return items.flatMap((item) => {
		const inside = workshops.filter((workshop) => workshop.agendaItemId === item.id);
		const has = inside.reduce((sum, workshop) => sum + workshop.maxSize, 0);
		return inside.length === 0 || has >= admitted ? [] : [warn('slot_small', [item], { has, needs: admitted })];
	});
}

function oddSlots({ items, workshops }: Day): Warning[] {
	return workshops.flatMap((workshop) => {
		const slot = items.find(({ id }) => id === workshop.agendaItemId);
		return !slot || isGroupWork(slot.kind) ? [] : [warn('odd_slot', [workshop, slot], { name: slot.kind })];
	});
}

function outside({ items, workshops, startTime, endTime }: Day): Warning[] {
	const late = (item: AgendaItem) => minutesOf(item.startTime) + item.lengthMin > minutesOf(endTime);
	return [
		...items.filter((item) => item.startTime < startTime).map((item) => warn('before_start', [item])),
		...items.filter(late).map((item) => warn('after_end', [item], { name: endOf(item) })),
		...workshops.filter(({ startTime: time }) => time === null).map((workshop) => warn('no_time', [workshop]))
	];
}

/**
 * Everything in a programme that does not fit: a room or a person used twice at a time, two items at the same time
 * without places of their own, rooms and slots too small, items outside the day, workshops without a time or in an
 * item in which nobody works in groups.
 * Workshops of one slot stand side by side; that alone is no warning.
 */
export function warningsOf(day: Day): Warning[] {
	return [...outside(day), ...oddSlots(day), ...clashes(usesOf(day), day), ...smallRooms(day), ...smallSlots(day)];
}
