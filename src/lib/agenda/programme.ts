import type { AgendaItem } from './agendaItem.ts';
import type { Workshop } from './workshop.ts';

export interface ProgrammeWorkshop {
	id: string;
	number: number;
	title: string;
	caseTitle: string;
	where: string;
	moderators: string[];
}

export interface ProgrammeItem {
	id: string;
	kind: string;
	title: string;
	note: string;
	startTime: string;
	lengthMin: number;
	where: string;
	people: string[];
	workshops: ProgrammeWorkshop[];
}

/** The programme as people read it, and as a release freezes it. */
export interface Programme {
	title: string;
	dateOn: string;
	startTime: string;
	endTime: string;
	place: string;
	onlineUrl: string;
	items: ProgrammeItem[];
	/** Workshops that stand in no item yet. */
	unplaced: ProgrammeWorkshop[];
}

type Head = Pick<Programme, 'title' | 'dateOn' | 'startTime' | 'endTime' | 'place' | 'onlineUrl'>;

function workshopOf(workshop: Workshop): ProgrammeWorkshop {
	return {
		id: workshop.id,
		number: workshop.number,
		title: workshop.title,
		caseTitle: workshop.case?.title ?? '',
		where: workshop.roomName ?? '',
		moderators: workshop.moderators.map((person) => person.name)
	};
}

/** Puts items and workshops together in the order of the day. Same content, same result: releases are compared by it. */
export function programmeOf(head: Head, items: readonly AgendaItem[], workshops: readonly Workshop[]): Programme {
	const { title, dateOn, startTime, endTime, place, onlineUrl } = head;
	const ids = new Set(items.map((item) => item.id));
	return {
		title,
		dateOn,
		startTime,
		endTime,
		place,
		onlineUrl,
		items: items.map((item) => ({
			id: item.id,
			kind: item.kind,
			title: item.title,
			note: item.note,
			startTime: item.startTime,
			lengthMin: item.lengthMin,
			where: [item.roomName, item.place].filter(Boolean).join(', '),
			people: [...item.people.map((person) => person.name), ...(item.speakers ? [item.speakers] : [])],
			workshops: workshops.filter((workshop) => workshop.agendaItemId === item.id).map(workshopOf)
		})),
		unplaced: workshops.filter((workshop) => !ids.has(workshop.agendaItemId ?? '')).map(workshopOf)
	};
}

export interface Difference {
	change: 'added' | 'removed' | 'changed';
	title: string;
}

/** What differs between a release and the draft, item by item and workshop by workshop; `head` when date or place do. */
export function differences(released: Programme, draft: Programme): { head: boolean; lines: Difference[] } {
	const headOf = ({ items: _i, unplaced: _u, ...head }: Programme) => JSON.stringify(head);
	const partsOf = ({ items, unplaced }: Programme) => {
		const slots = items.map(({ workshops: _, ...item }): [string, string, unknown] => [item.id, item.title, item]);
		const inside = [...items.flatMap((item) => item.workshops.map((w) => ({ ...w, slot: item.id }))), ...unplaced];
		return new Map(
			[...slots, ...inside.map((w): [string, string, unknown] => [w.id, w.title, w])].map((part) => [part[0], part])
		);
	};
	const [before, after] = [partsOf(released), partsOf(draft)];
	const lines: Difference[] = [];
	for (const [id, [, title, content]] of after) {
		const old = before.get(id);
		if (!old) lines.push({ change: 'added', title });
		else if (JSON.stringify(old[2]) !== JSON.stringify(content)) lines.push({ change: 'changed', title });
	}
	for (const [id, [, title]] of before) if (!after.has(id)) lines.push({ change: 'removed', title });
	return { head: headOf(released) !== headOf(draft), lines };
}
