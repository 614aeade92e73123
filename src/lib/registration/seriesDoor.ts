import type { Gathering } from '#lib/gatherings/gathering.ts';
import { whereOf } from '#lib/gatherings/gathering.ts';
import { m } from '#lib/paraglide/messages.js';
import { plainDay } from '#lib/time/wording.ts';
import type { Door, Window } from './door.ts';

/** What the public page of a series tells of one part. */
export interface PartChoice {
	id: string;
	number: number;
	title: string;
	dateOn: string;
	startTime: string;
	endTime: string;
	/** Place, or "online"; never the link itself. */
	where: string;
	door: Door;
	opensOn: string;
	closesOn: string;
	isFull: boolean;
}

interface Part {
	number: number;
	gathering: Gathering;
	window: Window | undefined;
	door: Door;
	isFull: boolean;
}

/** Takes out of a part what the public may read. */
export function choiceOf({ number, gathering, window, door, isFull }: Part): PartChoice {
	const { id, title, dateOn, startTime, endTime } = gathering;
	const [opensOn, closesOn] = [window?.opensOn ?? '', window?.closesOn ?? ''];
	return { id, number, title, dateOn, startTime, endTime, where: whereOf(gathering), door, opensOn, closesOn, isFull };
}

/** Where the door of one part stands, in a few words. */
export function doorWords({ door, opensOn, closesOn }: Pick<PartChoice, 'door' | 'opensOn' | 'closesOn'>): string {
	return {
		none: () => m.series_door_none(),
		before: () => m.series_door_before({ day: plainDay(opensOn) }),
		open: () => m.series_door_open({ day: plainDay(closesOn) }),
		closed: () => m.series_door_closed({ day: plainDay(closesOn) }),
		cancelled: () => m.series_door_cancelled(),
		over: () => m.series_door_over()
	}[door]();
}
